import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../platform/database/columns.js'

/**
 * A piece of a file that is still arriving. In the database, so that any replica takes the next piece and a piece is here
 * or is not; gone as soon as the file is complete.
 */
@Entity('attachment_chunk')
export class AttachmentChunkRow {
  @PrimaryColumn(idColumn('attachment_id'))
  attachmentId: string

  /** 0, 1, 2 … */
  @PrimaryColumn({ name: 'chunk_index', type: 'int' })
  chunkIndex: number

  /** Sealed with the person's key on a person's record. */
  @Column({ name: 'bytes', type: 'mediumblob' })
  bytes: Buffer
}
