import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../platform/database/transactions.js'
import { type DeliveryState, NotificationDelivery } from './notification-delivery.entity.js'

const WECHAT = 'wechat'

/** What a change of state also writes. */
export type DeliveryChange = {
  state: DeliveryState
  errcode?: number | null
  messageId?: string | null
  nextAt?: Date
}

@Injectable()
export class DeliveriesRepository {
  find(tx: EntityManager, notificationId: string): Promise<NotificationDelivery | null> {
    return tx.findOneBy(NotificationDelivery, { notificationId, channel: WECHAT })
  }

  /** Of some people, the message of a day that has not left: its id by account. */
  async queuedOfDay(
    tx: EntityManager,
    accountIds: readonly string[],
    day: string,
  ): Promise<ReadonlyMap<string, string>> {
    const rows: { accountId: string; id: string }[] = await tx.query(
      `SELECT account_id AS accountId, notification_id AS id FROM notification_delivery
       WHERE account_id IN (?) AND channel = '${WECHAT}' AND day = ? AND state = 'queued'`,
      [accountIds, day],
    )
    return new Map(rows.map(({ accountId, id }) => [accountId, id]))
  }

  /** A person's latest ones. */
  latest(tx: EntityManager, accountId: string, limit: number): Promise<NotificationDelivery[]> {
    return tx.find(NotificationDelivery, {
      where: { accountId, channel: WECHAT },
      order: { day: 'DESC' },
      take: limit,
    })
  }

  /** Adds each person's message of the day, unless there is one. In the order of the accounts, as every caller must. */
  async queue(
    tx: EntityManager,
    rows: readonly Pick<
      NotificationDelivery,
      'notificationId' | 'accountId' | 'areaCode' | 'day' | 'nextAt' | 'createdAt'
    >[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO notification_delivery (notification_id, channel, account_id, area_code, day, next_at, created_at, state, attempts)
       VALUES ${rows.map(() => `(?, '${WECHAT}', ?, ?, ?, ?, ?, 'queued', 0)`).join(', ')}
       ON DUPLICATE KEY UPDATE channel = channel`,
      rows.flatMap((row) => [
        row.notificationId,
        row.accountId,
        row.areaCode,
        row.day,
        row.nextAt,
        row.createdAt,
      ]),
    )
  }

  /** Moves a message to another day. @returns false when the person has one on that day already */
  async moveTo(tx: EntityManager, notificationId: string, day: string): Promise<boolean> {
    try {
      await tx.query(
        `UPDATE notification_delivery SET day = ? WHERE notification_id = ? AND channel = '${WECHAT}'`,
        [day, notificationId],
      )
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  /** Changes the state if it is still the one expected. @returns whether it was */
  async change(
    tx: EntityManager,
    notificationId: string,
    from: DeliveryState,
    to: DeliveryChange,
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE notification_delivery SET state = ?, errcode = ?, message_id = COALESCE(?, message_id),
         next_at = COALESCE(?, next_at), attempts = attempts + ?
       WHERE notification_id = ? AND channel = '${WECHAT}' AND state = ?`,
      [
        to.state,
        to.errcode ?? null,
        to.messageId ?? null,
        to.nextAt ?? null,
        to.state === 'sending' ? 1 : 0,
        notificationId,
        from,
      ],
    )
    return result.affectedRows === 1
  }

  findByMessageId(
    tx: EntityManager,
    accountId: string,
    messageId: string,
  ): Promise<NotificationDelivery | null> {
    return tx.findOneBy(NotificationDelivery, { accountId, channel: WECHAT, messageId })
  }

  /** The person's message that is on its way, or may be; locked. */
  async lockUnanswered(tx: EntityManager, accountId: string): Promise<NotificationDelivery | null> {
    return tx
      .createQueryBuilder(NotificationDelivery, 'd')
      .setLock('pessimistic_write')
      .where(`d.account_id = :accountId AND d.channel = '${WECHAT}' AND d.state IN ('sending', 'unknown')`, {
        accountId,
      })
      .orderBy('d.day', 'DESC')
      .limit(1)
      .getOne()
  }

  async confirm(tx: EntityManager, notificationId: string, messageId: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE notification_delivery SET confirmed_at = ?, message_id = COALESCE(message_id, ?),
         state = CASE WHEN state = 'unknown' THEN 'sent' ELSE state END
       WHERE notification_id = ? AND channel = '${WECHAT}'`,
      [at, messageId === '' ? null : messageId, notificationId],
    )
  }

  /** How many messages whose turn came since then are in which state; a state without one is left out. */
  async countByState(tx: EntityManager, since: Date): Promise<Record<string, number>> {
    const rows: { state: DeliveryState; count: number }[] = await tx.query(
      'SELECT state, COUNT(*) AS count FROM notification_delivery WHERE next_at >= ? GROUP BY state',
      [since],
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  }

  /** Messages that still wait, although their turn came before then. */
  async countLate(tx: EntityManager, before: Date): Promise<number> {
    const [row]: { count: number }[] = await tx.query(
      `SELECT COUNT(*) AS count FROM notification_delivery WHERE state = 'queued' AND next_at < ?`,
      [before],
    )
    return Number(row?.count ?? 0)
  }
}
