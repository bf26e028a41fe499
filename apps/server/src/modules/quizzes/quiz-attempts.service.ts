import type { Channel } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AttemptWriter } from './attempt-writer.js'
import { keptAnswers } from './kept-answers.js'
import { explained, type MarkedPaper, PaperMarking } from './paper-marking.js'
import { type IssuedPaper, PaperTokens } from './paper-token.js'
import type { NotCountedReason } from './quiz-attempt.entity.js'
import { type NewAttempt, type OwnAttempt, QuizAttemptsRepository } from './quiz-attempts.repository.js'
import { assertMayBeCounted } from './quiz-papers.service.js'
import type { QuizAttemptIn, QuizAttemptOut } from './quizzes.dto.js'

/** A paper that is answered without an account. */
export type HeldPaper = IssuedPaper & { purpose: 'staff' | 'invited' | 'household'; holderId: string }
export type SubmitResult = { isNew: boolean; attempt: QuizAttemptOut }

@Injectable()
export class QuizAttemptsService {
  constructor(
    private readonly tokens: PaperTokens,
    private readonly marking: PaperMarking,
    private readonly writer: AttemptWriter,
    private readonly attempts: QuizAttemptsRepository,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks an answered paper. Practice is marked and forgotten; an assessment is stored, and counts when it is the
   * person's first valid one of the year. Sent again unchanged, it answers the same.
   * @throws DomainError QUIZ_PAPER_UNKNOWN, QUIZ_PAPER_EXPIRED, QUIZ_PAPER_USED, QUIZ_ATTEMPT_CONFLICT, SIGN_IN_REQUIRED, UNAVAILABLE
   */
  async submit(actor: Actor | undefined, id: string, body: QuizAttemptIn): Promise<SubmitResult> {
    const paper = this.tokens.read(body.token)
    if (!paper || paper.paperId !== body.paperId) throw new DomainError('QUIZ_PAPER_UNKNOWN')
    const receivedAt = this.clock.now()
    if (paper.purpose === 'practice') {
      if (receivedAt.getTime() > paper.expiresAt) throw new DomainError('QUIZ_PAPER_EXPIRED')
      return {
        isNew: false,
        attempt: toOut(id, await this.marking.mark(paper, body.answers, receivedAt), 'practice'),
      }
    }
    if (paper.purpose !== 'assessment') throw new DomainError('QUIZ_PAPER_UNKNOWN')
    assertMayBeCounted(actor)
    return this.keep(actor.accountId, id, paper, body, receivedAt)
  }

  /**
   * The paper that a body brings back, answered by somebody without an account.
   * @throws DomainError QUIZ_PAPER_UNKNOWN for a paper of another purpose or of nobody
   */
  heldPaper(body: Pick<QuizAttemptIn, 'token' | 'paperId'>, purpose: HeldPaper['purpose']): HeldPaper {
    const paper = this.tokens.read(body.token)
    if (!paper || paper.paperId !== body.paperId || paper.purpose !== purpose || paper.holderId === null)
      throw new DomainError('QUIZ_PAPER_UNKNOWN')
    return { ...paper, purpose, holderId: paper.holderId }
  }

  /**
   * Keeps such a paper; the caller has asked whether it may be handed in. The first valid one of its holder's year counts.
   * @throws DomainError QUIZ_PAPER_UNKNOWN, QUIZ_PAPER_EXPIRED, QUIZ_PAPER_USED, QUIZ_ATTEMPT_CONFLICT, UNAVAILABLE
   */
  submitHeld(id: string, paper: HeldPaper, body: QuizAttemptIn): Promise<SubmitResult> {
    return this.keep(paper.holderId, id, paper, body, this.clock.now())
  }

  /**
   * Who of a venue's staff passed with an attempt, and when. The paper is asked for, which only the phone that answered has:
   * whoever knows the digits alone must not learn how somebody did.
   * @throws DomainError QUIZ_PAPER_UNKNOWN, STAFF_NOT_PASSED
   */
  async staffPass(tx: EntityManager, id: string, token: string): Promise<{ staffId: string; at: Date }> {
    const paper = this.tokens.read(token)
    if (paper?.purpose !== 'staff' || paper.holderId === null) throw new DomainError('QUIZ_PAPER_UNKNOWN')
    const { paperId, holderId } = paper
    const at = await this.attempts.passedAt(tx, { id, paperId, accountId: holderId })
    if (!at) throw new DomainError('STAFF_NOT_PASSED')
    return { staffId: holderId, at }
  }

  private async keep(
    holderId: string,
    id: string,
    paper: IssuedPaper,
    body: QuizAttemptIn,
    receivedAt: Date,
  ): Promise<SubmitResult> {
    if (paper.holderId !== holderId) throw new DomainError('QUIZ_PAPER_UNKNOWN')
    const marked = await this.marking.mark(paper, body.answers, receivedAt)
    const attempt = toAttempt(id, paper, body, marked, receivedAt, this.deviceHash(body, receivedAt))
    if (receivedAt.getTime() > paper.expiresAt) await this.assertStored(attempt)
    const result = await this.writer.add(attempt)
    if (result.kind === 'conflict') throw new DomainError('QUIZ_ATTEMPT_CONFLICT')
    if (result.kind === 'paper-used') throw new DomainError('QUIZ_PAPER_USED')
    return { isNew: result.kind === 'stored', attempt: toOut(id, marked, result.notCountedReason) }
  }

  /** Which of the given people have an attempt that counts in a year, and whether it was an aware one. */
  countedOf(
    tx: EntityManager,
    holderIds: readonly string[],
    year: number,
  ): Promise<ReadonlyMap<string, boolean>> {
    return this.attempts.countedOfYear(tx, holderIds, year)
  }

  /** A person's own attempts, newest first. */
  ofAccount(tx: EntityManager, accountId: string): Promise<OwnAttempt[]> {
    return this.attempts.ofAccount(tx, accountId)
  }

  /** Tells two phones apart within a year and no longer; a phone cannot be found by it. */
  private deviceHash({ device }: QuizAttemptIn, at: Date): string | null {
    return device === undefined ? null : this.cipher.fingerprint(`quiz-device:${yearOf(at)}:${device}`)
  }

  /** A paper that has run out is only taken when it was handed in before and the answer got lost. */
  private async assertStored(attempt: NewAttempt): Promise<void> {
    const known = await this.attempts.findByIdsOrPapers(this.transactions.read, [attempt])
    if (!known.some(({ id }) => id === attempt.id)) throw new DomainError('QUIZ_PAPER_EXPIRED')
  }
}

const yearOf = (at: Date): number => Number(chinaDate(at).slice(0, 4))

/** How the person came to the questions. */
const channelOf = ({ purpose }: IssuedPaper): Channel =>
  purpose === 'invited' || purpose === 'household' ? purpose : 'self'

function toAttempt(
  id: string,
  paper: IssuedPaper,
  { startedAt }: QuizAttemptIn,
  marked: MarkedPaper,
  submittedAt: Date,
  deviceHash: string | null,
): NewAttempt {
  const { score, correct, total } = marked.marks
  return {
    id,
    paperId: paper.paperId,
    areaCode: paper.areaCode,
    audience: paper.audience,
    channel: channelOf(paper),
    accountId: paper.holderId ?? '',
    year: yearOf(submittedAt),
    score,
    correct,
    total,
    isAware: marked.isAware,
    invalidReason: marked.invalidReason,
    issuedAt: new Date(paper.issuedAt),
    startedAt: new Date(startedAt),
    submittedAt,
    answers: keptAnswers(marked),
    askedBy: paper.askedBy ?? null,
    // At home many answer on the phone of whoever asks.
    deviceHash: paper.askedBy === undefined ? deviceHash : null,
  }
}

function toOut(id: string, marked: MarkedPaper, notCountedReason: NotCountedReason | null): QuizAttemptOut {
  const { marks, passMark, isAware } = marked
  // Whoever must answer the same questions again is told what is wrong with the paper, not how many answers are right.
  const isTold = notCountedReason !== 'too-fast' && notCountedReason !== 'unfinished'
  return {
    id,
    score: isTold ? marks.score : null,
    correct: isTold ? marks.correct : null,
    total: marks.total,
    isAware: isTold ? isAware : null,
    passMark,
    counted: notCountedReason === null,
    ...(notCountedReason === null ? {} : { notCountedReason }),
    unanswered: marks.perItem.filter(({ chosen }) => chosen.length === 0).map(({ no }) => no),
    items: isTold ? explained(marked) : [],
  }
}
