import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { WeChatToken } from './wechat-token.entity.js'

export type TokenLease = { appid: string; generation: number; worker: string; now: Date; until: Date }

@Injectable()
export class WeChatTokenRepository {
  find(tx: EntityManager, appid: string): Promise<WeChatToken | null> {
    return tx.findOneBy(WeChatToken, { appid })
  }

  /** An empty row, unless there is one. */
  async create(tx: EntityManager, appid: string, wrappedKey: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO wechat_token (appid, wrapped_key, generation, forced_count) VALUES (?, ?, 0, 0)
       ON DUPLICATE KEY UPDATE appid = appid`,
      [appid, wrappedKey],
    )
  }

  /** True for the one caller that may ask WeChat now, and only while nobody has renewed since it looked. */
  async lease(tx: EntityManager, lease: TokenLease): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE wechat_token SET lease_worker = ?, lease_until = ?
       WHERE appid = ? AND generation = ? AND (lease_until IS NULL OR lease_until <= ?)`,
      [lease.worker, lease.until, lease.appid, lease.generation, lease.now],
    )
    return result.affectedRows === 1
  }

  async store(
    tx: EntityManager,
    lease: TokenLease,
    token: { sealed: Buffer; renewAt: Date; refreshedAt: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE wechat_token SET token_sealed = ?, renew_at = ?, refreshed_at = ?, generation = generation + 1,
         lease_worker = NULL, lease_until = NULL
       WHERE appid = ? AND generation = ? AND lease_worker = ?`,
      [token.sealed, token.renewAt, token.refreshedAt, lease.appid, lease.generation, lease.worker],
    )
  }

  async release(tx: EntityManager, lease: TokenLease): Promise<void> {
    await tx.query(
      `UPDATE wechat_token SET lease_worker = NULL, lease_until = NULL WHERE appid = ? AND lease_worker = ?`,
      [lease.appid, lease.worker],
    )
  }

  async countForced(tx: EntityManager, appid: string, at: Date, on: string): Promise<void> {
    await tx.query(
      `UPDATE wechat_token SET forced_count = CASE WHEN forced_on = ? THEN forced_count + 1 ELSE 1 END,
         forced_on = ?, forced_at = ? WHERE appid = ?`,
      [on, on, at, appid],
    )
  }
}
