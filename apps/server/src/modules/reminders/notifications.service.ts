import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Clock, chinaDate } from '../../platform/clock.js'
import { derivedId } from '../../platform/derived-id.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { WeChatTemplates } from '../wechat/templates.js'
import { DeliveriesRepository } from './deliveries.repository.js'
import { type Draft, dutyParams } from './duty-drafts.js'
import type { Notification } from './notification.entity.js'
import { NotificationsRepository } from './notifications.repository.js'
import { nextSendable } from './quiet-hours.js'
import type { TextKey, TextParams } from './reminder-texts.js'

/** Outbox event: `{ notificationId }`. */
export const DELIVER = 'reminder.deliver'

/** News of another module for one person. */
export type News = {
  accountId: string
  areaCode: string
  /** Same key, same news: it is told once. */
  dedupeKey: string
  key: TextKey
  params?: TextParams
  target: string | null
  /** The duty of the area that it is about: by WeChat he hears of it only while it is open and his. */
  dutyId?: string
  /** Also by WeChat, if the person allowed it. */
  message: boolean
}

/** A line for one person's inbox. */
export type PersonDraft = Draft & { accountId: string }

/** Puts news into inboxes, each piece once, and queues at most one message a person and day. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly templates: WeChatTemplates,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Tells a person something, in the caller's transaction. @returns false when it was told before */
  async tell(tx: EntityManager, news: News): Promise<boolean> {
    return (await this.tellAll(tx, [news])) > 0
  }

  /** Tells many people at once, in as many statements as one. @returns how much of it was not told before */
  tellAll(tx: EntityManager, news: readonly News[]): Promise<number> {
    const dueOn = this.clock.today()
    const drafts = news.map((one) => {
      const { accountId, areaCode, key, target, dutyId = '', message, params = {} } = one
      const claim = { id: newsClaim(one), areaCode, dutyId, rung: 'news' as const, dueOn }
      return { accountId, key, areaCode, target, message, params, claims: [claim] }
    })
    return this.add(tx, drafts)
  }

  /** Of some news, what was not told yet: one read spares a transaction for each of the others. */
  async untold(tx: EntityManager, news: readonly News[]): Promise<News[]> {
    if (news.length === 0) return []
    const taken = await this.notifications.takenClaims(tx, news.map(newsClaim))
    return news.filter((one) => !taken.has(newsClaim(one)))
  }

  /** What some people were told of a target is done: it is no news any more, though they did not read it. */
  async settle(
    tx: EntityManager,
    accountIds: readonly string[],
    key: TextKey,
    target: string,
  ): Promise<void> {
    if (accountIds.length > 0) await this.notifications.settle(tx, accountIds, key, target, this.clock.now())
  }

  /** What is over is not said by WeChat any more, as long as it has not left. The inbox keeps it. */
  async unsend(tx: EntityManager, target: string): Promise<void> {
    await this.notifications.leaveMessage(tx, await this.notifications.queuedAbout(tx, target))
  }

  /**
   * Adds what is new of some drafts; their claims decide what that is.
   * @returns how many lines the inboxes got
   */
  async add(tx: EntityManager, drafts: readonly PersonDraft[]): Promise<number> {
    const now = this.clock.now()
    const today = this.clock.today()
    const numbered = drafts.map((draft) => ({ ...draft, id: uuidv7() }))
    const wanted = numbered.flatMap(({ id, claims }) =>
      claims.map((claim) => ({ ...claim, notificationId: id })),
    )
    if (wanted.length === 0) return 0
    await this.notifications.takeClaims(tx, wanted, now)
    const taken = await this.notifications.claimsOf(
      tx,
      numbered.map(({ id }) => id),
    )
    const fresh = numbered.filter(({ id }) => (taken.get(id)?.length ?? 0) > 0)
    if (fresh.length === 0) return 0
    const rows = fresh.map(
      (draft): Notification => ({
        id: draft.id,
        accountId: draft.accountId,
        areaCode: draft.areaCode,
        textKey: draft.key,
        params: JSON.stringify(draft.params ?? dutyParams(taken.get(draft.id) ?? [], today)),
        target: draft.target,
        messageId: null,
        createdAt: now,
        readAt: null,
      }),
    )
    await this.notifications.insert(tx, rows)
    await this.queueMessages(
      tx,
      rows.filter((_, at) => fresh[at]?.message),
      now,
    )
    return rows.length
  }

  /** A person's first line carries his message of the day; what comes later joins it as long as it has not left. */
  private async queueMessages(
    tx: EntityManager,
    rows: readonly Notification[],
    createdAt: Date,
  ): Promise<void> {
    if (rows.length === 0 || !this.templates.find('work-reminder')) return
    const nextAt = nextSendable(createdAt)
    const day = chinaDate(nextAt)
    const firsts = new Map<string, Notification>()
    for (const row of rows) if (!firsts.has(row.accountId)) firsts.set(row.accountId, row)
    const people = [...firsts.keys()].sort()
    const messages = people.map((accountId) => {
      const { id, areaCode } = firsts.get(accountId) as Notification
      return { notificationId: id, accountId, areaCode, day, nextAt, createdAt }
    })
    await this.deliveries.queue(tx, messages)
    const carriers = await this.deliveries.queuedOfDay(tx, people, day)
    await this.notifications.joinMessages(
      tx,
      rows.filter(({ accountId }) => carriers.has(accountId)).map(({ id }) => id),
      carriers,
    )
    const leaving = messages.filter((one) => carriers.get(one.accountId) === one.notificationId)
    await this.schedule(tx, leaving, 0, nextAt)
  }

  /** Asks the outbox to look at messages at an instant. */
  schedule(
    tx: EntityManager,
    messages: readonly { notificationId: string; areaCode: string }[],
    step: number | string,
    runAt: Date,
  ): Promise<void> {
    return this.outbox.add(
      tx,
      ...messages.map(({ notificationId, areaCode }) => ({
        type: DELIVER,
        areaCode,
        payload: { notificationId },
        dedupeKey: `deliver:${notificationId}:${step}`,
        runAt,
      })),
    )
  }
}

const newsClaim = ({ dedupeKey, accountId }: News): string => derivedId('news', dedupeKey, accountId)
