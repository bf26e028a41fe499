import type { KindId, LedgerRecord, ReviewState, VillageLedger } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { AreasService } from '../areas/areas.service.js'
import type { WithheldFile } from '../registers/subject-file.js'
import { VillageLedgers } from './village-ledgers.js'

type Row = {
  id: string
  revision: number
  kind: string
  schema_version: number
  subject_id: string
  area_code: string
  occurred_on: string
  received_at: Date
  review_state: ReviewState
  reviewed_at: Date | null
  payload: string
}

const COLUMNS = `r.id, v.revision, r.kind, v.schema_version, r.subject_id, r.area_code, v.occurred_on, v.received_at, v.review_state, v.reviewed_at, v.payload`

/**
 * The revisions that the rules need: of each record the current one, and where that waits for review or was returned the
 * earlier ones too, because such a correction leaves what it means to correct in force. The village's records come first in the join:
 * with the OR the optimiser would otherwise walk through every revision of every village.
 */
const CURRENT = `v.record_id = r.id AND (v.revision = r.current_revision OR (r.review_state IN ('pending', 'returned') AND v.revision < r.current_revision))`
const EVERY = 'v.record_id = r.id'

/** Reads the records of a village as the rules take them. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly ledgers: VillageLedgers,
    private readonly areas: AreasService,
    private readonly clock: Clock,
  ) {}

  /** @param options.allRevisions every revision ever sent, for freezing a year; `asOf` leaves out what happened after it */
  async read(
    tx: EntityManager,
    villageCode: string,
    options: { asOf?: string; allRevisions?: boolean } = {},
  ): Promise<VillageLedger> {
    const head = await this.head(tx, villageCode)
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} FROM record r STRAIGHT_JOIN record_revision v ON ${options.allRevisions ? EVERY : CURRENT}
       WHERE r.area_code = ? ${options.asOf === undefined ? '' : 'AND v.occurred_on <= ?'} ORDER BY r.ledger_version, r.id, v.revision`,
      options.asOf === undefined ? [villageCode] : [villageCode, options.asOf],
    )
    return {
      format: 'village-ledger@1',
      areaCode: villageCode,
      startOn: head.startOn,
      ledgerVersion: head.version,
      records: rows.map(toLedgerRecord),
    }
  }

  /** The village's present version; 0 before its first record. */
  async version(tx: EntityManager, villageCode: string): Promise<number> {
    return (await this.ledgers.find(tx, villageCode))?.version ?? 0
  }

  /** Version and first day, also of a village that has no record yet. */
  async head(tx: EntityManager, villageCode: string): Promise<{ version: number; startOn: string }> {
    const head = await this.ledgers.find(tx, villageCode)
    if (head) return head
    const area = await this.areas.find(tx, villageCode)
    return { version: 0, startOn: area?.startOn ?? this.clock.today() }
  }

  /** The records of one kind in an area and its parts, void ones left out. */
  async ofKind(tx: EntityManager, scope: AreaScope, kind: KindId): Promise<LedgerRecord[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} FROM record r STRAIGHT_JOIN record_revision v ON ${CURRENT}
       WHERE r.area_code >= ? AND r.area_code < ? AND r.kind = ? AND r.review_state = 'accepted' ORDER BY r.area_code, r.id`,
      [scope.from, scope.to, kind],
    )
    return rows.map(toLedgerRecord)
  }

  /** The records about one person, wherever they were made. */
  async ofSubject(tx: EntityManager, subjectId: string): Promise<LedgerRecord[]> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} FROM record r STRAIGHT_JOIN record_revision v ON ${CURRENT} WHERE r.subject_id = ? ORDER BY r.ledger_version, r.id, v.revision`,
      [subjectId],
    )
    return rows.map(toLedgerRecord)
  }

  /**
   * What a village's ledger is about and some or all of its readers see only as stubs: sealed and restricted files, and
   * persons who have gone to another village, with the version of this village's ledger at which they went.
   */
  async withheld(tx: EntityManager, villageCode: string): Promise<(WithheldFile & { goneAt: number })[]> {
    const rows: (WithheldFile & { goneAt: number | string })[] = await tx.query(
      `SELECT s.id, s.state, s.readers, s.sealed_on AS sealedOn, 0 AS goneAt FROM subject s
       WHERE s.area_code = ? AND (s.state = 'sealed' OR s.readers IS NOT NULL)
       UNION ALL
       SELECT s.id, 'active', ',', NULL, MAX(r.ledger_version) FROM record r JOIN subject s ON s.id = r.subject_id
       WHERE r.area_code = ? AND r.kind = 'transfer-acceptance' AND s.area_code <> r.area_code GROUP BY s.id`,
      [villageCode, villageCode],
    )
    return rows.map((row) => ({ ...row, goneAt: Number(row.goneAt) }))
  }

  /** Records of a village changed after a version, and all about the subjects that are to be sent anew. */
  async changedSince(
    tx: EntityManager,
    villageCode: string,
    version: number,
    subjectIds: readonly string[],
  ): Promise<LedgerRecord[]> {
    const anew = subjectIds.length === 0 ? '' : `OR r.subject_id IN (${subjectIds.map(() => '?').join(', ')})`
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} FROM record r STRAIGHT_JOIN record_revision v ON ${CURRENT}
       WHERE r.area_code = ? AND (r.ledger_version > ? ${anew}) ORDER BY r.ledger_version, r.id, v.revision`,
      [villageCode, version, ...subjectIds],
    )
    return rows.map(toLedgerRecord)
  }
}

function toLedgerRecord(row: Row): LedgerRecord {
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    schemaVersion: row.schema_version,
    subjectId: row.subject_id,
    areaCode: row.area_code,
    occurredOn: row.occurred_on,
    receivedAt: row.received_at.toISOString(),
    reviewState: row.review_state,
    ...(row.reviewed_at ? { reviewedAt: row.reviewed_at.toISOString() } : {}),
    payload: JSON.parse(row.payload),
  }
}
