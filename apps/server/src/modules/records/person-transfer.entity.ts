import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** `open`: waits for the other village. */
export type TransferState = 'open' | 'accepted' | 'returned' | 'withdrawn'

/** What became of a proposal to hand a person over: found by the village it is addressed to, which has no file of him yet. */
@Entity('person_transfer')
@Index('ix_transfer_to', ['toArea', 'state'])
@Index('ix_transfer_from', ['fromArea', 'state'])
@Index('ix_transfer_subject', ['subjectId', 'state'])
export class PersonTransferRow {
  /** Of the `transfer` record. */
  @PrimaryColumn(idColumn('record_id'))
  recordId: string

  @Column(idColumn('subject_id'))
  subjectId: string

  @Column(areaColumn('from_area'))
  fromArea: string

  @Column(areaColumn('to_area'))
  toArea: string

  @Column(dateColumn('proposed_on'))
  proposedOn: string

  /** The last day on which the other village answers in time. */
  @Column(dateColumn('due_on'))
  dueOn: string

  @Column(idColumn('proposed_by'))
  proposedBy: string

  @Column(codeColumn('state', 10))
  state: TransferState

  @Column(instantColumn('decided_at', { nullable: true }))
  decidedAt: Date | null
}
