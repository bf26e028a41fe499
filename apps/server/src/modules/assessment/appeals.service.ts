import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { assertSecondPerson } from '../../platform/second-person.js'
import { AppealsRepository } from './appeals.repository.js'
import type { AppealDecisionIn, AppealIn, ThingParams } from './assessment.dto.js'
import { YearFiles } from './year-files.js'

/** Objections to a published result, and the city's decisions on them. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly files: YearFiles,
    private readonly appeals: AppealsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters an appeal that came within the window; it may be entered a day later. Sent again it is the same appeal.
   * @throws DomainError NOT_FOUND, ASSESSMENT_NOT_OPEN, ASSESSMENT_NOT_PUBLISHED, ASSESSMENT_APPEAL_CONFLICT, INVALID
   */
  raise(actor: Actor, { code, year, id }: ThingParams, input: AppealIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row } = await this.files.lock(tx, actor, code, year)
      const known = await this.appeals.find(tx, code, id)
      if (known) {
        const isSame =
          known.enteredBy === actor.accountId && known.matter === input.matter && known.year === year
        if (isSame) return
        throw new DomainError('ASSESSMENT_APPEAL_CONFLICT')
      }
      if (row.state !== 'published') throw new DomainError('ASSESSMENT_NOT_PUBLISHED')
      const { publishedOn, publicityUntil } = row
      const isInWindow = input.receivedOn >= (publishedOn ?? '') && input.receivedOn <= (publicityUntil ?? '')
      if (!isInWindow || input.receivedOn > this.clock.today())
        throw new DomainError('INVALID', { count: 1 }, [
          {
            path: 'receivedOn',
            code: 'outOfWindow',
            text: `只收公示期内的意见：${publishedOn}至${publicityUntil}，也不能晚于今天。`,
          },
        ])
      await this.appeals.insert(tx, {
        ...input,
        areaCode: code,
        id,
        year,
        enteredBy: actor.accountId,
        enteredAt: this.clock.now(),
      })
      await this.files.note(tx, actor, row, 'appealed', { ref: id })
    })
  }

  /**
   * Once, with its document, by another than who entered it. What follows from it (another result, a correction) is decided by
   * its own.
   * @throws DomainError NOT_FOUND, ASSESSMENT_APPEAL_DECIDED, ASSESSMENT_OWN
   */
  decide(actor: Actor, { code, year, id }: ThingParams, decision: AppealDecisionIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row } = await this.files.lock(tx, actor, code, year)
      const appeal = await this.appeals.find(tx, code, id)
      if (appeal?.year !== year) throw notFound()
      if (appeal.outcome !== null) throw new DomainError('ASSESSMENT_APPEAL_DECIDED')
      assertSecondPerson(appeal.enteredBy, actor, 'ASSESSMENT_OWN')
      await this.appeals.decide(tx, {
        ...appeal,
        ...decision,
        decidedBy: actor.accountId,
        decidedAt: this.clock.now(),
      })
      const { reason, document } = decision
      await this.files.note(tx, actor, row, 'decided', { reason, document, ref: id })
    })
  }
}
