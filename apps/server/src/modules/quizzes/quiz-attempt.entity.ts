import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  idColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/** Why an answered paper does not move the awareness rate. */
export type NotCountedReason = 'practice' | 'already-counted' | 'too-fast' | 'unfinished'

/** An answered assessment paper. Practice leaves no row. */
@Entity('quiz_attempt')
@Index('uq_quiz_attempt_paper', ['paperId'], { unique: true })
@Index('ix_quiz_attempt_area', ['areaCode', 'year', 'audience'])
@Index('ix_quiz_attempt_account', ['accountId', 'year'])
@Index('ix_quiz_attempt_items', ['itemsCounted', 'isCounted', 'id'])
export class QuizAttempt {
  /** Made on the phone: a retry after a lost answer finds the same row. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Unique: a paper is answered once. */
  @Column(idColumn('paper_id'))
  paperId: string

  /** The village whose rate it moves. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('audience', 16))
  audience: string

  /** How the person came to the questions: `self` is self-chosen, the others are samples. */
  @Column(codeColumn('channel', 16))
  channel: string

  /** Who it is counted for: an account, a member of a venue's staff, or the holder id of a number drawn. */
  @Column(idColumn('account_id', { nullable: true }))
  accountId: string | null

  /** Year in China in which the server received it. */
  @Column({ name: 'year', type: 'smallint' })
  year: number

  /** 0–100, truncated. */
  @Column({ name: 'score', type: 'int' })
  score: number

  @Column({ name: 'correct', type: 'int' })
  correct: number

  @Column({ name: 'total', type: 'int' })
  total: number

  /** The score reached the pass mark that was in force. */
  @Column({ name: 'is_aware', type: 'boolean' })
  isAware: boolean

  @Column({ name: 'is_counted', type: 'boolean' })
  isCounted: boolean

  @Column(codeColumn('not_counted_reason', 24, { nullable: true }))
  notCountedReason: NotCountedReason | null

  @Column(instantColumn('issued_at'))
  issuedAt: Date

  /** By the phone's clock: shown, never judged. */
  @Column(instantColumn('started_at'))
  startedAt: Date

  @Column(instantColumn('submitted_at'))
  submittedAt: Date

  /** JSON: the questions by version, in which order their options stood, what was chosen and what is right. */
  @Column(longTextColumn('answers'))
  answers: string

  /** The cadre who asked at home, on his own phone; NULL where people answered for themselves. */
  @Column(idColumn('asked_by', { nullable: true }))
  askedBy: string | null

  /** Keyed hash of the phone's random number and the year; NULL where none was sent. Tells that two answers share a phone. */
  @Column(codeColumn('device_hash', 64, { nullable: true }))
  deviceHash: string | null

  /** Its questions stand in `awareness_item`. */
  @Column({ name: 'items_counted', type: 'boolean', default: false })
  itemsCounted: boolean
}
