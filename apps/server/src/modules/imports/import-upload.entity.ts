import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  idColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/** An uploaded table while it is looked at, and afterwards what it wrote: counts, no content. */
@Entity('import_upload')
@Index('ix_import_account', ['accountId', 'createdAt'])
@Index('ix_import_area', ['areaCode', 'confirmedAt'])
@Index('ix_import_expires', ['expiresAt'])
export class ImportUploadRow {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('sheet', 24))
  sheet: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('role', 24))
  role: string

  @Column(instantColumn('created_at'))
  createdAt: Date

  /** Until then its rows may be looked at and confirmed; then they are deleted. */
  @Column(instantColumn('expires_at'))
  expiresAt: Date

  /** Wraps the key of the rows. NULL once they are deleted: then no backup can be read either. */
  @Column(bytesColumn('wrapped_key', 128, { nullable: true }))
  wrappedKey: Buffer | null

  /** The rows as they were read, sealed. */
  @Column({ name: 'content', type: 'mediumblob', nullable: true })
  content: Buffer | null

  /** Of the plan that was shown: only that one can be confirmed. */
  @Column(codeColumn('digest', 64))
  digest: string

  /** JSON: `ImportCounts`. */
  @Column(longTextColumn('counts'))
  counts: string

  @Column({ name: 'issue_count', type: 'int' })
  issueCount: number

  /** NULL: not confirmed, and nothing written. */
  @Column(instantColumn('confirmed_at', { nullable: true }))
  confirmedAt: Date | null
}
