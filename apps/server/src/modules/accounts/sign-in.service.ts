import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { WeChatClient } from '../wechat/wechat-client.js'
import type { Account } from './account.entity.js'
import { AccountsRepository } from './accounts.repository.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentsRepository } from './appointments.repository.js'
import { BindingCodesService } from './binding-codes.service.js'
import { CredentialsService } from './credentials.service.js'
import type { Client } from './session.entity.js'
import { type OpenSession, SessionService } from './session.service.js'
import { SignInLimits } from './sign-in-limits.service.js'

const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000'

/** The ways in: WeChat, a prepared phone number, a printed code. */
@Injectable()
export class SignInService {
  constructor(
    private readonly wechat: WeChatClient,
    private readonly limits: SignInLimits,
    private readonly accounts: AccountsService,
    private readonly accountRows: AccountsRepository,
    private readonly appointmentRows: AppointmentsRepository,
    private readonly credentials: CredentialsService,
    private readonly codes: BindingCodesService,
    private readonly sessions: SessionService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** `wx.login`: whoever is not known becomes a resident. */
  async withWeChat(code: string, client: Client, address: string): Promise<OpenSession> {
    await this.limits.count('wechat/address', address)
    const { openId } = await this.wechat.codeToSession(code)
    try {
      return await this.openFor(openId, client)
    } catch (error) {
      // Two sign-ins of one new phone at the same moment: the other one made the account.
      if (!isDuplicateKey(error)) throw error
      return this.openFor(openId, client)
    }
  }

  /**
   * The phone number that WeChat vouches for finds the account that the town office prepared. The answer says the same
   * about a number nobody prepared, one whose work has ended, and one bound to another WeChat: only the office knows.
   * @throws DomainError PHONE_NOT_PREPARED
   */
  async withPhone(actor: Actor, code: string, client: Client): Promise<OpenSession> {
    await this.limits.count('phone/account', actor.accountId)
    const openId = await this.credentials.openId(this.transactions.read, actor.accountId)
    if (!openId) throw new DomainError('WECHAT_CODE_INVALID')
    const phone = await this.wechat.phoneNumber(code, openId)
    return this.transactions.run(async (tx) => {
      const id = (await this.accounts.findByPhone(tx, phone))?.id ?? NO_ACCOUNT
      const account = await this.accountRows.findForUpdate(tx, id)
      const bound = await this.credentials.openId(tx, id)
      const standing = await this.appointmentRows.standingOfAccount(tx, id, this.clock.today())
      const free = bound === null || bound === openId
      if (account?.state !== 'active' || standing.length === 0 || !free)
        throw new DomainError('PHONE_NOT_PREPARED')
      await this.bind(tx, account, { accountId: actor.accountId, openId }, 'phone')
      return this.sessions.open(tx, account.id, client)
    })
  }

  /**
   * A printed code opens the account it was made for. Whoever is signed in through WeChat binds that WeChat to it.
   * @throws DomainError BINDING_CODE_WRONG
   */
  async withBindingCode(
    typed: string,
    actor: Actor | undefined,
    client: Client,
    address: string,
  ): Promise<OpenSession> {
    await this.limits.count('binding/address', address)
    if (actor) await this.limits.count('binding/account', actor.accountId)
    const opened = await this.transactions.run(async (tx) => {
      const accountId = await this.codes.redeem(tx, typed)
      const account = accountId ? await this.accountRows.findForUpdate(tx, accountId) : null
      if (account?.state !== 'active') return undefined
      const openId = actor && (await this.credentials.openId(tx, actor.accountId))
      // The code was given out because the old phone is gone or there never was one.
      await this.sessions.revokeAll(tx, account.id, 'rebound')
      if (actor && openId) await this.bind(tx, account, { accountId: actor.accountId, openId }, 'bindingCode')
      else await this.auditBinding(tx, account, 'bindingCode', null)
      return this.sessions.open(tx, account.id, client)
    })
    if (!opened) throw new DomainError('BINDING_CODE_WRONG')
    return opened
  }

  /**
   * Proves once more who holds the phone. On H5 there is no WeChat to ask, so only a sign-in of the last minutes counts.
   * @throws DomainError RECHECK_REQUIRED
   */
  async recheck(actor: Actor, code: string | undefined): Promise<Date> {
    await this.limits.count('recheck/account', actor.accountId)
    const session = await this.sessions.find(this.transactions.read, actor.sessionId)
    if (session?.client !== 'weapp') {
      this.sessions.assertFresh(actor)
      return actor.authenticatedAt
    }
    if (!code) throw new DomainError('RECHECK_REQUIRED')
    const { openId } = await this.wechat.codeToSession(code)
    return this.transactions.run(async (tx) => {
      if ((await this.credentials.accountOf(tx, openId)) !== actor.accountId)
        throw new DomainError('RECHECK_REQUIRED')
      return this.sessions.markAuthenticated(tx, actor.sessionId)
    })
  }

  private openFor(openId: string, client: Client): Promise<OpenSession> {
    return this.transactions.run(async (tx) => {
      const known = await this.credentials.accountOf(tx, openId)
      if (known) return this.sessions.open(tx, known, client)
      const accountId = await this.accounts.createResident(tx)
      await this.credentials.add(tx, accountId, openId)
      return this.sessions.open(tx, accountId, client)
    })
  }

  /** Moves a WeChat identity to a prepared account; the resident that it opened so far points there. */
  private async bind(
    tx: EntityManager,
    account: Account,
    from: { accountId: string; openId: string },
    by: 'phone' | 'bindingCode',
  ): Promise<void> {
    const { previousAccountId } = await this.credentials.bind(tx, account.id, from.openId)
    if (previousAccountId !== null && previousAccountId !== account.id) {
      const previous = await this.accounts.find(tx, previousAccountId)
      // A prepared account must not lose its WeChat to another one without its office knowing.
      if (previous?.areaCode) throw new DomainError('WECHAT_ALREADY_BOUND')
      await this.accountRows.moveTo(tx, previousAccountId, account.id)
      await this.sessions.revokeAll(tx, previousAccountId, 'moved')
    }
    await this.auditBinding(tx, account, by, previousAccountId)
  }

  private async auditBinding(
    tx: EntityManager,
    account: Account,
    by: string,
    previousAccountId: string | null,
  ): Promise<void> {
    if (!account.areaCode) return
    await this.audit.add(tx, {
      actor: { system: 'sign-in' },
      areaCode: account.areaCode,
      action: 'account.bound',
      objectType: 'account',
      objectId: account.id,
      details: { by, previousAccountId },
    })
  }
}
