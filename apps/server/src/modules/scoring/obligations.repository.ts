import { RECORD_KINDS, STAYS_WITH_ROLE } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { tellable, toldTo } from '../registers/file-access.js'
import { ObligationRow, type ObligationState } from './obligation.entity.js'

/** Half-open range of area codes. */
export type AreaRange = Pick<AreaScope, 'from' | 'to'>
/** Where the last page ended. */
export type DueCursor = { dueOn: string; areaCode: string; id: string }
/** Which of the open duties are meant. */
export type DutyFilter = {
  openedBy: string
  owedBy?: readonly string[] | undefined
  /** What was handed to this account is its own too. */
  accountId?: string | undefined
  /** Of these, what is owed by one role. */
  role?: string | undefined
  /** Leaves out duties about persons whose files are restricted to other roles. */
  reader?: string | undefined
  kind?: string | undefined
  dueFrom?: string | undefined
  dueTo?: string | undefined
}
export type DutyCount = { kind: string; owedBy: string; open: number; overdue: number }
export type RowCursor = { areaCode: string; id: string }

const IN_RANGE = 'o.area_code >= :from AND o.area_code < :to'
const OWED = 'o.owed_by IN (:...owedBy)'
/** As long as his role may do it; then it is its owners' again. */
const HANDED_OVER = `(o.settled_by IN (:...maySend) AND o.kind NOT IN (:...staysWithRole)
  AND EXISTS (SELECT 1 FROM duty_assignment a WHERE a.area_code = o.area_code AND a.obligation_id = o.id AND a.account_id = :accountId))`
/** Rows in one INSERT: a few hundred parameters, far from any engine's limit. */
const CHUNK = 50

@Injectable()
export class ObligationsRepository {
  /** Duties of an area range that can be done, first due first. */
  open(
    tx: EntityManager,
    range: AreaRange,
    filter: DutyFilter & { after?: DueCursor | undefined; limit: number },
  ): Promise<ObligationRow[]> {
    const query = this.openRows(tx, range, filter)
      .orderBy('o.due_on')
      .addOrderBy('o.area_code')
      .addOrderBy('o.id')
      .limit(filter.limit)
    if (filter.after)
      query.andWhere('(o.due_on, o.area_code, o.id) > (:dueOn, :areaCode, :id)', { ...filter.after })
    return query.getMany()
  }

  /** The same duties by kind and role, most overdue first. */
  async counts(
    tx: EntityManager,
    range: AreaRange,
    filter: DutyFilter & { today: string },
  ): Promise<DutyCount[]> {
    const rows: Record<keyof DutyCount, string>[] = await this.openRows(tx, range, filter)
      .select('o.kind', 'kind')
      .addSelect('o.owed_by', 'owedBy')
      .addSelect('COUNT(*)', 'open')
      .addSelect('SUM(CASE WHEN o.due_on < :today THEN 1 ELSE 0 END)', 'overdue')
      .setParameter('today', filter.today)
      .groupBy('o.kind')
      .addGroupBy('o.owed_by')
      .orderBy('overdue', 'DESC')
      .addOrderBy('o.kind')
      .addOrderBy('o.owed_by')
      .getRawMany()
    return rows.map((row) => ({ ...row, open: Number(row.open), overdue: Number(row.overdue) }))
  }

  private openRows(
    tx: EntityManager,
    range: AreaRange,
    filter: DutyFilter,
  ): SelectQueryBuilder<ObligationRow> {
    const query = tx
      .createQueryBuilder(ObligationRow, 'o')
      .where(`${IN_RANGE} AND o.state = 'open' AND o.opens_on <= :openedBy`, { ...bounds(range), ...filter })
    if (filter.reader) query.andWhere(tellable('o.subject_id'), toldTo(filter.reader))
    if (filter.owedBy)
      query.andWhere(filter.accountId === undefined ? OWED : `(${OWED} OR ${HANDED_OVER})`, {
        owedBy: filter.owedBy,
        accountId: filter.accountId,
        maySend: kindsSentBy(filter.owedBy),
        staysWithRole: STAYS_WITH_ROLE,
      })
    if (filter.role) query.andWhere('o.owed_by = :role')
    if (filter.kind) query.andWhere('o.kind = :kind')
    if (filter.dueFrom) query.andWhere('o.due_on >= :dueFrom')
    if (filter.dueTo) query.andWhere('o.due_on <= :dueTo')
    return query
  }

  /** Duties, settled ones too, by the day on which they open or are due. Pages by area and id. */
  between(
    tx: EntityManager,
    window: { by: 'opensOn' | 'dueOn'; from: string; to: string },
    page: { after?: RowCursor; limit: number },
  ): Promise<ObligationRow[]> {
    const column = window.by === 'dueOn' ? 'o.due_on' : 'o.opens_on'
    const query = tx
      .createQueryBuilder(ObligationRow, 'o')
      .where(`${column} >= :from AND ${column} <= :to`, { from: window.from, to: window.to })
      .orderBy('o.area_code')
      .addOrderBy('o.id')
      .limit(page.limit)
    if (page.after) query.andWhere('(o.area_code, o.id) > (:areaCode, :id)', { ...page.after })
    return query.getMany()
  }

  /** Every duty that is not settled: open ones, and windows that closed unmet on or after a day. */
  unsettled(
    tx: EntityManager,
    lapsedSince: string,
    page: { after?: RowCursor; limit: number },
  ): Promise<ObligationRow[]> {
    const query = tx
      .createQueryBuilder(ObligationRow, 'o')
      .where(`(o.state = 'open' OR (o.state = 'lapsed' AND o.due_on >= :lapsedSince))`, { lapsedSince })
      .orderBy('o.area_code')
      .addOrderBy('o.id')
      .limit(page.limit)
    if (page.after) query.andWhere('(o.area_code, o.id) > (:areaCode, :id)', { ...page.after })
    return query.getMany()
  }

  /** What a recompute compares with: open duties, and lapsed ones from a day on. */
  unsettledOf(tx: EntityManager, areaCode: string, lapsedSince: string): Promise<ObligationRow[]> {
    return tx
      .createQueryBuilder(ObligationRow, 'o')
      .where(
        `o.area_code = :areaCode AND (o.state = 'open' OR (o.state = 'lapsed' AND o.due_on >= :lapsedSince))`,
        { areaCode, lapsedSince },
      )
      .orderBy('o.id')
      .getMany()
  }

  async find(tx: EntityManager, areaCode: string, id: string): Promise<ObligationRow | null> {
    return tx.findOneBy(ObligationRow, { areaCode, id })
  }

  /** Adds rows, or brings known ones up to date; the day a duty was first seen stays. */
  async put(tx: EntityManager, rows: readonly ObligationRow[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = rows.slice(at, at + CHUNK)
      await tx.query(
        `INSERT INTO obligation (area_code, id, kind, subject_id, period, part, opens_on, due_on, owed_by, settled_by,
           mendable_after_due, body, state, first_seen_on, settled_at, changed_at)
         VALUES ${chunk.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
         ON DUPLICATE KEY UPDATE part = VALUES(part), opens_on = VALUES(opens_on), due_on = VALUES(due_on),
           owed_by = VALUES(owed_by), settled_by = VALUES(settled_by), mendable_after_due = VALUES(mendable_after_due),
           body = VALUES(body), state = VALUES(state), settled_at = VALUES(settled_at), changed_at = VALUES(changed_at)`,
        chunk.flatMap((row) => [
          row.areaCode,
          row.id,
          row.kind,
          row.subjectId,
          row.period,
          row.part,
          row.opensOn,
          row.dueOn,
          row.owedBy,
          row.settledBy,
          row.mendableAfterDue,
          row.body,
          row.state,
          row.firstSeenOn,
          row.settledAt,
          row.changedAt,
        ]),
      )
    }
  }

  /** Ends open duties. What was given as a reason for them is forgotten with that. */
  async close(
    tx: EntityManager,
    areaCode: string,
    ids: readonly string[],
    state: Exclude<ObligationState, 'open'>,
    at: Date,
  ): Promise<void> {
    if (ids.length === 0) return
    await tx.query(
      `UPDATE obligation SET state = ?, settled_at = ?, changed_at = ? WHERE area_code = ? AND id IN (?)`,
      [state, state === 'settled' ? at : null, at, areaCode, ids],
    )
    await tx.query(`DELETE FROM duty_explanation WHERE area_code = ? AND obligation_id IN (?)`, [
      areaCode,
      ids,
    ])
  }
}

/** The kinds of records that some roles may send; never an empty list. */
const kindsSentBy = (roles: readonly string[]): string[] => [
  '',
  ...Object.values(RECORD_KINDS)
    .filter(({ submittedBy }) => submittedBy.some((role) => roles.includes(role)))
    .map(({ kind }) => kind),
]

const bounds = ({ from, to }: AreaRange) => ({ from, to })
