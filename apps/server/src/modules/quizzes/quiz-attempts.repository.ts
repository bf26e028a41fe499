import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { NotCountedReason } from './quiz-attempt.entity.js'

export type AttemptContent = {
  id: string
  paperId: string
  areaCode: string
  audience: string
  channel: string
  accountId: string
  year: number
  score: number
  correct: number
  total: number
  isAware: boolean
  issuedAt: Date
  startedAt: Date
  submittedAt: Date
  /** @see keptAnswers */
  answers: string
  askedBy: string | null
  deviceHash: string | null
}
/** Marked, not yet stored. `invalidReason` is null when it counts if the person has no counted one this year. */
export type NewAttempt = AttemptContent & { invalidReason: 'too-fast' | 'unfinished' | null }
/** `notCountedReason` is null when it counts. */
export type CountedAttempt = AttemptContent & { notCountedReason: NotCountedReason | null }
export type StoredAttempt = Pick<
  CountedAttempt,
  'id' | 'paperId' | 'accountId' | 'answers' | 'startedAt' | 'notCountedReason'
>

export type OwnAttempt = {
  submittedAt: Date
  areaCode: string
  audience: string
  /** null: the paper does not count, and its questions come again. */
  score: number | null
  isCounted: 0 | 1
}

/** Ids in one IN list. */
const HOLDERS_AT_ONCE = 1_000

const STORED = `SELECT id, paper_id AS paperId, account_id AS accountId, answers, started_at AS startedAt,
  not_counted_reason AS notCountedReason FROM quiz_attempt`

@Injectable()
export class QuizAttemptsRepository {
  /** Attempts that hold one of the ids, and attempts that hold one of the papers. */
  findByIdsOrPapers(
    tx: EntityManager,
    attempts: readonly Pick<AttemptContent, 'id' | 'paperId'>[],
  ): Promise<StoredAttempt[]> {
    return tx.query(`${STORED} WHERE id IN (?) UNION ${STORED} WHERE paper_id IN (?)`, [
      attempts.map(({ id }) => id),
      attempts.map(({ paperId }) => paperId),
    ])
  }

  /** When a valid attempt reached the pass mark, whether it counts or another of the year does; undefined: it did not. */
  async passedAt(
    tx: EntityManager,
    attempt: { id: string; paperId: string; accountId: string },
  ): Promise<Date | undefined> {
    const rows: { submittedAt: Date }[] = await tx.query(
      `SELECT submitted_at AS submittedAt FROM quiz_attempt WHERE id = ? AND paper_id = ? AND account_id = ?
       AND is_aware = TRUE AND (not_counted_reason IS NULL OR not_counted_reason = 'already-counted')`,
      [attempt.id, attempt.paperId, attempt.accountId],
    )
    return rows[0]?.submittedAt
  }

  /** What a person answered himself, newest first; the answers stay out. */
  ofAccount(tx: EntityManager, accountId: string): Promise<OwnAttempt[]> {
    return tx.query(
      `SELECT submitted_at AS submittedAt, area_code AS areaCode, audience, is_counted AS isCounted,
         IF(not_counted_reason IN ('too-fast', 'unfinished'), NULL, score) AS score
       FROM quiz_attempt WHERE account_id = ? ORDER BY submitted_at DESC LIMIT 200`,
      [accountId],
    )
  }

  /**
   * Claims the year of each person for his attempt, where no earlier attempt has it.
   * @returns ids of the attempts that now count
   */
  async claimYears(
    tx: EntityManager,
    attempts: readonly Pick<AttemptContent, 'id' | 'accountId' | 'year'>[],
  ): Promise<ReadonlySet<string>> {
    if (attempts.length === 0) return new Set()
    const claims = attempts
      .map(({ id, accountId, year }) => [accountId, year, id])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1))
    await tx.query(
      `INSERT INTO quiz_assessment (account_id, year, attempt_id) VALUES ? ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`,
      [claims],
    )
    const rows: { attemptId: string }[] = await tx.query(
      `SELECT attempt_id AS attemptId FROM quiz_assessment WHERE (account_id, year) IN (?)`,
      [claims.map(([accountId, year]) => [accountId, year])],
    )
    return new Set(rows.map(({ attemptId }) => attemptId))
  }

  /** Who of the given has a counted attempt in a year, and whether it was an aware one. */
  async countedOfYear(
    tx: EntityManager,
    holderIds: readonly string[],
    year: number,
  ): Promise<ReadonlyMap<string, boolean>> {
    const counted = new Map<string, boolean>()
    for (let at = 0; at < holderIds.length; at += HOLDERS_AT_ONCE) {
      const rows: { holderId: string; isAware: 0 | 1 }[] = await tx.query(
        `SELECT c.account_id AS holderId, a.is_aware AS isAware FROM quiz_assessment c
         JOIN quiz_attempt a ON a.id = c.attempt_id WHERE c.account_id IN (?) AND c.year = ?`,
        [holderIds.slice(at, at + HOLDERS_AT_ONCE), year],
      )
      for (const { holderId, isAware } of rows) counted.set(holderId, isAware === 1)
    }
    return counted
  }

  async insert(tx: EntityManager, attempts: readonly CountedAttempt[]): Promise<void> {
    await tx.query(
      `INSERT INTO quiz_attempt (id, paper_id, area_code, audience, channel, account_id, year, score, correct, total,
         is_aware, is_counted, not_counted_reason, issued_at, started_at, submitted_at, answers, asked_by, device_hash) VALUES ?`,
      [
        attempts.map((one) => [
          one.id,
          one.paperId,
          one.areaCode,
          one.audience,
          one.channel,
          one.accountId,
          one.year,
          one.score,
          one.correct,
          one.total,
          one.isAware,
          one.notCountedReason === null,
          one.notCountedReason,
          one.issuedAt,
          one.startedAt,
          one.submittedAt,
          one.answers,
          one.askedBy,
          one.deviceHash,
        ]),
      ],
    )
  }

  async addToTallies(tx: EntityManager, counted: readonly AttemptContent[], slot: number): Promise<void> {
    const tallies = new Map<string, [string, number, string, string, number, number, number]>()
    for (const { areaCode, year, audience, channel, isAware } of counted) {
      const key = [areaCode, year, audience, channel].join('/')
      const tally = tallies.get(key) ?? [areaCode, year, audience, channel, slot, 0, 0]
      tally[5] += 1
      tally[6] += isAware ? 1 : 0
      tallies.set(key, tally)
    }
    if (tallies.size === 0) return
    const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally)
    await tx.query(
      `INSERT INTO awareness_slot (area_code, year, audience, channel, slot, valid, aware) VALUES ?
       ON DUPLICATE KEY UPDATE valid = valid + VALUES(valid), aware = aware + VALUES(aware)`,
      [rows],
    )
  }
}
