import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SubscriptionBalance } from './subscription-balance.entity.js'
import type { CreditReason, SubscriptionCredit } from './subscription-credit.entity.js'

export type BalanceKey = { accountId: string; templateKey: string }

@Injectable()
export class CreditsRepository {
  balances(tx: EntityManager, accountId: string): Promise<SubscriptionBalance[]> {
    return tx.findBy(SubscriptionBalance, { accountId })
  }

  /** Makes the row if need be and holds it until the transaction ends, so that changes come one after another. */
  async lock(tx: EntityManager, key: BalanceKey): Promise<number> {
    await tx.query(
      `INSERT INTO subscription_balance (account_id, template_key, remaining) VALUES (?, ?, 0)
       ON DUPLICATE KEY UPDATE remaining = remaining`,
      [key.accountId, key.templateKey],
    )
    const rows: { remaining: number }[] = await tx.query(
      `SELECT remaining FROM subscription_balance WHERE account_id = ? AND template_key = ? FOR UPDATE`,
      [key.accountId, key.templateKey],
    )
    return rows[0]?.remaining ?? 0
  }

  async setBalance(tx: EntityManager, key: BalanceKey, remaining: number): Promise<void> {
    await tx.query(
      `UPDATE subscription_balance SET remaining = ? WHERE account_id = ? AND template_key = ?`,
      [remaining, key.accountId, key.templateKey],
    )
  }

  async exists(tx: EntityManager, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(`SELECT 1 FROM subscription_credit WHERE id = ?`, [id])
    return rows.length > 0
  }

  /** Joins a report to an unpaired one of the same consent from the other side. @returns whether there was one */
  async pair(
    tx: EntityManager,
    key: BalanceKey,
    other: CreditReason,
    since: Date,
    pairId: string,
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE subscription_credit SET pair_id = ?
       WHERE account_id = ? AND template_key = ? AND reason = ? AND delta = 1 AND pair_id IS NULL AND created_at >= ?
       ORDER BY created_at, id LIMIT 1`,
      [pairId, key.accountId, key.templateKey, other, since],
    )
    return result.affectedRows === 1
  }

  async insert(tx: EntityManager, row: SubscriptionCredit): Promise<void> {
    await tx.query(
      `INSERT INTO subscription_credit (id, account_id, template_key, delta, reason, pair_id, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [row.id, row.accountId, row.templateKey, row.delta, row.reason, row.pairId, row.createdAt],
    )
  }
}
