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

/** An official decision about a village, with its document. A mistake is mended by a new one that names it. @see 四(二) */
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
}
