import { addDays } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { PlaqueService } from '../plaque/plaque.service.js'
import { AppealsRepository } from './appeals.repository.js'
import type { ActIn, CorrectionIn, ReviewIn, YearParams } from './assessment.dto.js'
import type { AssessmentYearRow } from './assessment-year.entity.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { Freezer } from './freezer.js'
import { FrozenRepository } from './frozen.repository.js'
import { checkChanges } from './item-points.js'
import { YearFiles } from './year-files.js'
import { follow } from './year-flow.js'

/** The town office's part of the year: review by another person, freezing, corrections, publicity, the end. @see 四(二) */
@Injectable()
export class TownReviewService {
  constructor(
    private readonly files: YearFiles,
    private readonly years: AssessmentYearsRepository,
    private readonly frozen: FrozenRepository,
    private readonly appeals: AppealsRepository,
    private readonly freezer: Freezer,
    private readonly plaques: PlaqueService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends it back with reasons, or endorses it, and then freezes what was judged.
   * @throws DomainError NOT_FOUND, ASSESSMENT_NOT_OPEN, ASSESSMENT_MOVED, ASSESSMENT_CHANGED, ASSESSMENT_OWN,
   *   ASSESSMENT_TOO_EARLY, INVALID
   */
  async review(actor: Actor, params: YearParams, review: ReviewIn): Promise<void> {
    if (review.outcome === 'returned') return this.sendBack(actor, params, review)
    const { code, year } = params
    const { read } = this.transactions
    const { cycle } = await this.files.village(read, actor, code, year)
    follow((await this.years.find(read, code, year))?.state ?? 'open', 'endorse')
    this.files.assertDue(cycle)
    const frost = await this.freezer.judge(code, year, cycle.asOf)
    checkChanges(frost.judged.assessment.items, review.changes)
    await this.transactions.run(async (tx) => {
      const { row } = await this.files.lockJudged(tx, actor, params, frost.judged.assessment.asOf)
      await this.say(tx, actor, row, review)
      await this.files.save(tx, row, 'endorse')
      const { changes, reason = null } = review
      const decision = {
        version: 1,
        replaces: null,
        reason,
        document: null,
        frozenBy: actor.accountId,
        changes,
      }
      await this.freezer.keep(tx, frost, decision)
      await this.files.note(tx, actor, row, 'endorsed', { reason, ref: '1' })
    })
  }

  /**
   * Freezes again, beside what was frozen before: for a mistake that was found, or an appeal that was upheld.
   * @throws DomainError as `review`
   */
  async correct(actor: Actor, params: YearParams, correction: CorrectionIn): Promise<void> {
    const { code, year } = params
    const { read } = this.transactions
    const { cycle } = await this.files.village(read, actor, code, year)
    follow((await this.years.find(read, code, year))?.state ?? 'open', 'correct')
    this.files.assertDue(cycle)
    const frost = await this.freezer.judge(code, year, cycle.asOf)
    const { revision, changes, reason, document } = correction
    checkChanges(frost.judged.assessment.items, changes)
    await this.transactions.run(async (tx) => {
      const { row } = await this.files.lockJudged(tx, actor, params, frost.judged.assessment.asOf)
      this.files.assertSeen(row, revision)
      this.files.assertNotOwn(row, actor)
      await this.files.save(tx, row, 'correct')
      const old = (await this.frozen.versions(tx, code, year)).at(-1)?.version ?? 0
      const version = old + 1
      const decision = { version, replaces: old, reason, document, frozenBy: actor.accountId, changes }
      await this.freezer.keep(tx, frost, decision)
      await this.files.note(tx, actor, row, 'corrected', { reason, document, ref: String(version) })
    })
  }

  /** Opens the result to appeal. @throws DomainError also ASSESSMENT_NO_RESULT while the city has decided nothing */
  publish(actor: Actor, { code, year }: YearParams, { revision }: ActIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row, cycle } = await this.files.lock(tx, actor, code, year)
      this.files.assertSeen(row, revision)
      follow(row.state, 'publish')
      const result = (await this.plaques.resultsUnder(tx, AreaScope.of(code), year)).get(code)
      if (!result) throw new DomainError('ASSESSMENT_NO_RESULT', { year })
      const publishedOn = this.clock.today()
      // The day itself is not counted: 民法典 第二百零一条.
      const publicityUntil = addDays(publishedOn, cycle.publicityDays)
      await this.files.save(tx, row, 'publish', { publishedOn, publicityUntil })
      await this.files.note(tx, actor, row, 'published', { document: result.document })
    })
  }

  /** @throws DomainError also ASSESSMENT_IN_PUBLICITY until the last day is over; ASSESSMENT_APPEAL_OPEN */
  close(actor: Actor, { code, year }: YearParams, { revision }: ActIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row } = await this.files.lock(tx, actor, code, year)
      this.files.assertSeen(row, revision)
      follow(row.state, 'close')
      const until = row.publicityUntil ?? ''
      if (this.clock.today() <= until) throw new DomainError('ASSESSMENT_IN_PUBLICITY', { until })
      const appeals = await this.appeals.under(tx, AreaScope.of(code), year)
      if (appeals.some(({ outcome }) => outcome === null)) throw new DomainError('ASSESSMENT_APPEAL_OPEN')
      await this.files.save(tx, row, 'close')
      await this.files.note(tx, actor, row, 'closed')
    })
  }

  private sendBack(actor: Actor, params: YearParams, review: ReviewIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row } = await this.files.lock(tx, actor, params.code, params.year)
      await this.say(tx, actor, row, review)
      await this.files.save(tx, row, 'return')
      await this.files.note(tx, actor, row, 'returned', { reason: review.reason, ref: String(row.round) })
    })
  }

  /** Writes what the town says to the submission that waits; never the person who handed it in. */
  private async say(
    tx: EntityManager,
    actor: Actor,
    row: AssessmentYearRow,
    { revision, outcome, reason }: ReviewIn,
  ): Promise<void> {
    this.files.assertSeen(row, revision)
    follow(row.state, outcome === 'returned' ? 'return' : 'endorse')
    this.files.assertNotOwn(row, actor)
    await this.years.judgeRound(tx, {
      areaCode: row.areaCode,
      year: row.year,
      round: row.round,
      outcome,
      reason: reason ?? null,
      reviewedBy: actor.accountId,
      reviewedAt: this.clock.now(),
    })
  }
}
