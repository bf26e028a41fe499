import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { AccountsRepository } from './accounts.repository.js'

/** The WeChat identities that open accounts: one account an openid, one openid an account. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly clock: Clock,
  ) {}

  /** Openid to which messages for the account go; null when it was never bound to WeChat. */
  async openId(tx: EntityManager, accountId: string): Promise<string | null> {
    return (await this.accounts.findCredentialOf(tx, accountId, 'wechat'))?.externalId ?? null
  }

  async accountOf(tx: EntityManager, openId: string): Promise<string | null> {
    return (await this.accounts.findCredential(tx, 'wechat', openId))?.accountId ?? null
  }

  /**
   * Binds an openid that opens nothing yet.
   * @throws the driver's duplicate key error when somebody was quicker
   */
  async add(tx: EntityManager, accountId: string, openId: string): Promise<void> {
    await this.accounts.insertCredential(tx, {
      kind: 'wechat',
      externalId: openId,
      accountId,
      linkedAt: this.clock.now(),
    })
  }

  /** Those of the accounts that a WeChat identity opens. */
  async boundAccounts(tx: EntityManager, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.accounts.credentialsOf(tx, accountIds, 'wechat')
    return new Set(rows.map((row) => row.accountId))
  }

  /** Cuts the WeChat identity off: the phone is lost. */
  async unbind(tx: EntityManager, accountId: string): Promise<void> {
    const mine = await this.accounts.findCredentialOf(tx, accountId, 'wechat')
    if (mine) await this.accounts.deleteCredential(tx, 'wechat', mine.externalId)
  }

  /**
   * Binds an openid to an account and frees both of what they were bound to.
   * @returns the account that the openid opened before
   */
  async bind(
    tx: EntityManager,
    accountId: string,
    openId: string,
  ): Promise<{ previousAccountId: string | null }> {
    const mine = await this.accounts.findCredentialOf(tx, accountId, 'wechat')
    if (mine?.externalId === openId) return { previousAccountId: null }
    const previous = await this.accounts.findCredential(tx, 'wechat', openId)
    if (mine) await this.accounts.deleteCredential(tx, 'wechat', mine.externalId)
    if (previous) await this.accounts.deleteCredential(tx, 'wechat', openId)
    await this.add(tx, accountId, openId)
    return { previousAccountId: previous?.accountId ?? null }
  }
}
