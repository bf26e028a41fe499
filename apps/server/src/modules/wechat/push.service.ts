import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { type SubscriptionItem, type SubscriptionPush } from './push-message.js'
import { WeChatPushEvent } from './wechat-push-event.entity.js'

/** Outbox event: `{ pushId }`. */
export const PUSH_RECEIVED = 'wechat.push'
/** The outbox asks for an area; a push has none, so it stands under the country. */
const NO_AREA = '0'

export type StoredPush = { id: string; openId: string; receivedAt: Date; items: SubscriptionItem[] }

/** Keeps pushes and hands them on. The answer to WeChat does not wait for the work. */
@Injectable()
export class PushService {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Stores a push once, however often it comes. */
  async receive(push: SubscriptionPush): Promise<void> {
    if (push.items.length === 0) return
    const items = canonicalJson(push.items)
    const row = {
      id: uuidv7(),
      eventHash: sha256(canonicalJson([push.openId, push.event, push.createdAt, items])),
      openId: push.openId,
      event: push.event,
      items,
      receivedAt: this.clock.now(),
    }
    try {
      await this.transactions.run(async (tx) => {
        await tx.createQueryBuilder().insert().into(WeChatPushEvent).values(row).updateEntity(false).execute()
        await this.outbox.add(tx, { type: PUSH_RECEIVED, areaCode: NO_AREA, payload: { pushId: row.id } })
      })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  async find(tx: EntityManager, id: string): Promise<StoredPush | null> {
    const row = await tx.findOneBy(WeChatPushEvent, { id })
    return row && { id, openId: row.openId, receivedAt: row.receivedAt, items: JSON.parse(row.items) }
  }

  /** Forgets pushes that WeChat can no longer repeat. */
  async forgetBefore(tx: EntityManager, instant: Date): Promise<void> {
    await tx.query(`DELETE FROM wechat_push_event WHERE received_at < ?`, [instant])
  }
}
