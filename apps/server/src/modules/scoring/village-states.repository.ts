import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaRange } from './obligations.repository.js'
import { VillageState } from './village-state.entity.js'

/** What a projection was computed from. */
export type Basis = Pick<
  VillageState,
  'ledgerVersion' | 'asOf' | 'policyVersion' | 'rulesVersion' | 'answersVersion'
>
type ComputedWith = Omit<Basis, 'ledgerVersion' | 'asOf'>
/** The columns a list shows: all but the whole scorecard. */
export type VillageLine = Omit<VillageState, 'scorecard'>

/** Version of a row that only holds the lock of a village never computed before. */
export const NOT_COMPUTED = -1
const BEFORE_ANY_DATE = '1970-01-01'

@Injectable()
export class VillageStatesRepository {
  /**
   * Takes the village's lock until the end of the transaction and tells what its projection rests on. One statement
   * makes and locks the row, so that two replicas meeting at a new village queue up instead of failing.
   */
  async lock(tx: EntityManager, areaCode: string, now: Date): Promise<Basis> {
    await tx.query(
      `INSERT INTO village_state (area_code, as_of, ledger_version, policy_version, rules_version, computed_at, scorecard,
         summary, overdue, due_soon, pending, last_record_at)
       VALUES (?, ?, ?, '', '', ?, '{}', '{}', 0, 0, 0, NULL) ON DUPLICATE KEY UPDATE area_code = area_code`,
      [areaCode, BEFORE_ANY_DATE, NOT_COMPUTED, now],
    )
    return (await this.basis(tx, areaCode, ' FOR UPDATE'))!
  }

  /** What the projection of a village rests on. */
  async basis(tx: EntityManager, areaCode: string, lock: '' | ' FOR UPDATE' = ''): Promise<Basis | null> {
    const rows: Basis[] = await tx.query(
      `SELECT as_of AS asOf, ledger_version AS ledgerVersion, policy_version AS policyVersion,
         rules_version AS rulesVersion, answers_version AS answersVersion FROM village_state WHERE area_code = ?${lock}`,
      [areaCode],
    )
    return rows[0] ?? null
  }

  /**
   * Replaces the projection unless the stored one was computed from a newer ledger or for a later day.
   * @returns false when it was
   */
  async replaceUnlessNewer(tx: EntityManager, state: VillageState): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE village_state SET as_of = ?, ledger_version = ?, policy_version = ?, rules_version = ?, answers_version = ?,
         computed_at = ?, scorecard = ?, summary = ?, overdue = ?, due_soon = ?, pending = ?, last_record_at = ?
       WHERE area_code = ? AND ledger_version <= ? AND as_of <= ?`,
      [
        state.asOf,
        state.ledgerVersion,
        state.policyVersion,
        state.rulesVersion,
        state.answersVersion,
        state.computedAt,
        state.scorecard,
        state.summary,
        state.overdue,
        state.dueSoon,
        state.pending,
        state.lastRecordAt,
        state.areaCode,
        state.ledgerVersion,
        state.asOf,
      ],
    )
    return result.affectedRows === 1
  }

  find(tx: EntityManager, areaCode: string): Promise<VillageState | null> {
    return tx.findOneBy(VillageState, { areaCode })
  }

  /** Lines of an overview, in the order of the official codes. */
  lines(tx: EntityManager, range: AreaRange): Promise<VillageLine[]> {
    return tx.query(
      `SELECT area_code AS areaCode, as_of AS asOf, ledger_version AS ledgerVersion, policy_version AS policyVersion,
         rules_version AS rulesVersion, answers_version AS answersVersion, computed_at AS computedAt, summary, overdue, due_soon AS dueSoon, pending,
         last_record_at AS lastRecordAt
       FROM village_state WHERE area_code >= ? AND area_code < ? AND ledger_version > ? ORDER BY area_code`,
      [range.from, range.to, NOT_COMPUTED],
    )
  }

  /** Villages that were computed for the day, and what with; whether their ledgers have moved on since is not asked. */
  async current(tx: EntityManager, asOf: string): Promise<ReadonlyMap<string, ComputedWith>> {
    const rows: (ComputedWith & { areaCode: string })[] = await tx.query(
      `SELECT area_code AS areaCode, policy_version AS policyVersion, rules_version AS rulesVersion,
         answers_version AS answersVersion
       FROM village_state WHERE ledger_version > ? AND as_of >= ?`,
      [NOT_COMPUTED, asOf],
    )
    return new Map(rows.map((row) => [row.areaCode, row]))
  }

  /** Villages that were computed for an earlier day. */
  async countBefore(tx: EntityManager, day: string): Promise<number> {
    const [row]: { count: number }[] = await tx.query(
      'SELECT COUNT(*) AS count FROM village_state WHERE as_of < ?',
      [day],
    )
    return Number(row?.count ?? 0)
  }
}
