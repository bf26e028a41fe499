import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { AssessmentAppeal } from './assessment-appeal.entity.js'

const COLUMNS = `area_code AS areaCode, id, year, raised_by AS raisedBy, received_on AS receivedOn, matter, entered_by AS enteredBy,
  entered_at AS enteredAt, outcome, reason, document, decided_by AS decidedBy, decided_at AS decidedAt`

export type NewAppeal = Omit<AssessmentAppeal, 'outcome' | 'reason' | 'document' | 'decidedBy' | 'decidedAt'>

@Injectable()
export class AppealsRepository {
  async find(tx: EntityManager, areaCode: string, id: string): Promise<AssessmentAppeal | undefined> {
    const rows: AssessmentAppeal[] = await tx.query(
      `SELECT ${COLUMNS} FROM assessment_appeal WHERE area_code = ? AND id = ?`,
      [areaCode, id],
    )
    return rows[0]
  }

  /** Of an area's year, in the order in which they were entered. */
  under(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<AssessmentAppeal[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM assessment_appeal WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY entered_at, id`,
      [from, to, year],
    )
  }

  async insert(tx: EntityManager, appeal: NewAppeal): Promise<void> {
    const { areaCode, id, year, raisedBy, receivedOn, matter, enteredBy, enteredAt } = appeal
    await tx.query(
      `INSERT INTO assessment_appeal (area_code, id, year, raised_by, received_on, matter, entered_by, entered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [areaCode, id, year, raisedBy, receivedOn, matter, enteredBy, enteredAt],
    )
  }

  async decide(tx: EntityManager, appeal: AssessmentAppeal): Promise<void> {
    const { outcome, reason, document, decidedBy, decidedAt, areaCode, id } = appeal
    await tx.query(
      `UPDATE assessment_appeal SET outcome = ?, reason = ?, document = ?, decided_by = ?, decided_at = ?
       WHERE area_code = ? AND id = ? AND outcome IS NULL`,
      [outcome, reason, document, decidedBy, decidedAt, areaCode, id],
    )
  }
}
