import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { type FileReader, VISIBLE_FILE, visibleFile } from '../registers/file-access.js'
import type { RecordRow } from './record.entity.js'
import type { RecordRevisionRow } from './record-revision.entity.js'
import { RECORD_COLUMNS, REVISION_COLUMNS } from './records.repository.js'

export type ListedRecord = RecordRow & { payload: string; subjectCode: string | null }
export type PendingRecord = ListedRecord & { isVoid: 0 | 1; isAuthor: 0 | 1; remarks: number | string }
/** With the key that opens the person's text; null where the record is about no person, and for an erased one. */
export type OpenedRecord = RecordRow & {
  wrappedKey: Buffer | null
  isPerson: boolean
  isAboutVillage: boolean
}
export type PagedRow = ListedRecord & { sealedText: Buffer | null }
/** Records of one kind that count in one village, between two days, both included. */
export type PageFilter = { areaCode: string; kind: string; from: string; to: string }
/** `from` and `to` are days on which it happened, both included. */
export type RecordFilter = { scope?: AreaScope; kind?: string; from?: string; to?: string; limit: number }

/**
 * A village's record is read by whoever has the village in his scope; another subject's by whoever may see the file,
 * wherever the file is kept now. What waits for review on a sealed file (a new use, found years later) is the town office's. `s`
 * is the register's table; its condition comes from the register.
 */
const FROM = `FROM record r JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
  LEFT JOIN subject s ON s.id = r.subject_id`
const READABLE = `(CASE WHEN r.subject_id = r.area_code THEN r.area_code >= ? AND r.area_code < ?
  ELSE s.id IS NOT NULL AND ((${VISIBLE_FILE}) OR (r.review_state = 'pending' AND s.area_code >= ? AND s.area_code < ?)) END)`

function readable(reader: FileReader): unknown[] {
  // Who is appointed for one venue or school reads nothing of the village itself.
  const { from, to } = reader.subjectId === null ? reader.scope : NOWHERE
  const sealed = reader.role === 'town-office' ? [from, to] : [NOWHERE.from, NOWHERE.to]
  return [from, to, ...visibleFile(reader), ...sealed]
}
const NOWHERE = AreaScope.none
const LISTED = `${RECORD_COLUMNS}, v.payload, s.code AS subjectCode`

@Injectable()
export class RecordReadsRepository {
  async unfinishedOf(
    tx: EntityManager,
    accountId: string,
    area: AreaScope,
  ): Promise<{ returned: number; pending: number }> {
    const rows: { state: 'returned' | 'pending'; n: number | string }[] = await tx.query(
      `SELECT review_state AS state, COUNT(*) AS n FROM record
       WHERE area_code >= ? AND area_code < ? AND review_state IN ('returned', 'pending') AND submitted_by_account = ?
       GROUP BY review_state`,
      [area.from, area.to, accountId],
    )
    const count = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0)
    return { returned: count('returned'), pending: count('pending') }
  }

  async find(tx: EntityManager, reader: FileReader, id: string): Promise<OpenedRecord | undefined> {
    const rows: (RecordRow & { wrappedKey: Buffer | null; type: string | null })[] = await tx.query(
      `SELECT ${RECORD_COLUMNS}, i.wrapped_key AS wrappedKey, s.type ${FROM}
       LEFT JOIN person_identity i ON i.subject_id = s.id WHERE r.id = ? AND ${READABLE}`,
      [id, ...readable(reader)],
    )
    const row = rows[0]
    if (!row) return undefined
    const { type, ...record } = row
    return { ...record, isPerson: type === 'person', isAboutVillage: type === null }
  }

  revisions(tx: EntityManager, id: string): Promise<RecordRevisionRow[]> {
    return tx.query(
      `SELECT ${REVISION_COLUMNS} FROM record_revision v WHERE v.record_id = ? ORDER BY v.revision`,
      [id],
    )
  }

  /** About one subject, the newest day first. @param after exclusive */
  ofSubject(
    tx: EntityManager,
    reader: FileReader,
    subjectId: string,
    filter: RecordFilter & { after?: { occurredOn: string; id: string } },
  ): Promise<ListedRecord[]> {
    const where = ['r.subject_id = ?', READABLE]
    const values: unknown[] = [subjectId, ...readable(reader)]
    addFilter(where, values, filter)
    if (filter.after) {
      where.push('(r.occurred_on < ? OR (r.occurred_on = ? AND r.id < ?))')
      values.push(filter.after.occurredOn, filter.after.occurredOn, filter.after.id)
    }
    return tx.query(
      `SELECT ${LISTED} ${FROM} WHERE ${where.join(' AND ')} ORDER BY r.occurred_on DESC, r.id DESC LIMIT ?`,
      [...values, filter.limit],
    )
  }

  /** Of an area, the last change first within each village. @param after exclusive */
  ofArea(
    tx: EntityManager,
    reader: FileReader,
    filter: RecordFilter & { after?: { areaCode: string; ledgerVersion: number } },
  ): Promise<ListedRecord[]> {
    const where = [READABLE]
    const values: unknown[] = readable(reader)
    addFilter(where, values, { ...filter, scope: filter.scope ?? reader.scope })
    if (filter.after) {
      where.push('(r.area_code < ? OR (r.area_code = ? AND r.ledger_version < ?))')
      values.push(filter.after.areaCode, filter.after.areaCode, filter.after.ledgerVersion)
    }
    return tx.query(
      `SELECT ${LISTED} ${FROM} WHERE ${where.join(' AND ')} ORDER BY r.area_code DESC, r.ledger_version DESC LIMIT ?`,
      [...values, filter.limit],
    )
  }

  /** Of one kind in one village, the oldest day first. @param after exclusive */
  pageOfKind(
    tx: EntityManager,
    reader: FileReader,
    filter: PageFilter & { after?: { occurredOn: string; id: string }; limit: number },
  ): Promise<PagedRow[]> {
    const { where, values } = ofKind(reader, filter, filter.after?.occurredOn ?? filter.from)
    if (filter.after) {
      where.push('(r.occurred_on > ? OR r.id > ?)')
      values.push(filter.after.occurredOn, filter.after.id)
    }
    return tx.query(
      `SELECT ${LISTED}, v.sealed_text AS sealedText ${FROM} WHERE ${where.join(' AND ')} ORDER BY r.occurred_on, r.id LIMIT ?`,
      [...values, filter.limit],
    )
  }

  async countPages(tx: EntityManager, reader: FileReader, filter: PageFilter): Promise<number> {
    const { where, values } = ofKind(reader, filter, filter.from)
    const [row]: { n: number | string }[] = await tx.query(
      `SELECT COUNT(*) AS n FROM record r LEFT JOIN subject s ON s.id = r.subject_id WHERE ${where.join(' AND ')}`,
      values,
    )
    return Number(row?.n ?? 0)
  }

  /** Records that wait for a second person, the oldest first, and whether this account wrote any revision of them. */
  pending(
    tx: EntityManager,
    reader: FileReader & { accountId: string },
    scope: AreaScope,
    limit: number,
  ): Promise<PendingRecord[]> {
    return tx.query(
      `SELECT ${LISTED}, v.is_void AS isVoid,
         EXISTS (SELECT 1 FROM record_revision o WHERE o.record_id = r.id AND o.submitted_by_account = ?) AS isAuthor,
         (SELECT COUNT(*) FROM record_remark m WHERE m.record_id = r.id) AS remarks
       ${FROM} WHERE r.area_code >= ? AND r.area_code < ? AND r.review_state = 'pending' AND ${READABLE}
       ORDER BY r.area_code, r.id LIMIT ?`,
      [reader.accountId, scope.from, scope.to, ...readable(reader), limit],
    )
  }

  /** Which of some records wait for a second person and may be seen by this reader. */
  async waitingAmong(tx: EntityManager, reader: FileReader, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return []
    const rows: { id: string }[] = await tx.query(
      `SELECT r.id ${FROM} WHERE r.id IN (${ids.map(() => '?').join(', ')}) AND r.review_state = 'pending' AND ${READABLE}
       ORDER BY r.ledger_version, r.id`,
      [...ids, ...readable(reader)],
    )
    return rows.map(({ id }) => id)
  }
}

function ofKind(reader: FileReader, { areaCode, kind, to }: PageFilter, from: string) {
  const where = [
    'r.area_code = ?',
    'r.kind = ?',
    'r.occurred_on >= ?',
    'r.occurred_on <= ?',
    `r.review_state IN ('accepted', 'pending')`,
    READABLE,
  ]
  const values: unknown[] = [areaCode, kind, from, to, ...readable(reader)]
  return { where, values }
}

function addFilter(where: string[], values: unknown[], filter: RecordFilter): void {
  if (filter.scope) {
    where.push('r.area_code >= ? AND r.area_code < ?')
    values.push(filter.scope.from, filter.scope.to)
  }
  if (filter.kind) {
    where.push('r.kind = ?')
    values.push(filter.kind)
  }
  if (filter.from) {
    where.push('r.occurred_on >= ?')
    values.push(filter.from)
  }
  if (filter.to) {
    where.push('r.occurred_on <= ?')
    values.push(filter.to)
  }
}
