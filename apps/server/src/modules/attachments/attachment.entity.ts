import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** Whose a file is: a record's, or the self-assessment's of a village's year. */
export type AttachmentOwner = 'record' | 'year'

/**
 * A photo or scan that a record names, or a paper of a self-assessment. What names it comes first and is never held up; the file
 * follows, in chunks.
 */
@Entity('attachment')
@Index('ix_attachment_record', ['recordId', 'id'])
@Index('ix_attachment_account', ['accountId', 'declaredAt'])
@Index('ix_attachment_stale', ['state', 'changedAt'])
@Index('ix_attachment_blob', ['blobHash'])
@Index('ix_attachment_thumb', ['thumbHash'])
export class AttachmentRow {
  /** Made on the phone. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('owner', 8, { default: 'record' }))
  owner: AttachmentOwner

  /** The record; of a year `village:year`. */
  @Column(idColumn('record_id'))
  recordId: string

  /** The record's: a person's id, whose key seals the file, or the village's area code. */
  @Column(idColumn('subject_id'))
  subjectId: string

  /** 1: about a person, so every byte of it is kept under his key. */
  @Column({ name: 'is_sealed', type: 'tinyint' })
  isSealed: 0 | 1

  /** Who sent the revision that named it first: the phone that has the file. */
  @Column(idColumn('account_id'))
  accountId: string

  /** `awaited`: named, nothing of it arrived; `partial`: some chunks are here; `refused`: it is no picture we take. */
  @Column(codeColumn('state', 8))
  state: 'awaited' | 'partial' | 'stored' | 'refused'

  /** SHA-256 of the file on the phone. NULL while awaited. */
  @Column(codeColumn('declared_hash', 64, { nullable: true }))
  declaredHash: string | null

  /** Bytes of the file on the phone. NULL while awaited. */
  @Column({ name: 'declared_bytes', type: 'int', nullable: true })
  declaredBytes: number | null

  @Column(instantColumn('declared_at', { nullable: true }))
  declaredAt: Date | null

  @Column(instantColumn('changed_at'))
  changedAt: Date

  /** Why it was refused: an error code of the registry. */
  @Column(codeColumn('refusal', 32, { nullable: true }))
  refusal: string | null

  /** Of the file as it is kept. */
  @Column(codeColumn('mime', 32, { nullable: true }))
  mime: 'image/jpeg' | 'application/pdf' | null

  /** Pixels; NULL for a PDF. */
  @Column({ name: 'width', type: 'int', nullable: true })
  width: number | null

  @Column({ name: 'height', type: 'int', nullable: true })
  height: number | null

  /** Address of the stored bytes: sealed ones on a person's record. */
  @Column(codeColumn('blob_hash', 64, { nullable: true }))
  blobHash: string | null

  /** NULL for a PDF. */
  @Column(codeColumn('thumb_hash', 64, { nullable: true }))
  thumbHash: string | null
}
