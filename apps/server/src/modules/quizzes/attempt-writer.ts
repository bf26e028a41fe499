import { randomInt } from 'node:crypto'
import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { isSameKept } from './kept-answers.js'
import { MicroBatcher } from './micro-batcher.js'
import type { NotCountedReason } from './quiz-attempt.entity.js'
import {
  type CountedAttempt,
  type NewAttempt,
  QuizAttemptsRepository,
  type StoredAttempt,
} from './quiz-attempts.repository.js'

export type WriteResult =
  | { kind: 'stored' | 'repeated'; notCountedReason: NotCountedReason | null }
  /** The id holds another answer. */
  | { kind: 'conflict' }
  /** The paper was answered under another id. */
  | { kind: 'paper-used' }

/** Two lanes fill two cores; bigger batches gain nothing measurable and answer later. */
const OPTIONS = { batchSize: 64, lanes: 2, queueLimit: 2_000 }
/** Rows that share one tally, so that writers of the same village on several replicas seldom meet. */
export const TALLY_SLOTS = 8

/** Stores answered papers in small batches: the attempt, the person's one counted attempt and the tally together. */
@Injectable()
export class AttemptWriter implements OnModuleDestroy {
  private readonly batcher = new MicroBatcher<NewAttempt, WriteResult>(
    (attempts) => this.writeBatch(attempts),
    OPTIONS,
  )

  constructor(
    private readonly transactions: Transactions,
    private readonly attempts: QuizAttemptsRepository,
  ) {}

  /** Resolves after the commit. @throws DomainError UNAVAILABLE when too many wait */
  add(attempt: NewAttempt): Promise<WriteResult> {
    return this.batcher.add(attempt)
  }

  async onModuleDestroy(): Promise<void> {
    await this.batcher.idle()
  }

  private async writeBatch(attempts: readonly NewAttempt[]): Promise<WriteResult[]> {
    const write = () => this.transactions.run((tx) => this.write(tx, attempts))
    if (attempts.length > 1) return write()
    // Another batch stored the same id or paper between our look and our insert: a second look finds it.
    return write().catch((error) => (isDuplicateKey(error) ? write() : Promise.reject(error)))
  }

  private async write(tx: EntityManager, attempts: readonly NewAttempt[]): Promise<WriteResult[]> {
    const known = await this.attempts.findByIdsOrPapers(tx, attempts)
    const byId = new Map<string, StoredAttempt>(known.map((attempt) => [attempt.id, attempt]))
    const byPaper = new Map<string, StoredAttempt>(known.map((attempt) => [attempt.paperId, attempt]))
    const fresh = new Map<string, CountedAttempt>()
    for (const attempt of attempts) {
      if (byId.has(attempt.id) || byPaper.has(attempt.paperId)) continue
      const stored: CountedAttempt = { ...attempt, notCountedReason: attempt.invalidReason }
      byId.set(attempt.id, stored)
      byPaper.set(attempt.paperId, stored)
      fresh.set(attempt.id, stored)
    }
    await this.store(tx, [...fresh.values()])
    const announced = new Set<string>()
    return attempts.map((attempt): WriteResult => {
      const stored = byId.get(attempt.id)
      if (!stored) return { kind: 'paper-used' }
      if (!isSame(stored, attempt)) return { kind: 'conflict' }
      const isFirst = fresh.has(attempt.id) && !announced.has(attempt.id)
      announced.add(attempt.id)
      return { kind: isFirst ? 'stored' : 'repeated', notCountedReason: stored.notCountedReason }
    })
  }

  /** Keys are locked in one order by every batch — persons, attempts, tallies, each sorted — so that batches do not deadlock. */
  private async store(tx: EntityManager, fresh: CountedAttempt[]): Promise<void> {
    if (fresh.length === 0) return
    fresh.sort((a, b) => (a.id < b.id ? -1 : 1))
    const valid = fresh.filter(({ notCountedReason }) => notCountedReason === null)
    const counted = await this.attempts.claimYears(tx, valid)
    for (const attempt of valid) if (!counted.has(attempt.id)) attempt.notCountedReason = 'already-counted'
    await this.attempts.insert(tx, fresh)
    await this.attempts.addToTallies(
      tx,
      fresh.filter(({ notCountedReason }) => notCountedReason === null),
      randomInt(TALLY_SLOTS),
    )
  }
}

const isSame = (stored: StoredAttempt, sent: NewAttempt): boolean =>
  stored.accountId === sent.accountId &&
  stored.paperId === sent.paperId &&
  isSameKept(stored.answers, sent.answers) &&
  stored.startedAt.getTime() === sent.startedAt.getTime()
