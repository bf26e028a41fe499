import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

export const RAISED_BY = ['village', 'resident', 'unit'] as const
export const APPEAL_OUTCOMES = ['upheld', 'rejected'] as const

/** An objection within the publicity window, and what the city decided. Nobody's name. */
@Entity('assessment_appeal')
@Index('ix_assessment_appeal_year', ['areaCode', 'year'])
export class AssessmentAppeal {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** Made by whoever enters it: sent again after a lost answer it is one appeal. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column({ name: 'year', type: 'smallint' })
  year: number

  @Column(codeColumn('raised_by', 16))
  raisedBy: (typeof RAISED_BY)[number]

  @Column(dateColumn('received_on'))
  receivedOn: string

  @Column(textColumn('matter', 500))
  matter: string

  @Column(idColumn('entered_by'))
  enteredBy: string

  @Column(instantColumn('entered_at'))
  enteredAt: Date

  /** NULL until it is decided. */
  @Column(codeColumn('outcome', 12, { nullable: true }))
  outcome: (typeof APPEAL_OUTCOMES)[number] | null

  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null

  @Column(textColumn('document', 120, { nullable: true }))
  document: string | null

  @Column(idColumn('decided_by', { nullable: true }))
  decidedBy: string | null

  @Column(instantColumn('decided_at', { nullable: true }))
  decidedAt: Date | null
}
