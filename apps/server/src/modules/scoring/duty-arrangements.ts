import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DutyAssignment } from './duty-assignment.entity.js'
import { DutyExplanation } from './duty-explanation.entity.js'

/** A duty by its primary key. */
export type DutyKey = { areaCode: string; id: string }

/** What people arranged about a duty. */
export type Arrangement = { assignment?: DutyAssignment; explanation?: DutyExplanation }

const keyOf = (areaCode: string, id: string): string => `${areaCode} ${id}`

/** Arrangements of some duties, looked up by their keys. */
export class Arrangements {
  private readonly byKey = new Map<string, Arrangement>()

  constructor(assignments: readonly DutyAssignment[], explanations: readonly DutyExplanation[]) {
    for (const assignment of assignments)
      this.byKey.set(keyOf(assignment.areaCode, assignment.obligationId), { assignment })
    for (const explanation of explanations) {
      const key = keyOf(explanation.areaCode, explanation.obligationId)
      this.byKey.set(key, { ...this.byKey.get(key), explanation })
    }
  }

  of({ areaCode, id }: DutyKey): Arrangement {
    return this.byKey.get(keyOf(areaCode, id)) ?? {}
  }
}

/** Hand-overs of single duties and reasons for what was not done. Neither touches a projection or a score. */
@Injectable()
export class DutyArrangements {
  /** Of a page of duties. @param on an explanation counts up to and with its last day */
  async of(tx: EntityManager, duties: readonly DutyKey[], on: string): Promise<Arrangements> {
    if (duties.length === 0) return new Arrangements([], [])
    // Ids hold their subject, so the pair of lists names hardly a row too many.
    const keys = {
      areas: [...new Set(duties.map(({ areaCode }) => areaCode))],
      ids: duties.map(({ id }) => id),
    }
    const where = 'd.area_code IN (:...areas) AND d.obligation_id IN (:...ids)'
    const assignments = await tx.createQueryBuilder(DutyAssignment, 'd').where(where, keys).getMany()
    const explanations = await tx
      .createQueryBuilder(DutyExplanation, 'd')
      .where(`${where} AND d.until_on >= :on`, { ...keys, on })
      .getMany()
    return new Arrangements(assignments, explanations)
  }

  async assign(tx: EntityManager, row: DutyAssignment): Promise<void> {
    await tx.query(
      `INSERT INTO duty_assignment (area_code, obligation_id, account_id, assigned_by, assigned_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE account_id = VALUES(account_id), assigned_by = VALUES(assigned_by),
         assigned_at = VALUES(assigned_at)`,
      [row.areaCode, row.obligationId, row.accountId, row.assignedBy, row.assignedAt],
    )
  }

  async takeBack(tx: EntityManager, { areaCode, id }: DutyKey): Promise<void> {
    await tx.query(`DELETE FROM duty_assignment WHERE area_code = ? AND obligation_id = ?`, [areaCode, id])
  }

  async explain(tx: EntityManager, row: DutyExplanation): Promise<void> {
    await tx.query(
      `INSERT INTO duty_explanation (area_code, obligation_id, reason, until_on, explained_by, explained_at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE reason = VALUES(reason), until_on = VALUES(until_on), explained_by = VALUES(explained_by),
         explained_at = VALUES(explained_at)`,
      [row.areaCode, row.obligationId, row.reason, row.untilOn, row.explainedBy, row.explainedAt],
    )
  }

  async withdraw(tx: EntityManager, { areaCode, id }: DutyKey): Promise<void> {
    await tx.query(`DELETE FROM duty_explanation WHERE area_code = ? AND obligation_id = ?`, [areaCode, id])
  }
}
