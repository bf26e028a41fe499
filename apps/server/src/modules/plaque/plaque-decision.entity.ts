import type { PlaqueDecisionKind } from '@dfv/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/**
 * `pending`: entered, and it moves nothing until a second person confirms it; `returned`: it never takes effect, and says why.
 */
export type DecisionState = 'pending' | 'confirmed' | 'returned'

/**
 * An official decision about a village, with its document, entered by one person and confirmed by another. A mistake is mended by
 * a new one that names it. @see 四(二)
 */
@Entity('plaque_decision')
@Index('ix_plaque_decision_area', ['areaCode', 'on'])
export class PlaqueDecisionRow {
  /** Made by whoever enters it: sending again after a lost answer finds the same row. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('kind', 12))
  kind: PlaqueDecisionKind

  /** The assessment year it is about. */
  @Column({ name: 'year', type: 'smallint' })
  year: number

  /** The day of the document. */
  @Column(dateColumn('decided_on'))
  on: string

  /** The document's number. */
  @Column(textColumn('document', 120))
  document: string

  @Column(idColumn('corrects', { nullable: true }))
  corrects: string | null

  @Column(idColumn('entered_by'))
  enteredBy: string

  @Column(instantColumn('entered_at'))
  enteredAt: Date

  /** What was entered before there was a second person took effect by one. */
  @Column(codeColumn('state', 12, { default: 'confirmed' }))
  state: DecisionState

  /** Who confirmed it or sent it back; NULL while it waits, and for what one person entered alone. */
  @Column(idColumn('settled_by', { nullable: true }))
  settledBy: string | null

  @Column(instantColumn('settled_at', { nullable: true }))
  settledAt: Date | null

  /** Why it was sent back. */
  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null
}
