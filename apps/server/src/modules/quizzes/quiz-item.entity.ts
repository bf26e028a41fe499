import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn, longTextColumn } from '../../platform/database/columns.js'

export type ReviewState = 'awaiting-town-review' | 'reviewed' | 'retired'

/** One version of one question. A version never changes: papers already handed out are marked with it. */
@Entity('quiz_item')
@Index('ix_quiz_item_state', ['reviewState', 'id'])
export class QuizItem {
  @PrimaryColumn(codeColumn('id', 40))
  id: string

  @PrimaryColumn({ name: 'version', type: 'int' })
  version: number

  /** Canonical JSON of the whole question, answer and explanation included. */
  @Column(longTextColumn('content'))
  content: string

  /** `retired`: no longer drawn, because a newer version or the town office replaced it. */
  @Column(codeColumn('review_state', 24))
  reviewState: ReviewState

  @Column(idColumn('reviewed_by', { nullable: true }))
  reviewedBy: string | null

  @Column(instantColumn('reviewed_at', { nullable: true }))
  reviewedAt: Date | null
}
