import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

export const FEEDBACK_KINDS = ['suggestion', 'complaint', 'correction', 'question'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** A letter to an office and its answer, both sealed with the writer's own key: closing the account erases them. */
@Entity('feedback')
@Index('ix_feedback_area', ['areaCode', 'state', 'id'])
@Index('ix_feedback_account', ['accountId', 'id'])
export class FeedbackRow {
  /** Made on the phone: sending again after a lost answer finds the same row. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The office it is for: a town, or the county. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('kind', 12))
  kind: FeedbackKind

  @Column({ name: 'text_sealed', type: 'blob' })
  textSealed: Buffer

  @Column(codeColumn('state', 8))
  state: 'open' | 'answered'

  @Column({ name: 'answer_sealed', type: 'blob', nullable: true })
  answerSealed: Buffer | null

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('answered_at', { nullable: true }))
  answeredAt: Date | null

  @Column(idColumn('answered_by', { nullable: true }))
  answeredBy: string | null
}
