import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, instantColumn } from '../../platform/database/columns.js'

/** A file in the store. Written down before the file is, so that one which no attachment came to use is found again. */
@Entity('stored_blob')
@Index('ix_stored_blob_touched', ['touchedAt'])
export class StoredBlobRow {
  @PrimaryColumn(codeColumn('hash', 64))
  hash: string

  /** When somebody last put these bytes. */
  @Column(instantColumn('touched_at'))
  touchedAt: Date
}
