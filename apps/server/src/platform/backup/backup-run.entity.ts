import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instantColumn } from '../database/columns.js'

/** That a backup was taken: what the alert about a missing one asks for. It is written after the backup, so it is in the next. */
@Entity('backup_run')
@Index('ix_backup_taken', ['takenAt'])
export class BackupRun {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(instantColumn('taken_at'))
  takenAt: Date

  /** Rows of all tables together. */
  @Column({ name: 'row_count', type: 'bigint' })
  rowCount: number
}
