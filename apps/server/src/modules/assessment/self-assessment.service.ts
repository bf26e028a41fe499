import { ITEM_IDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { type ActIn, type ClaimsIn, readClaims, type YearParams } from './assessment.dto.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { checkClaims, pointsAfter } from './item-points.js'
import { LiveJudgement } from './live-judgement.js'
import { YearFiles } from './year-files.js'
import { follow } from './year-flow.js'
import { YearPhotos } from './year-photos.service.js'

/** The village's own part of the year: what it claims for each item, on which evidence, and handing it in. */
@Injectable()
export class SelfAssessmentService {
  constructor(
    private readonly files: YearFiles,
    private readonly years: AssessmentYearsRepository,
    private readonly live: LiveJudgement,
    private readonly ledgers: LedgerReader,
    private readonly photos: YearPhotos,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what is written so far; photos of papers may follow from then on.
   * @throws DomainError NOT_FOUND, ASSESSMENT_NOT_OPEN, ASSESSMENT_MOVED, ASSESSMENT_CHANGED, ATTACHMENT_CONFLICT
   */
  write(actor: Actor, { code, year }: YearParams, { revision, claims }: ClaimsIn): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row } = await this.files.lock(tx, actor, code, year)
      this.files.assertSeen(row, revision)
      const written = claims.filter(
        ({ points, note, papers }) => points !== null || note !== '' || papers.length > 0,
      )
      written.sort((a, b) => ITEM_IDS.indexOf(a.item) - ITEM_IDS.indexOf(b.item))
      await this.files.save(tx, row, 'claim', { claims: JSON.stringify(written), claimedBy: actor.accountId })
      await this.photos.name(tx, actor, row, written)
    })
  }

  /**
   * Hands the claims in: they stay as they are until the town sends them back. The ledger goes on: what is frozen is judged anew
   * when the town endorses.
   * @throws DomainError also ASSESSMENT_TOO_EARLY before the last day that is judged; INVALID for claims without their reason;
   *   ASSESSMENT_CHANGED also when a record arrived while it was judged
   */
  async submit(actor: Actor, params: YearParams, { revision }: ActIn): Promise<void> {
    const { code, year } = params
    const { cycle } = await this.files.village(this.transactions.read, actor, code, year)
    this.files.assertDue(cycle)
    // Judged before anything is locked: it takes a while.
    const { assessment } = await this.live.ofVillage(this.transactions.read, code, cycle)
    await this.transactions.run(async (tx) => {
      const { row } = await this.files.lockJudged(tx, actor, params, assessment.asOf)
      this.files.assertSeen(row, revision)
      follow(row.state, 'submit')
      if ((await this.ledgers.version(tx, code)) !== assessment.ledgerVersion)
        throw new DomainError('ASSESSMENT_CHANGED')
      const claims = readClaims(row.claims)
      checkClaims(assessment.items, claims)
      const round = row.round + 1
      await this.files.save(tx, row, 'submit', { round, claimedBy: actor.accountId })
      await this.years.addRound(tx, {
        areaCode: code,
        year,
        round,
        claims: row.claims,
        claimedPoints: pointsAfter(
          assessment.items,
          claims.flatMap(({ item, points }) => (points === null ? [] : [{ item, points }])),
        ),
        ledgerVersion: assessment.ledgerVersion,
        submittedBy: actor.accountId,
        submittedAt: this.clock.now(),
      })
      await this.files.note(tx, actor, row, 'submitted', { ref: String(round) })
    })
  }
}
