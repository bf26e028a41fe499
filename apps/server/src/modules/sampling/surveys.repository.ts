import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { AwarenessSurvey } from './awareness-survey.entity.js'

const IN_SCOPE = 's.area_code >= :from AND s.area_code < :to'

@Injectable()
export class SurveysRepository {
  find(tx: EntityManager, scope: AreaScope, id: string): Promise<AwarenessSurvey | null> {
    return this.inScope(tx, scope).andWhere('s.id = :id', { id }).getOne()
  }

  findForUpdate(tx: EntityManager, scope: AreaScope, id: string): Promise<AwarenessSurvey | null> {
    return this.inScope(tx, scope).andWhere('s.id = :id', { id }).setLock('pessimistic_write').getOne()
  }

  /** Withdrawn ones too, by day. */
  ofYear(tx: EntityManager, scope: AreaScope, year: number): Promise<AwarenessSurvey[]> {
    return this.inScope(tx, scope)
      .andWhere('s.year = :year', { year })
      .orderBy('s.area_code')
      .addOrderBy('s.surveyed_on')
      .addOrderBy('s.id')
      .getMany()
  }

  /** What stands of some years, added up by village, year and audience. */
  async sums(
    tx: EntityManager,
    { from, to }: AreaScope,
    years: { from: number; to: number },
  ): Promise<{ areaCode: string; year: number; audience: string; valid: number; aware: number }[]> {
    const rows: { areaCode: string; year: number; audience: string; valid: string; aware: string }[] =
      await tx.query(
        `SELECT area_code AS areaCode, year, audience, SUM(valid) AS valid, SUM(aware) AS aware FROM awareness_survey
         WHERE area_code >= ? AND area_code < ? AND year >= ? AND year <= ? AND withdrawn_at IS NULL
         GROUP BY area_code, year, audience ORDER BY area_code, year, audience`,
        [from, to, years.from, years.to],
      )
    return rows.map((row) => ({ ...row, valid: Number(row.valid), aware: Number(row.aware) }))
  }

  /** A document that stands already for the same village and audience. */
  async isKnown(
    tx: EntityManager,
    { areaCode, audience, year, documentNo }: AwarenessSurvey,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM awareness_survey WHERE area_code = ? AND year = ? AND audience = ? AND document_no = ?
       AND withdrawn_at IS NULL`,
      [areaCode, year, audience, documentNo],
    )
    return rows.length > 0
  }

  async insert(tx: EntityManager, row: AwarenessSurvey): Promise<void> {
    await tx.createQueryBuilder().insert().into(AwarenessSurvey).values(row).updateEntity(false).execute()
  }

  async withdraw(tx: EntityManager, row: AwarenessSurvey, at: Date, reason: string): Promise<void> {
    await tx.query(
      'UPDATE awareness_survey SET withdrawn_at = ?, withdrawn_reason = ? WHERE area_code = ? AND id = ?',
      [at, reason, row.areaCode, row.id],
    )
  }

  private inScope(tx: EntityManager, { from, to }: AreaScope) {
    return tx.createQueryBuilder(AwarenessSurvey, 's').where(IN_SCOPE, { from, to })
  }
}
