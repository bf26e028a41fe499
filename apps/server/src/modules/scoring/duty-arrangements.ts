import { mayDoDuty } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { RegistersService } from '../registers/registers.service.js'
import { DutyAssignment } from './duty-assignment.entity.js'
import { DutyExplanation } from './duty-explanation.entity.js'
import type { Duty } from './obligations.service.js'

/** A duty by its primary key. */
export type DutyKey = { areaCode: string; id: string }
/** With what says who may do it. */
export type ArrangedDuty = Pick<Duty, 'areaCode' | 'id' | 'kind' | 'owedBy' | 'settledBy' | 'subjectId'>

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
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly registers: RegistersService,
  ) {}

  /**
   * Of a page of duties. A hand-over counts as long as its account may do the duty; then it is its owners' again.
   * @param on an explanation counts up to and with its last day
   */
  async of(tx: EntityManager, duties: readonly ArrangedDuty[], on: string): Promise<Arrangements> {
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
    return new Arrangements(await this.standing(tx, assignments, duties), explanations)
  }

  /** Whether one of the posts that an account holds in the duty's village may do the duty, and know of it. */
  async mayDo(tx: EntityManager, accountId: string, duty: ArrangedDuty): Promise<boolean> {
    const handOver = { areaCode: duty.areaCode, obligationId: duty.id, accountId }
    return (await this.standing(tx, [handOver], [duty])).length > 0
  }

  private async standing<T extends Pick<DutyAssignment, 'areaCode' | 'obligationId' | 'accountId'>>(
    tx: EntityManager,
    handOvers: readonly T[],
    duties: readonly ArrangedDuty[],
  ): Promise<T[]> {
    if (handOvers.length === 0) return []
    const byKey = new Map(duties.map((duty) => [keyOf(duty.areaCode, duty.id), duty]))
    const pairs = handOvers.flatMap((handOver) => {
      const duty = byKey.get(keyOf(handOver.areaCode, handOver.obligationId))
      return duty ? [{ handOver, duty }] : []
    })
    const isTellable = await this.registers.tellableTo(
      tx,
      pairs.map(({ duty }) => duty.subjectId),
    )
    const postsOf = await this.appointments.postsOf(
      tx,
      handOvers.map(({ accountId }) => accountId),
    )
    return pairs
      .filter(({ handOver, duty }) =>
        postsOf(handOver.accountId, duty.areaCode).some(
          ({ role }) => mayDoDuty(role, duty) && isTellable(duty.subjectId, role),
        ),
      )
      .map(({ handOver }) => handOver)
  }

  /** Explanations whose last day lies in a span, both days included, by duty. */
  async endedBetween(
    tx: EntityManager,
    first: string,
    last: string,
  ): Promise<(duty: DutyKey) => string | undefined> {
    const rows: { area: string; id: string; untilOn: string }[] = await tx
      .createQueryBuilder(DutyExplanation, 'd')
      .select(['d.area_code AS area', 'd.obligation_id AS id', 'd.until_on AS untilOn'])
      .where('d.until_on BETWEEN :first AND :last', { first, last })
      .getRawMany()
    const byKey = new Map(rows.map(({ area, id, untilOn }) => [keyOf(area, id), untilOn]))
    return ({ areaCode, id }) => byKey.get(keyOf(areaCode, id))
  }

  async assign(tx: EntityManager, row: DutyAssignment): Promise<void> {
    await tx.query(
      `INSERT INTO duty_assignment (area_code, obligation_id, account_id, assigned_by, assigned_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE account_id = VALUES(account_id), assigned_by = VALUES(assigned_by),
         assigned_at = VALUES(assigned_at)`,
      [row.areaCode, row.obligationId, row.accountId, row.assignedBy, row.assignedAt],
    )
  }

  /** @returns whether there was anything to take back */
  async takeBack(tx: EntityManager, { areaCode, id }: DutyKey): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `DELETE FROM duty_assignment WHERE area_code = ? AND obligation_id = ?`,
      [areaCode, id],
    )
    return affectedRows > 0
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

  /** @returns whether there was anything to withdraw */
  async withdraw(tx: EntityManager, { areaCode, id }: DutyKey): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `DELETE FROM duty_explanation WHERE area_code = ? AND obligation_id = ?`,
      [areaCode, id],
    )
    return affectedRows > 0
  }
}
