import type { ReviewState } from '@dfv/rules'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** A record as it stands now: the typed columns of its current revision. */
@Entity('record')
@Index('ix_record_version', ['areaCode', 'ledgerVersion'])
@Index('ix_record_kind', ['areaCode', 'kind', 'occurredOn'])
@Index('ix_record_kind_version', ['kind', 'areaCode', 'ledgerVersion'])
@Index('ix_record_state', ['reviewState', 'areaCode', 'id'])
@Index('ix_record_subject', ['subjectId', 'occurredOn'])
export class RecordRow {
  /** Made on the phone. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Where it counts; never changes. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('kind', 32))
  kind: string

  /** A person's id, or the village's area code. */
  @Column(idColumn('subject_id'))
  subjectId: string

  @Column({ name: 'schema_version', type: 'int' })
  schemaVersion: number

  @Column(dateColumn('occurred_on'))
  occurredOn: string

  /** When its first revision arrived. */
  @Column(instantColumn('received_at'))
  receivedAt: Date

  @Column(codeColumn('review_state', 8))
  reviewState: ReviewState

  @Column({ name: 'current_revision', type: 'int' })
  currentRevision: number

  /** The village's ledger version at the record's last change. */
  @Column({ name: 'ledger_version', type: 'bigint' })
  ledgerVersion: number

  /** Of the first revision. */
  @Column(idColumn('submitted_by_account'))
  submittedByAccount: string

  @Column(codeColumn('submitted_by_role', 24))
  submittedByRole: Role
}
