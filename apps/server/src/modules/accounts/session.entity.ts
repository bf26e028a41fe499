import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

export const CLIENTS = ['weapp', 'h5'] as const
export type Client = (typeof CLIENTS)[number]

/** Why a session was ended before its time. */
export type Revocation = 'signedOut' | 'reuse' | 'rebound' | 'moved' | 'operator' | 'closed'

@Entity('session')
@Index('ix_session_account', ['accountId', 'revokedAt'])
@Index('ix_session_expiry', ['expiresAt'])
export class Session {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('client', 8))
  client: Client

  @Column(codeColumn('refresh_hash', 64))
  refreshHash: string

  /** The token before the present one, good for a short time in case the answer to its use was lost. */
  @Column(codeColumn('previous_refresh_hash', 64, { nullable: true }))
  previousRefreshHash: string | null

  @Column(instantColumn('rotated_at'))
  rotatedAt: Date

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('last_seen_at'))
  lastSeenAt: Date

  /** When the person last proved who he is. */
  @Column(instantColumn('authenticated_at'))
  authenticatedAt: Date

  @Column(instantColumn('expires_at'))
  expiresAt: Date

  @Column(instantColumn('revoked_at', { nullable: true }))
  revokedAt: Date | null

  @Column(codeColumn('revoked_for', 16, { nullable: true }))
  revokedFor: Revocation | null
}
