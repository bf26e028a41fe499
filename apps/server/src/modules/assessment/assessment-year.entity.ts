import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  longTextColumn,
  textColumn,
} from '../../platform/database/columns.js'
import type { YearState } from './year-flow.js'

/** Where one village stands in one assessment year. A village without a row has not begun its self-assessment. */
@Entity('assessment_year')
export class AssessmentYearRow {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  @Column(codeColumn('state', 12))
  state: YearState

  /** One more with every change: whoever changes says which one he saw. */
  @Column({ name: 'revision', type: 'int' })
  revision: number

  /** How often it was submitted. */
  @Column({ name: 'round', type: 'int' })
  round: number

  /** `Claims` as JSON: what is being written, or what was submitted last. */
  @Column(longTextColumn('claims'))
  claims: string

  @Column(idColumn('claimed_by', { nullable: true }))
  claimedBy: string | null

  @Column(dateColumn('published_on', { nullable: true }))
  publishedOn: string | null

  /** The last day on which an appeal is taken. */
  @Column(dateColumn('publicity_until', { nullable: true }))
  publicityUntil: string | null

  @Column(instantColumn('changed_at'))
  changedAt: Date
}

/** One submission with what the town said to it. Stays as it was sent. */
@Entity('assessment_round')
export class AssessmentRound {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** 1, 2, 3 … */
  @PrimaryColumn({ name: 'round', type: 'int' })
  round: number

  @Column(longTextColumn('claims'))
  claims: string

  /** What the village gives itself, in 1/100 point. */
  @Column({ name: 'claimed_points', type: 'int' })
  claimedPoints: number

  /** Of the ledger that the village had before it. */
  @Column({ name: 'ledger_version', type: 'int' })
  ledgerVersion: number

  @Column(idColumn('submitted_by'))
  submittedBy: string

  @Column(instantColumn('submitted_at'))
  submittedAt: Date

  /** NULL while it waits. */
  @Column(codeColumn('outcome', 12, { nullable: true }))
  outcome: 'returned' | 'endorsed' | null

  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null

  @Column(idColumn('reviewed_by', { nullable: true }))
  reviewedBy: string | null

  @Column(instantColumn('reviewed_at', { nullable: true }))
  reviewedAt: Date | null
}

/** One step of a village's year: who, when, why. Rows are only ever added. */
@Entity('assessment_step')
export class AssessmentStep {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** 1, 2, 3 … */
  @PrimaryColumn({ name: 'seq', type: 'int' })
  seq: number

  @Column(codeColumn('kind', 16))
  kind: StepKind

  @Column(idColumn('made_by'))
  madeBy: string

  @Column(codeColumn('role', 24))
  role: string

  @Column(instantColumn('made_at'))
  madeAt: Date

  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null

  @Column(textColumn('document', 120, { nullable: true }))
  document: string | null

  /** What the step is about: the round, the frozen version, an appeal. */
  @Column(codeColumn('ref', 40, { nullable: true }))
  ref: string | null
}

export const STEP_KINDS = [
  'submitted',
  'returned',
  'endorsed',
  'corrected',
  'published',
  'appealed',
  'decided',
  'closed',
] as const
export type StepKind = (typeof STEP_KINDS)[number]
