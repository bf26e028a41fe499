import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { workScope } from '../registers/file-access.js'
import type { CycleIn, YearParams } from './assessment.dto.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { FrozenRepository } from './frozen.repository.js'

/** Each day of the calendar, in its order, with the sentence for one that lies before the one ahead of it. */
const ORDER = [
  ['submitBy', 'asOf', '自评期限不能早于考核截至日。'],
  ['reviewBy', 'submitBy', '审核期限不能早于自评期限。'],
  ['resultBy', 'reviewBy', '市考评期限不能早于审核期限。'],
] as const

/** The calendar of a town's assessment year. */
@Injectable()
export class CyclesService {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly frozen: FrozenRepository,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a town's year, or moves its days. The last day that is judged stays once a village was frozen.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, ASSESSMENT_AS_OF_FIXED, INVALID
   */
  open(actor: Actor, { code, year }: YearParams, calendar: CycleIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const town = workScope(actor).contains(code) ? await this.areas.find(tx, code) : null
      if (town?.level !== 'town') throw notFound()
      this.writePolicy.assertWritable(code)
      assertOrdered(calendar, year)
      const known = await this.years.lockCycle(tx, code, year)
      const isMoved = known !== undefined && known.asOf !== calendar.asOf
      if (isMoved && (await this.frozen.linesUnder(tx, AreaScope.of(code), year)).length > 0)
        throw new DomainError('ASSESSMENT_AS_OF_FIXED')
      await this.years.putCycle(tx, {
        ...calendar,
        areaCode: code,
        year,
        openedBy: actor.accountId,
        openedAt: this.clock.now(),
      })
      await this.audit.add(tx, {
        actor,
        areaCode: code,
        action: known ? 'assessment.calendarMoved' : 'assessment.opened',
        objectType: 'assessment-cycle',
        objectId: `${code}:${year}`,
        details: { ...calendar, appointmentId: actor.appointmentId },
      })
    })
  }
}

function assertOrdered(calendar: CycleIn, year: number): void {
  const errors: { path: string; code: string; text: string }[] = ORDER.flatMap(([path, before, text]) =>
    calendar[path] < calendar[before] ? [{ path, code: 'before', text }] : [],
  )
  if (!calendar.asOf.startsWith(`${year}-`))
    errors.push({ path: 'asOf', code: 'otherYear', text: `考核截至日要在${year}年里。` })
  if (errors.length > 0) throw new DomainError('INVALID', { count: errors.length }, errors)
}
