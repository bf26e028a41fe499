import { type Answer, type Marks, markPaper, type PaperItem, POLICIES, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AttemptWriter } from './attempt-writer.js'
import { type IssuedPaper, PaperTokens } from './paper-token.js'
import type { NotCountedReason } from './quiz-attempt.entity.js'
import { type NewAttempt, type OwnAttempt, QuizAttemptsRepository } from './quiz-attempts.repository.js'
import { QuizBank, type VersionedItem } from './quiz-bank.js'
import { assertMayBeCounted } from './quiz-papers.service.js'
import type { QuizAttemptIn, QuizAttemptOut } from './quizzes.dto.js'

export type SubmitResult = { isNew: boolean; attempt: QuizAttemptOut }

type MarkedPaper = { items: PaperItem[]; sources: VersionedItem[]; marks: Marks; passMark: number }

@Injectable()
export class QuizAttemptsService {
  constructor(
    private readonly tokens: PaperTokens,
    private readonly bank: QuizBank,
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
        attempt: toOut(id, await this.mark(paper, body.answers, receivedAt), 'practice'),
      }
    }
    assertMayBeCounted(actor)
    if (paper.accountId !== actor.accountId) throw new DomainError('QUIZ_PAPER_UNKNOWN')
    const marked = await this.mark(paper, body.answers, receivedAt)
    const attempt = this.toAttempt(actor, id, paper, body, marked, receivedAt)
    if (receivedAt.getTime() > paper.expiresAt) await this.assertStored(attempt)
    const result = await this.writer.add(attempt)
    if (result.kind === 'conflict') throw new DomainError('QUIZ_ATTEMPT_CONFLICT')
    if (result.kind === 'paper-used') throw new DomainError('QUIZ_PAPER_USED')
    return { isNew: result.kind === 'stored', attempt: toOut(id, marked, result.notCountedReason) }
  }

  /** A person's own attempts, newest first. */
  ofAccount(tx: EntityManager, accountId: string): Promise<OwnAttempt[]> {
    return this.attempts.ofAccount(tx, accountId)
  }

  private async mark(paper: IssuedPaper, answers: readonly Answer[], at: Date): Promise<MarkedPaper> {
    const versions = await this.bank.find(paper.items.map(([id, version]) => ({ id, version })))
    const sources: VersionedItem[] = []
    const items = paper.items.map(([id, , order], index): PaperItem => {
      const source = versions.get(id)
      if (!source) throw new DomainError('QUIZ_PAPER_UNKNOWN')
      sources.push(source)
      return {
        no: index + 1,
        id,
        type: source.type,
        stem: source.stem,
        options: order.map((position) => source.options[position] ?? ''),
        order,
        answer: order.flatMap((position, shown) => (source.answer.includes(position) ? [shown] : [])),
      }
    })
    const passMark = policyAt(POLICIES, chinaDate(at), paper.areaCode).awarePassMark
    return { items, sources, marks: markPaper(items, answers), passMark }
  }

  private toAttempt(
    actor: Actor,
    id: string,
    paper: IssuedPaper,
    body: QuizAttemptIn,
    { marks, passMark }: MarkedPaper,
    receivedAt: Date,
  ): NewAttempt {
    const { quizMinSeconds } = policyAt(POLICIES, chinaDate(receivedAt), paper.areaCode)
    // By the server's clock alone: the phone's may be wrong, or made to be.
    const isTooFast = receivedAt.getTime() - paper.issuedAt < quizMinSeconds * 1000
    const isUnfinished = marks.answered < marks.total
    return {
      id,
      paperId: paper.paperId,
      areaCode: paper.areaCode,
      audience: paper.audience,
      channel: 'self',
      accountId: actor.accountId,
      year: Number(chinaDate(receivedAt).slice(0, 4)),
      score: marks.score,
      correct: marks.correct,
      total: marks.total,
      isAware: marks.score >= passMark,
      invalidReason: isUnfinished ? 'unfinished' : isTooFast ? 'too-fast' : null,
      issuedAt: new Date(paper.issuedAt),
      startedAt: new Date(body.startedAt),
      submittedAt: receivedAt,
      answers: canonicalJson({ items: paper.items, chosen: marks.perItem.map(({ chosen }) => chosen) }),
    }
  }

  /** A paper that has run out is only taken when it was handed in before and the answer got lost. */
  private async assertStored(attempt: NewAttempt): Promise<void> {
    const known = await this.attempts.findByIdsOrPapers(this.transactions.read, [attempt])
    if (!known.some(({ id }) => id === attempt.id)) throw new DomainError('QUIZ_PAPER_EXPIRED')
  }
}

function toOut(
  id: string,
  { sources, marks, passMark }: MarkedPaper,
  notCountedReason: NotCountedReason | null,
): QuizAttemptOut {
  return {
    id,
    score: marks.score,
    correct: marks.correct,
    total: marks.total,
    isAware: marks.score >= passMark,
    passMark,
    counted: notCountedReason === null,
    ...(notCountedReason === null ? {} : { notCountedReason }),
    unanswered: marks.perItem.filter(({ chosen }) => chosen.length === 0).map(({ no }) => no),
    items: marks.perItem.map(({ no, correct, chosen, answer }, index) => ({
      no,
      correct,
      chosen,
      answer,
      explanation: sources[index]?.explanation ?? '',
      basis: sources[index]?.basis ?? '',
    })),
  }
}
