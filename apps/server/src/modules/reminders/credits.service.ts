import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { derivedId } from '../../platform/derived-id.js'
import { type TemplateKey, WeChatTemplates } from '../wechat/templates.js'
import { type BalanceKey, CreditsRepository } from './credits.repository.js'
import type { CreditReason } from './subscription-credit.entity.js'

/** The phone's report and WeChat's event of one consent come within so long of each other. */
const SAME_CONSENT_MS = 10 * 60_000

/** How many messages a person has allowed. WeChat's 43101 is the last word; the ledger explains how it came to it. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly credits: CreditsRepository,
    private readonly templates: WeChatTemplates,
    private readonly clock: Clock,
  ) {}

  /** What is left, by template; templates never allowed stand at 0. */
  async balances(
    tx: EntityManager,
    accountId: string,
  ): Promise<{ templateKey: TemplateKey; remaining: number }[]> {
    const rows = await this.credits.balances(tx, accountId)
    const remaining = new Map(rows.map((row) => [row.templateKey, row.remaining]))
    return this.templates.list().map(({ key }) => ({ templateKey: key, remaining: remaining.get(key) ?? 0 }))
  }

  /**
   * A consent, reported by the phone (`tap`) or by WeChat (`push`). Both report the same one; it counts once.
   * @param reportId the same for the same report
   */
  async grant(tx: EntityManager, key: BalanceKey, source: 'tap' | 'push', reportId: string): Promise<void> {
    const remaining = await this.credits.lock(tx, key)
    const id = derivedId('credit', key.accountId, key.templateKey, source, reportId)
    if (await this.credits.exists(tx, id)) return
    const now = this.clock.now()
    const since = new Date(now.getTime() - SAME_CONSENT_MS)
    const known = await this.credits.pair(tx, key, source === 'tap' ? 'push' : 'tap', since, id)
    // A long-term consent is one consent, however often it is given.
    const counts = !known && !(this.isLongTerm(key) && remaining > 0)
    await this.enter(tx, key, { id, delta: counts ? 1 : 0, reason: source, remaining })
  }

  /** Uses one up for an attempt to send. @returns false when none is left */
  async take(tx: EntityManager, key: BalanceKey, attemptId: string): Promise<boolean> {
    const remaining = await this.credits.lock(tx, key)
    if (remaining <= 0) return false
    if (this.isLongTerm(key)) return true
    await this.enter(tx, key, {
      id: derivedId('credit-taken', attemptId),
      delta: -1,
      reason: 'sent',
      remaining,
    })
    return true
  }

  /** The attempt did not use it. */
  async giveBack(tx: EntityManager, key: BalanceKey, attemptId: string): Promise<void> {
    const remaining = await this.credits.lock(tx, key)
    const taken = await this.credits.exists(tx, derivedId('credit-taken', attemptId))
    const id = derivedId('credit-returned', attemptId)
    if (!taken || (await this.credits.exists(tx, id))) return
    await this.enter(tx, key, { id, delta: 1, reason: 'returned', remaining })
  }

  /** WeChat says that nothing is allowed, or the person withdrew it. */
  async clear(
    tx: EntityManager,
    key: BalanceKey,
    reason: 'refused' | 'withdrawn',
    reportId: string,
  ): Promise<void> {
    const remaining = await this.credits.lock(tx, key)
    const id = derivedId('credit-cleared', key.accountId, key.templateKey, reportId)
    if (remaining === 0 || (await this.credits.exists(tx, id))) return
    await this.enter(tx, key, { id, delta: -remaining, reason, remaining })
  }

  private async enter(
    tx: EntityManager,
    key: BalanceKey,
    entry: { id: string; delta: number; reason: CreditReason; remaining: number },
  ): Promise<void> {
    const { remaining, ...row } = entry
    await this.credits.insert(tx, { ...key, ...row, pairId: null, createdAt: this.clock.now() })
    if (row.delta !== 0) await this.credits.setBalance(tx, key, remaining + row.delta)
  }

  private isLongTerm(key: BalanceKey): boolean {
    return this.templates.find(key.templateKey as TemplateKey)?.kind === 'long-term'
  }
}
