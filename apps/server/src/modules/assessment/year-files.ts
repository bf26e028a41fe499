import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { isAreaCode, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { assertSecondPerson } from '../../platform/second-person.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { workScope } from '../registers/file-access.js'
import type { YearParams } from './assessment.dto.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import type { AssessmentYearRow, StepKind } from './assessment-year.entity.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { follow, type YearAct } from './year-flow.js'
import { YearNews } from './year-news.js'

/** A village's year with its calendar. */
export type YearFile = { village: Area; cycle: AssessmentCycle; row: AssessmentYearRow }
export type StepWords = { reason?: string | null; document?: string | null; ref?: string }

/** Opens a village's assessment year for reading or for one change, and writes its history. */
@Injectable()
export class YearFiles {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly news: YearNews,
    private readonly clock: Clock,
  ) {}

  /**
   * A village of the actor's whose town has begun the year.
   * @throws DomainError NOT_FOUND, VILLAGE_NOT_STARTED, ASSESSMENT_NOT_OPEN
   */
  async village(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    year: number,
  ): Promise<Pick<YearFile, 'village' | 'cycle'>> {
    const isOwn = isAreaCode(areaCode) && workScope(actor).contains(areaCode)
    const village = isOwn ? await this.areas.find(tx, areaCode) : null
    if (village?.level !== 'village') throw notFound()
    const cycle = await this.years.cycle(tx, townCode(areaCode), year)
    if (!cycle) throw new DomainError('ASSESSMENT_NOT_OPEN', { year })
    if (village.startOn === null || village.startOn > cycle.asOf) throw new DomainError('VILLAGE_NOT_STARTED')
    return { village, cycle }
  }

  /**
   * The same, locked for writing.
   * @throws DomainError also DEMO_READ_ONLY
   */
  async lock(tx: EntityManager, actor: Actor, areaCode: string, year: number): Promise<YearFile> {
    const found = await this.village(tx, actor, areaCode, year)
    this.writePolicy.assertWritable(areaCode)
    return { ...found, row: await this.years.lock(tx, areaCode, year, this.clock.now()) }
  }

  /**
   * The same for keeping what was judged to a day; the calendar stays as it is until the end.
   * @throws DomainError also ASSESSMENT_CHANGED when the calendar was moved to another day meanwhile
   */
  async lockJudged(
    tx: EntityManager,
    actor: Actor,
    { code, year }: YearParams,
    asOf: string,
  ): Promise<YearFile> {
    const cycle = await this.years.lockCycle(tx, townCode(code), year)
    if (cycle?.asOf !== asOf) throw new DomainError('ASSESSMENT_CHANGED')
    return this.lock(tx, actor, code, year)
  }

  /** @throws DomainError ASSESSMENT_TOO_EARLY until the last day that is judged has come */
  assertDue({ asOf }: AssessmentCycle): void {
    if (this.clock.today() < asOf) throw new DomainError('ASSESSMENT_TOO_EARLY', { asOf })
  }

  /** What the town decides is never decided by who handed it in. @throws DomainError ASSESSMENT_OWN */
  assertNotOwn({ claimedBy }: AssessmentYearRow, actor: Actor): void {
    assertSecondPerson(claimedBy, actor, 'ASSESSMENT_OWN')
  }

  /** @throws DomainError ASSESSMENT_CHANGED when somebody changed it since the actor looked */
  assertSeen(row: AssessmentYearRow, revision: number): void {
    if (row.revision !== revision) throw new DomainError('ASSESSMENT_CHANGED')
  }

  /** Writes a change of a locked year. @throws DomainError ASSESSMENT_MOVED */
  async save(
    tx: EntityManager,
    row: AssessmentYearRow,
    act: YearAct,
    change: Partial<Omit<AssessmentYearRow, 'areaCode' | 'year' | 'state' | 'revision'>> = {},
  ): Promise<AssessmentYearRow> {
    const state = follow(row.state, act)
    const next = { ...row, ...change, state, revision: row.revision + 1, changedAt: this.clock.now() }
    await this.years.save(tx, next)
    return next
  }

  /** Adds a step to the history, and an entry to the trail. */
  async note(
    tx: EntityManager,
    actor: Actor,
    { areaCode, year }: Pick<AssessmentYearRow, 'areaCode' | 'year'>,
    kind: StepKind,
    { reason = null, document = null, ref }: StepWords = {},
  ): Promise<void> {
    await this.years.addStep(tx, {
      areaCode,
      year,
      kind,
      madeBy: actor.accountId,
      role: actor.role,
      madeAt: this.clock.now(),
      reason,
      document,
      ref: ref ?? null,
    })
    await this.audit.add(tx, {
      actor,
      areaCode,
      action: `assessment.${kind}`,
      objectType: 'assessment',
      objectId: `${areaCode}:${year}`,
      details: { ref: ref ?? null, appointmentId: actor.appointmentId },
    })
    await this.news.tell(tx, actor, { areaCode, year }, kind, ref ?? '')
  }
}
