import type { ReviewState } from '@dfv/rules'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import {
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/** What was sent, once and for all; only the outcome of its review is added later. */
@Entity('record_revision')
export class RecordRevisionRow {
  @PrimaryColumn(idColumn('record_id'))
  recordId: string

  /** 1, 2, 3 … */
  @PrimaryColumn({ name: 'revision', type: 'int' })
  revision: number

  @Column({ name: 'schema_version', type: 'int' })
  schemaVersion: number

  @Column(dateColumn('occurred_on'))
  occurredOn: string

  /** Canonical JSON without identities and without free text about a person. */
  @Column(longTextColumn('payload'))
  payload: string

  /** Free text about a person, JSON sealed with that person's key. NULL: there is none. */
  @Column({ name: 'sealed_text', type: 'blob', nullable: true })
  sealedText: Buffer | null

  @Column(instantColumn('received_at'))
  receivedAt: Date

  /** The phone's clock when it was written down; told, never trusted. */
  @Column(instantColumn('device_time', { nullable: true }))
  deviceTime: Date | null

  @Column(idColumn('submitted_by_account'))
  submittedByAccount: string

  @Column(codeColumn('submitted_by_role', 24))
  submittedByRole: Role

  /** Keyed hash of what was sent, identities included: tells a repeated request from another content. */
  @Column(codeColumn('fingerprint', 64))
  fingerprint: string

  /** SHA-256 over the stored payload and ciphertext; the audit entry holds it too. */
  @Column(codeColumn('content_hash', 64))
  contentHash: string

  @Column(codeColumn('review_state', 8))
  reviewState: ReviewState

  @Column(instantColumn('reviewed_at', { nullable: true }))
  reviewedAt: Date | null

  @Column(idColumn('reviewed_by', { nullable: true }))
  reviewedBy: string | null

  /** 1: it asks to take the record out of every count, and once accepted (`voided`) does. */
  @Column({ name: 'is_void', type: 'tinyint', default: 0 })
  isVoid: 0 | 1

  /** Why it was returned or voided: sealed with the person's key, plain UTF-8 on a village's record. */
  @Column({ name: 'reason', type: 'blob', nullable: true })
  reason: Buffer | null

  /** JSON: what its author had written and did not choose when he merged; sealed as the reason is. */
  @Column({ name: 'set_aside', type: 'blob', nullable: true })
  setAside: Buffer | null
}
