import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** A PC's wish to be signed in by a phone that scans its code. */
@Entity('scan_ticket')
@Index('ix_scan_expiry', ['expiresAt'])
export class ScanTicket {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Only the PC that asked can collect the session. */
  @Column(codeColumn('poll_hash', 64))
  pollHash: string

  /** Shown on both screens: whoever approves sees which PC he signs in. */
  @Column(codeColumn('match_digits', 2))
  matchDigits: string

  @Column(codeColumn('state', 8))
  state: 'waiting' | 'seen' | 'approved' | 'used' | 'dead'

  /** Wrong matches. */
  @Column({ name: 'tries', type: 'int' })
  tries: number

  /** Who saw or approved it. */
  @Column(idColumn('account_id', { nullable: true }))
  accountId: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('expires_at'))
  expiresAt: Date
}
