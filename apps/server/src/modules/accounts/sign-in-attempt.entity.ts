import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, instantColumn } from '../../platform/database/columns.js'

/** Counts tries by address or account in fixed windows, in the database so that all replicas share them. */
@Entity('sign_in_attempt')
@Index('ix_attempt_window', ['windowStart'])
export class SignInAttempt {
  /** What is limited, and a keyed hash of whom. */
  @PrimaryColumn(codeColumn('bucket', 96))
  bucket: string

  @PrimaryColumn(instantColumn('window_start') as { type: 'datetime'; name: string })
  windowStart: Date

  @Column({ name: 'attempts', type: 'int' })
  attempts: number
}
