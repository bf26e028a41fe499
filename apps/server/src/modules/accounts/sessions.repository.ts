import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import { type Revocation, Session } from './session.entity.js'

/** A session that stands, with the appointment asked for, if any. */
export type StandingRow = {
  authenticatedAt: Date
  appointment: { id: string; role: Role; areaCode: string; subjectId: string | null } | null
}

@Injectable()
export class SessionsRepository {
  find(tx: EntityManager, id: string): Promise<Session | null> {
    return tx.findOneBy(Session, { id })
  }

  async insert(tx: EntityManager, row: Session): Promise<void> {
    await tx.createQueryBuilder().insert().into(Session).values(row).updateEntity(false).execute()
  }

  /**
   * Session, account and appointment in one query: every request that must not trust its token alone asks it.
   * @param query.appointmentId the one asked for; absent: the one held longest
   * @param query.now when the session must not have run out yet
   */
  async standing(
    tx: EntityManager,
    query: { sessionId: string; accountId: string; appointmentId?: string; now: Date; today: string },
  ): Promise<StandingRow | undefined> {
    const rows: {
      authenticated_at: Date
      id: string | null
      role: Role
      area_code: string
      subject_id: string | null
    }[] = await tx.query(
      `SELECT s.authenticated_at, p.id, p.role, p.area_code, p.subject_id
       FROM session s
       JOIN account a ON a.id = s.account_id AND a.state = 'active'
       LEFT JOIN appointment p ON p.account_id = s.account_id AND p.ended_at IS NULL
         AND p.from_on <= ? AND (p.to_on IS NULL OR p.to_on >= ?)${query.appointmentId === undefined ? '' : ' AND p.id = ?'}
       WHERE s.id = ? AND s.account_id = ? AND s.revoked_at IS NULL AND s.expires_at > ?
       ORDER BY p.from_on, p.id LIMIT 1`,
      [
        query.today,
        query.today,
        ...(query.appointmentId === undefined ? [] : [query.appointmentId]),
        query.sessionId,
        query.accountId,
        query.now,
      ],
    )
    const row = rows[0]
    if (!row) return undefined
    return {
      authenticatedAt: row.authenticated_at,
      appointment:
        row.id === null
          ? null
          : { id: row.id, role: row.role, areaCode: row.area_code, subjectId: row.subject_id },
    }
  }

  /** Exchanges one refresh token for the next. @returns false when the token was not the present one */
  async rotate(
    tx: EntityManager,
    change: { id: string; presentedHash: string; nextHash: string; now: Date; expiresAt: Date },
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE session SET previous_refresh_hash = refresh_hash, refresh_hash = ?, rotated_at = ?, last_seen_at = ?, expires_at = ?
       WHERE id = ? AND refresh_hash = ? AND revoked_at IS NULL AND expires_at > ?`,
      [
        change.nextHash,
        change.now,
        change.now,
        change.expiresAt,
        change.id,
        change.presentedHash,
        change.now,
      ],
    )
    return result.affectedRows === 1
  }

  async authenticated(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(Session, { id }, { authenticatedAt: at, lastSeenAt: at })
  }

  async revoke(tx: EntityManager, id: string, reason: Revocation, at: Date): Promise<void> {
    await tx.query(`UPDATE session SET revoked_at = ?, revoked_for = ? WHERE id = ? AND revoked_at IS NULL`, [
      at,
      reason,
      id,
    ])
  }

  /** @returns how many were open */
  async revokeAll(tx: EntityManager, accountId: string, reason: Revocation, at: Date): Promise<number> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE session SET revoked_at = ?, revoked_for = ? WHERE account_id = ? AND revoked_at IS NULL`,
      [at, reason, accountId],
    )
    return result.affectedRows
  }

  async purge(tx: EntityManager, expiredBefore: Date): Promise<void> {
    await tx.query(`DELETE FROM session WHERE expires_at < ? LIMIT 1000`, [expiredBefore])
  }
}
