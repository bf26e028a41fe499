import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import QRCode from 'qrcode'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsRepository } from './accounts.repository.js'
import type { ScanTicket } from './scan-ticket.entity.js'
import { ScanTicketsRepository } from './scan-tickets.repository.js'
import { type OpenSession, SessionService } from './session.service.js'
import { SignInLimits } from './sign-in-limits.service.js'

const LIFE_MS = 2 * 60_000
const MAX_TRIES = 3

export type NewTicket = {
  ticketId: string
  pollSecret: string
  match: string
  expiresAt: Date
  qrText: string
  qrSvg: string
}
export type PollResult =
  | { state: 'waiting' | 'seen' | 'expired' }
  | { state: 'approved'; session: OpenSession }

/** A phone that is signed in signs in the PC in front of its owner. */
@Injectable()
export class ScanService {
  constructor(
    private readonly tickets: ScanTicketsRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The PC asks. Only it knows the poll secret; the picture shows the ticket alone. */
  async create(address: string): Promise<NewTicket> {
    await this.limits.count('scan/address', address)
    const now = this.clock.now()
    const pollSecret = randomBytes(32).toString('hex')
    const row: ScanTicket = {
      id: uuidv7(),
      pollHash: sha256(pollSecret),
      matchDigits: String(randomInt(10, 100)),
      state: 'waiting',
      tries: 0,
      accountId: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    }
    await this.transactions.run((tx) => this.tickets.insert(tx, row))
    const qrText = `${this.config.publicUrl}/#/packages-account/scan/index?t=${row.id}`
    return {
      ticketId: row.id,
      pollSecret,
      match: row.matchDigits,
      expiresAt: row.expiresAt,
      qrText,
      qrSvg: await svgDataUri(qrText),
    }
  }

  /** The phone looks. The first one to do so owns the ticket. @throws DomainError NOT_FOUND or SCAN_EXPIRED */
  async look(actor: Actor, id: string): Promise<{ match: string; expiresAt: Date; state: 'seen' }> {
    return this.transactions.run(async (tx) => {
      const ticket = await this.open(tx, actor, id)
      if (ticket.state === 'waiting')
        await this.tickets.update(tx, id, { state: 'seen', accountId: actor.accountId })
      return { match: ticket.matchDigits, expiresAt: ticket.expiresAt, state: 'seen' }
    })
  }

  /**
   * The phone confirms. Its session is looked at once more behind the account's lock: it may have been cut off since the
   * request came in.
   * @throws DomainError SCAN_MISMATCH, SCAN_EXPIRED, NOT_FOUND or SIGN_IN_REQUIRED
   */
  async approve(actor: Actor, id: string, match: string): Promise<void> {
    await this.limits.count('approval/account', actor.accountId)
    const matches = await this.transactions.run(async (tx) => {
      await this.accounts.findForUpdate(tx, actor.accountId)
      const phone = await this.sessions.find(tx, actor.sessionId)
      if (!phone || phone.revokedAt) throw new DomainError('SIGN_IN_REQUIRED')
      const ticket = await this.open(tx, actor, id)
      if (ticket.matchDigits === match) {
        await this.tickets.update(tx, id, { state: 'approved', accountId: actor.accountId })
        return true
      }
      const tries = ticket.tries + 1
      await this.tickets.update(tx, id, { tries, state: tries < MAX_TRIES ? ticket.state : 'dead' })
      return false
    })
    if (!matches) throw new DomainError('SCAN_MISMATCH')
  }

  /** The PC waits. The session is handed out once; afterwards the ticket is as good as expired. */
  async poll(id: string, pollSecret: string): Promise<PollResult> {
    const ticket = await this.tickets.find(this.transactions.read, id)
    if (!ticket || !timingSafeEqual(Buffer.from(ticket.pollHash), Buffer.from(sha256(pollSecret))))
      throw notFound()
    if (!this.isCurrent(ticket)) return { state: 'expired' }
    if (ticket.state === 'waiting' || ticket.state === 'seen') return { state: ticket.state }
    const { accountId } = ticket
    if (ticket.state !== 'approved' || accountId === null) return { state: 'expired' }
    return this.transactions.run((tx) => this.collect(tx, id, accountId))
  }

  private async collect(tx: EntityManager, id: string, accountId: string): Promise<PollResult> {
    const account = await this.accounts.findForUpdate(tx, accountId)
    const ticket = await this.tickets.findForUpdate(tx, id)
    if (account?.state !== 'active' || ticket?.state !== 'approved') return { state: 'expired' }
    await this.tickets.update(tx, id, { state: 'used' })
    return { state: 'approved', session: await this.sessions.open(tx, accountId, 'h5') }
  }

  /** A ticket that this phone may still act on, locked. */
  private async open(tx: EntityManager, actor: Actor, id: string): Promise<ScanTicket> {
    const ticket = await this.tickets.findForUpdate(tx, id)
    if (!ticket || (ticket.accountId !== null && ticket.accountId !== actor.accountId)) throw notFound()
    const isPending = ticket.state === 'waiting' || ticket.state === 'seen'
    if (!isPending || !this.isCurrent(ticket)) throw new DomainError('SCAN_EXPIRED')
    return ticket
  }

  private isCurrent(ticket: ScanTicket): boolean {
    return ticket.expiresAt > this.clock.now()
  }
}

async function svgDataUri(text: string): Promise<string> {
  const svg = await QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
