import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AttemptWriter } from './attempt-writer.js'
import { answersKept, explained, type MarkedPaper, PaperMarking } from './paper-marking.js'
import { type IssuedPaper, PaperTokens } from './paper-token.js'
import type { NotCountedReason } from './quiz-attempt.entity.js'
import { type NewAttempt, type OwnAttempt, QuizAttemptsRepository } from './quiz-attempts.repository.js'
import { assertMayBeCounted } from './quiz-papers.service.js'
import type { QuizAttemptIn, QuizAttemptOut } from './quizzes.dto.js'

export type SubmitResult = { isNew: boolean; attempt: QuizAttemptOut }

@Injectable()
export class QuizAttemptsService {
  constructor(
    private readonly tokens: PaperTokens,
    private readonly marking: PaperMarking,
    private readonly writer: AttemptWriter,
    private readonly attempts: QuizAttemptsRepository,
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
   * A paper of a venue's staff, answered without an account. The first valid one of the year counts.
   * @throws DomainError QUIZ_PAPER_UNKNOWN, QUIZ_PAPER_EXPIRED, QUIZ_PAPER_USED, QUIZ_ATTEMPT_CONFLICT, UNAVAILABLE
   */
  async submitStaff(id: string, body: QuizAttemptIn): Promise<SubmitResult> {
    const paper = this.tokens.read(body.token)
    if (!paper || paper.paperId !== body.paperId || paper.purpose !== 'staff' || paper.holderId === null)
      throw new DomainError('QUIZ_PAPER_UNKNOWN')
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
    const attempt = toAttempt(id, paper, body, marked, receivedAt)
    if (receivedAt.getTime() > paper.expiresAt) await this.assertStored(attempt)
    const result = await this.writer.add(attempt)
    if (result.kind === 'conflict') throw new DomainError('QUIZ_ATTEMPT_CONFLICT')
    if (result.kind === 'paper-used') throw new DomainError('QUIZ_PAPER_USED')
    return { isNew: result.kind === 'stored', attempt: toOut(id, marked, result.notCountedReason) }
  }

  /** Which of the given people have an attempt that counts in a year. */
  answeredBy(tx: EntityManager, holderIds: readonly string[], year: number): Promise<ReadonlySet<string>> {
    return this.attempts.holdersOfYear(tx, holderIds, year)
  }

  /** A person's own attempts, newest first. */
  ofAccount(tx: EntityManager, accountId: string): Promise<OwnAttempt[]> {
    return this.attempts.ofAccount(tx, accountId)
  }

  /** A paper that has run out is only taken when it was handed in before and the answer got lost. */
  private async assertStored(attempt: NewAttempt): Promise<void> {
    const known = await this.attempts.findByIdsOrPapers(this.transactions.read, [attempt])
    if (!known.some(({ id }) => id === attempt.id)) throw new DomainError('QUIZ_PAPER_EXPIRED')
  }
}

function toAttempt(
  id: string,
  paper: IssuedPaper,
  { startedAt }: QuizAttemptIn,
  marked: MarkedPaper,
  submittedAt: Date,
): NewAttempt {
  const { score, correct, total } = marked.marks
  return {
    id,
    paperId: paper.paperId,
    areaCode: paper.areaCode,
    audience: paper.audience,
    channel: 'self',
    accountId: paper.holderId ?? '',
    year: Number(chinaDate(submittedAt).slice(0, 4)),
    score,
    correct,
    total,
    isAware: marked.isAware,
    invalidReason: marked.invalidReason,
    issuedAt: new Date(paper.issuedAt),
    startedAt: new Date(startedAt),
    submittedAt,
    answers: answersKept(marked),
  }
}

function toOut(id: string, marked: MarkedPaper, notCountedReason: NotCountedReason | null): QuizAttemptOut {
  const { marks, passMark, isAware } = marked
  return {
    id,
    score: marks.score,
    correct: marks.correct,
    total: marks.total,
    isAware,
    passMark,
    counted: notCountedReason === null,
    ...(notCountedReason === null ? {} : { notCountedReason }),
    unanswered: marks.perItem.filter(({ chosen }) => chosen.length === 0).map(({ no }) => no),
    items: explained(marked),
  }
}
