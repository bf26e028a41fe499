import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  codeColumn,
  idColumn,
  instantColumn,
  longTextColumn,
  textColumn,
} from '../../platform/database/columns.js'

/**
 * What became of a version. `superseded`: a newer one took its place before or after it was reviewed. `retired`: somebody
 * took the question out; a new version brings it back.
 */
export const ITEM_STATES = ['awaiting', 'reviewed', 'returned', 'superseded', 'retired'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** One version of one question. Its words never change: papers already handed out are marked with it. */
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

  @Column(codeColumn('review_state', 24))
  reviewState: ItemState

  /** NULL: it came with the software. */
  @Column(idColumn('author_id', { nullable: true }))
  authorId: string | null

  /** NULL: loaded before versions were dated. */
  @Column(instantColumn('written_at', { nullable: true }))
  writtenAt: Date | null

  /** Who accepted or returned it; never the author. */
  @Column(idColumn('reviewed_by', { nullable: true }))
  reviewedBy: string | null

  @Column(instantColumn('reviewed_at', { nullable: true }))
  reviewedAt: Date | null

  @Column(textColumn('returned_because', 300, { nullable: true }))
  returnedBecause: string | null

  @Column(idColumn('retired_by', { nullable: true }))
  retiredBy: string | null

  @Column(instantColumn('retired_at', { nullable: true }))
  retiredAt: Date | null

  @Column(textColumn('retired_because', 300, { nullable: true }))
  retiredBecause: string | null
}
