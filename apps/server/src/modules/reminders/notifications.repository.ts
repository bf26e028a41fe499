import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { DutyClaim } from './duty-drafts.js'
import { Notification } from './notification.entity.js'
import { ReminderClaim } from './reminder-claim.entity.js'
import type { TextKey } from './reminder-texts.js'

@Injectable()
export class NotificationsRepository {
  async insert(tx: EntityManager, rows: readonly Notification[]): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Notification)
      .values([...rows])
      .updateEntity(false)
      .execute()
  }

  /** Of some claims, those that somebody has taken already. */
  async takenClaims(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.query(`SELECT id FROM reminder_claim WHERE id IN (?)`, [ids])
    return new Set(rows.map((row) => row.id))
  }

  /** Takes the claims nobody has. Another transaction that wants the same ones waits here until this one ends. */
  async takeClaims(
    tx: EntityManager,
    claims: readonly (DutyClaim & { notificationId: string })[],
    at: Date,
  ): Promise<void> {
    // One order for all, so that two replicas wait for each other instead of deadlocking.
    const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
    await tx.query(
      `INSERT INTO reminder_claim (id, notification_id, area_code, duty_id, rung, due_on, created_at)
       VALUES ${sorted.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')} ON DUPLICATE KEY UPDATE id = id`,
      sorted.flatMap((claim) => [
        claim.id,
        claim.notificationId,
        claim.areaCode,
        claim.dutyId,
        claim.rung,
        claim.dueOn,
        at,
      ]),
    )
  }

  /** Claims by the notification that speaks of them. */
  async claimsOf(
    tx: EntityManager,
    notificationIds: readonly string[],
  ): Promise<ReadonlyMap<string, DutyClaim[]>> {
    const byNotification = new Map<string, DutyClaim[]>(notificationIds.map((id) => [id, []]))
    const rows = await tx
      .createQueryBuilder(ReminderClaim, 'c')
      .where('c.notification_id IN (:...notificationIds)', { notificationIds })
      .orderBy('c.id')
      .getMany()
    for (const { notificationId, createdAt: _, rung, ...claim } of rows)
      byNotification.get(notificationId)?.push({ ...claim, rung: rung as DutyClaim['rung'] })
    return byNotification
  }

  /** @param carriers each person's message */
  async joinMessages(
    tx: EntityManager,
    ids: readonly string[],
    carriers: ReadonlyMap<string, string>,
  ): Promise<void> {
    if (ids.length === 0) return
    await tx.query(
      `UPDATE notification SET message_id = CASE account_id ${'WHEN ? THEN ? '.repeat(carriers.size)} END WHERE id IN (?)`,
      [...[...carriers].flat(), ids],
    )
  }

  /** Lines about a target whose message has not left. */
  async queuedAbout(tx: EntityManager, target: string): Promise<string[]> {
    // From the few messages that wait, not from all the lines of 90 days.
    const rows: { id: string }[] = await tx.query(
      `SELECT n.id FROM notification_delivery d JOIN notification n ON n.message_id = d.notification_id
       WHERE d.state = 'queued' AND n.target = ?`,
      [target],
    )
    return rows.map(({ id }) => id)
  }

  async leaveMessage(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(`UPDATE notification SET message_id = NULL WHERE id IN (?)`, [ids])
  }

  ofMessage(tx: EntityManager, messageId: string): Promise<Notification[]> {
    return tx.find(Notification, { where: { messageId }, order: { id: 'ASC' } })
  }

  /** One page of an inbox, newest first. */
  page(
    tx: EntityManager,
    accountId: string,
    query: { before: string | undefined; since: Date; limit: number },
  ): Promise<Notification[]> {
    const builder = tx
      .createQueryBuilder(Notification, 'n')
      .where('n.account_id = :accountId AND n.created_at >= :since', { accountId, since: query.since })
      .orderBy('n.id', 'DESC')
      .limit(query.limit)
    if (query.before !== undefined) builder.andWhere('n.id < :before', { before: query.before })
    return builder.getMany()
  }

  async countUnread(tx: EntityManager, accountId: string, since: Date): Promise<number> {
    const rows: { unread: number | string }[] = await tx.query(
      `SELECT COUNT(*) AS unread FROM notification WHERE account_id = ? AND read_at IS NULL AND created_at >= ?`,
      [accountId, since],
    )
    return Number(rows[0]?.unread ?? 0)
  }

  /** @returns false when the account has no such notification */
  async markRead(tx: EntityManager, accountId: string, id: string, at: Date): Promise<boolean> {
    const found = await tx.countBy(Notification, { accountId, id })
    if (found === 0) return false
    await tx.query(
      `UPDATE notification SET read_at = ? WHERE id = ? AND account_id = ? AND read_at IS NULL`,
      [at, id, accountId],
    )
    return true
  }

  /** @param accountIds at least one */
  async settle(
    tx: EntityManager,
    accountIds: readonly string[],
    textKey: TextKey,
    target: string,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE notification SET read_at = ? WHERE account_id IN (?) AND text_key = ? AND target = ? AND read_at IS NULL`,
      [at, accountIds, textKey, target],
    )
  }

  async markAllRead(tx: EntityManager, accountId: string, at: Date): Promise<void> {
    await tx.query(`UPDATE notification SET read_at = ? WHERE account_id = ? AND read_at IS NULL`, [
      at,
      accountId,
    ])
  }

  /** @returns whether there may be more */
  async forget(tx: EntityManager, before: Date, limit: number): Promise<boolean> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM notification WHERE created_at < ? ORDER BY created_at LIMIT ${limit}`,
      [before],
    )
    if (rows.length === 0) return false
    const ids = rows.map((row) => row.id)
    await tx.query(`DELETE FROM notification_delivery WHERE notification_id IN (?)`, [ids])
    await tx.query(`DELETE FROM notification WHERE id IN (?)`, [ids])
    return rows.length === limit
  }

  async forgetClaims(tx: EntityManager, before: Date): Promise<void> {
    await tx.query(`DELETE FROM reminder_claim WHERE created_at < ?`, [before])
  }
}
