import { randomBytes, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { AccessTokens } from './access-tokens.js'
import { AccountsRepository } from './accounts.repository.js'
import { AccountsService } from './accounts.service.js'
import type { Appointment } from './appointment.entity.js'
import { AppointmentsService } from './appointments.service.js'
import { RefreshTokens } from './refresh-tokens.js'
import { ScanTicketsRepository } from './scan-tickets.repository.js'
import type { Client, Revocation, Session } from './session.entity.js'
import { SessionsRepository } from './sessions.repository.js'

/** How old a proof of identity may be for what must be done by the person himself. */
export const FRESH_MS = 5 * 60_000
const SESSION_DAYS = 30
/** On a bad network the answer to a refresh gets lost; for so long the old token may be sent once more. */
const LOST_ANSWER_MS = 30_000
const DAY_MS = 86_400_000

export type OpenSession = {
  id: string
  accountId: string
  name: string
  appointments: readonly Appointment[]
  accessToken: string
  expiresAt: Date
  refreshToken: string
}

@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tickets: ScanTicketsRepository,
    private readonly accountRows: AccountsRepository,
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly tokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Opens a session for somebody who has just proved who he is. */
  async open(tx: EntityManager, accountId: string, client: Client): Promise<OpenSession> {
    const now = this.clock.now()
    const id = uuidv7()
    const secret = randomBytes(32).toString('hex')
    const row: Session = {
      id,
      accountId,
      client,
      refreshHash: sha256(secret),
      previousRefreshHash: null,
      rotatedAt: now,
      createdAt: now,
      lastSeenAt: now,
      authenticatedAt: now,
      expiresAt: this.expiry(now),
      revokedAt: null,
      revokedFor: null,
    }
    await this.sessions.insert(tx, row)
    return this.view(tx, row, secret)
  }

  /**
   * Exchanges a refresh token for a new pair. The new refresh token is derived from the old one with a key of the
   * server, so that a repeated request gets the same answer and a phone never ends up between two tokens.
   * @throws DomainError SIGN_IN_REQUIRED
   */
  async refresh(token: string): Promise<OpenSession & { client: Client }> {
    const presented = this.refreshTokens.read(token)
    if (!presented) throw new DomainError('SIGN_IN_REQUIRED')
    const id = presented.sessionId
    const next = this.refreshTokens.next(presented)
    const outcome = await this.transactions.run(async (tx) => {
      const row = await this.sessions.find(tx, id)
      const now = this.clock.now()
      if (!row || row.revokedAt || row.expiresAt <= now) return undefined
      if (!(await this.accept(tx, row, sha256(presented.secret), sha256(next.secret), now))) {
        await this.sessions.revoke(tx, id, 'reuse', now)
        await this.auditRevocation(tx, row.accountId, 'reuse')
        return undefined
      }
      const account = await this.accounts.find(tx, row.accountId)
      if (account?.state !== 'active') return undefined
      return { ...(await this.view(tx, row, next.secret)), client: row.client }
    })
    if (!outcome) throw new DomainError('SIGN_IN_REQUIRED')
    return outcome
  }

  /** Signs out one session, of whatever account the token or the actor names. */
  async signOut(sessionId: string): Promise<void> {
    await this.transactions.run((tx) => this.sessions.revoke(tx, sessionId, 'signedOut', this.clock.now()))
  }

  /** @returns the session that a refresh token belongs to, if it is the present one */
  async idOfRefreshToken(token: string): Promise<string | undefined> {
    const presented = this.refreshTokens.read(token)
    const row = presented && (await this.sessions.find(this.transactions.read, presented.sessionId))
    return row && sameHash(row.refreshHash, sha256(presented.secret)) ? row.id : undefined
  }

  /**
   * Ends every session of an account, and whatever would still open one: a lost phone, a moved identity, an operator's
   * order. The account is locked, so that a scan under way comes before as a whole or after.
   */
  async revokeAll(tx: EntityManager, accountId: string, reason: Revocation): Promise<number> {
    await this.accountRows.findForUpdate(tx, accountId)
    const now = this.clock.now()
    await this.tickets.revokeAll(tx, accountId, now)
    const count = await this.sessions.revokeAll(tx, accountId, reason, now)
    if (count > 0) await this.auditRevocation(tx, accountId, reason)
    return count
  }

  /** @throws DomainError RECHECK_REQUIRED when the person last proved who he is more than five minutes ago */
  assertFresh(actor: Pick<Actor, 'authenticatedAt'>): void {
    if (this.clock.now().getTime() - actor.authenticatedAt.getTime() > FRESH_MS)
      throw new DomainError('RECHECK_REQUIRED')
  }

  find(tx: EntityManager, id: string): Promise<Session | null> {
    return this.sessions.find(tx, id)
  }

  /** Notes that the person has just proved who he is. */
  async markAuthenticated(tx: EntityManager, sessionId: string): Promise<Date> {
    const now = this.clock.now()
    await this.sessions.authenticated(tx, sessionId, now)
    return now
  }

  /** Whether the token is the present one, or the one before it whose answer may have been lost. */
  private async accept(
    tx: EntityManager,
    row: Session,
    presentedHash: string,
    nextHash: string,
    now: Date,
  ): Promise<boolean> {
    const rotated = await this.sessions.rotate(tx, {
      id: row.id,
      presentedHash,
      nextHash,
      now,
      expiresAt: this.expiry(now),
    })
    if (rotated) return true
    const current = await this.sessions.find(tx, row.id)
    return (
      current?.previousRefreshHash === presentedHash &&
      now.getTime() - current.rotatedAt.getTime() <= LOST_ANSWER_MS
    )
  }

  private async view(tx: EntityManager, row: Session, secret: string): Promise<OpenSession> {
    const appointments = await this.appointments.ofAccount(tx, row.accountId)
    return {
      id: row.id,
      accountId: row.accountId,
      name: await this.accounts.displayName(tx, row.accountId),
      appointments,
      ...this.tokens.issue(row, appointments),
      refreshToken: this.refreshTokens.write({ sessionId: row.id, secret }),
    }
  }

  /** A resident belongs to no county's audit chain; his sessions are in the log only. */
  private async auditRevocation(tx: EntityManager, accountId: string, reason: Revocation): Promise<void> {
    this.log[reason === 'reuse' ? 'warn' : 'info']({ reason }, 'sessions revoked')
    const account = await this.accounts.find(tx, accountId)
    if (!account?.areaCode) return
    await this.audit.add(tx, {
      actor: { system: 'sessions' },
      areaCode: account.areaCode,
      action: 'session.revoked',
      objectType: 'account',
      objectId: accountId,
      details: { reason },
    })
  }

  private expiry(now: Date): Date {
    return new Date(now.getTime() + SESSION_DAYS * DAY_MS)
  }
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
