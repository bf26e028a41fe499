import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { workScope } from '../registers/file-access.js'
import type { AwarenessSurvey } from './awareness-survey.entity.js'
import type { SurveyIn, SurveyOut } from './sampling.dto.js'
import { SurveysRepository } from './surveys.repository.js'

/** Results of third parties, entered by the town office with their document; never by the village they speak of. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly surveys: SurveysRepository,
    private readonly areas: AreasService,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for an area of others */
  async list(actor: Actor, areaCode: string, year: number): Promise<SurveyOut[]> {
    if (!workScope(actor).contains(areaCode)) throw notFound()
    const rows = await this.surveys.ofYear(this.transactions.read, AreaScope.of(areaCode), year)
    return rows.map(toOut)
  }

  /**
   * The same entry under the same id is one entry.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, INVALID, SURVEY_KNOWN
   */
  async enter(actor: Actor, id: string, input: SurveyIn): Promise<SurveyOut> {
    if (input.aware > input.valid) throw invalid('aware', '知晓的人数不能比有效样本多。')
    if (input.surveyedOn > this.clock.today()) throw invalid('surveyedOn', '调查日期不能晚于今天。')
    try {
      return await this.transactions.run(async (tx) => {
        const scope = workScope(actor)
        const area = scope.contains(input.areaCode) ? await this.areas.find(tx, input.areaCode) : null
        if (area?.level !== 'village') throw notFound()
        this.writePolicy.assertWritable(input.areaCode)
        const known = await this.surveys.find(tx, scope, id)
        if (known) return toOut(known)
        const row: AwarenessSurvey = {
          ...input,
          id,
          year: Number(input.surveyedOn.slice(0, 4)),
          enteredBy: actor.accountId,
          enteredByRole: actor.role,
          enteredAt: this.clock.now(),
          withdrawnAt: null,
          withdrawnReason: null,
        }
        if (await this.surveys.isKnown(tx, row)) throw new DomainError('SURVEY_KNOWN')
        await this.surveys.insert(tx, row)
        await this.note(tx, actor, row, 'survey.entered')
        return toOut(row)
      })
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('SURVEY_KNOWN') : error
    }
  }

  /** Takes a wrong entry out of the rate; it stays on file with its reason. @throws DomainError NOT_FOUND */
  async withdraw(actor: Actor, id: string, reason: string): Promise<SurveyOut> {
    return this.transactions.run(async (tx) => {
      const row = await this.surveys.findForUpdate(tx, workScope(actor), id)
      if (!row) throw notFound()
      this.writePolicy.assertWritable(row.areaCode)
      if (row.withdrawnAt) return toOut(row)
      await this.surveys.withdraw(tx, row, this.clock.now(), reason)
      await this.note(tx, actor, row, 'survey.withdrawn')
      return toOut({ ...row, withdrawnReason: reason })
    })
  }

  private note(tx: EntityManager, actor: Actor, row: AwarenessSurvey, action: string): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode: row.areaCode,
      action,
      objectType: 'survey',
      objectId: row.id,
      details: { audience: row.audience, valid: row.valid, aware: row.aware },
    })
  }
}

const invalid = (path: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code: 'invalid', text }])

const toOut = (row: AwarenessSurvey): SurveyOut => ({
  id: row.id,
  areaCode: row.areaCode,
  year: row.year,
  audience: row.audience === 'migrant' ? 'migrant' : 'resident',
  documentNo: row.documentNo,
  issuer: row.issuer,
  surveyedOn: row.surveyedOn,
  valid: row.valid,
  aware: row.aware,
  keptAt: row.keptAt,
  enteredAt: row.enteredAt.toISOString(),
  withdrawnReason: row.withdrawnReason,
})
