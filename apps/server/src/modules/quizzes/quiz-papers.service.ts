import { drawPaper, type Question, questionOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { PAPER_SIZE } from './bank/in-force.js'
import { type IssuedPaper, PaperTokens } from './paper-token.js'
import { type BankState, QuizBank } from './quiz-bank.js'
import type { QuizPaper, QuizPaperIn } from './quizzes.dto.js'

/** The phone keeps answers of an interrupted paper for a day. */
const PAPER_LIFE_MS = 24 * 3_600_000

/** Whose paper it is, for which audience, and to which village it counts. */
export type PaperOrder = Pick<IssuedPaper, 'audience' | 'purpose' | 'areaCode' | 'holderId' | 'askedBy'>
export type HandedPaper = { paperId: string; token: string; items: Question[] }

@Injectable()
export class QuizPapersService {
  constructor(
    private readonly bank: QuizBank,
    private readonly tokens: PaperTokens,
    private readonly areas: AreasService,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Draws a paper. Nothing is stored: the signed token is the paper, and answering it uses it up.
   * @throws DomainError SIGN_IN_REQUIRED, FORBIDDEN, DEMO_READ_ONLY, NOT_FOUND, QUIZ_BANK_EMPTY
   */
  async issue(actor: Actor | undefined, order: QuizPaperIn): Promise<QuizPaper> {
    if (order.purpose === 'assessment') {
      assertMayBeCounted(actor)
      this.writePolicy.assertWritable(order.areaCode)
    }
    const area = await this.areas.find(this.transactions.read, order.areaCode)
    if (area?.level !== 'village') throw notFound()
    const { paper, items, bankState } = await this.draw({ ...order, holderId: actor?.accountId ?? null })
    return {
      paperId: paper.paperId,
      token: this.tokens.sign(paper),
      issuedAt: new Date(paper.issuedAt).toISOString(),
      expiresAt: new Date(paper.expiresAt).toISOString(),
      purpose: order.purpose,
      bankState,
      items,
    }
  }

  /**
   * A paper for whoever else may answer; the caller has asked who that is.
   * @throws DomainError QUIZ_BANK_EMPTY
   */
  async hand(order: PaperOrder): Promise<HandedPaper> {
    const { paper, items } = await this.draw(order)
    return { paperId: paper.paperId, token: this.tokens.sign(paper), items }
  }

  private async draw(order: PaperOrder) {
    const bank = await this.bank.drawable()
    const paperId = uuidv7()
    const now = this.clock.now()
    const seed = seedOf(order, paperId, now)
    const drawn = drawPaper(bank.items, { audience: order.audience, seed, size: PAPER_SIZE })
    if (drawn.length < PAPER_SIZE) throw new DomainError('QUIZ_BANK_EMPTY')
    const issuedAt = now.getTime()
    const versions = new Map(bank.items.map(({ id, version }) => [id, version]))
    const paper: IssuedPaper = {
      ...order,
      paperId,
      issuedAt,
      expiresAt: issuedAt + PAPER_LIFE_MS,
      items: drawn.map(({ id, order: shown }) => [id, versions.get(id) ?? 1, shown]),
    }
    const bankState: BankState = drawn.some(({ id }) => bank.unreviewed.has(id))
      ? 'awaiting-town-review'
      : 'reviewed'
    return { paper, items: drawn.map(questionOf), bankState }
  }
}

/**
 * Who is counted gets the same questions however often he draws within the year: choosing among papers would choose the rate.
 * Practice is new each time, and neighbours in a class differ.
 */
const seedOf = ({ purpose, holderId }: PaperOrder, paperId: string, at: Date): string =>
  purpose === 'practice' || purpose === 'class' ? paperId : `${holderId}/${chinaDate(at).slice(0, 4)}`

/** Who answers for the rate signs in, so that a person counts once. */
export function assertMayBeCounted(actor: Actor | undefined): asserts actor is Actor {
  if (!actor) throw new DomainError('SIGN_IN_REQUIRED')
  if (!actor.permissions.has('quiz.take')) throw new DomainError('FORBIDDEN')
}
