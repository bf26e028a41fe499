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
    const { accountId, areaCode, key, target, dutyId = '', message } = news
    const claim = {
      id: newsClaim(news),
      areaCode,
      dutyId,
      rung: 'news' as const,
      dueOn: this.clock.today(),
    }
    const draft = { key, areaCode, target, message, params: news.params ?? {}, claims: [claim] }
    return (await this.add(tx, accountId, [draft])) > 0
  }

  /** Of some news, what was not told yet: one read spares a transaction for each of the others. */
  async untold(tx: EntityManager, news: readonly News[]): Promise<News[]> {
    if (news.length === 0) return []
    const taken = await this.notifications.takenClaims(tx, news.map(newsClaim))
    return news.filter((one) => !taken.has(newsClaim(one)))
  }

  /** What is over is not said by WeChat any more, as long as it has not left. The inbox keeps it. */
  async unsend(tx: EntityManager, target: string): Promise<void> {
    await this.notifications.leaveMessage(tx, await this.notifications.queuedAbout(tx, target))
  }

  /**
   * Adds what is new of some drafts; their claims decide what that is.
   * @returns how many lines the inbox got
   */
  async add(tx: EntityManager, accountId: string, drafts: readonly Draft[]): Promise<number> {
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
        accountId,
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
    await this.queueMessage(
      tx,
      rows.filter((_, at) => fresh[at]?.message),
    )
    return rows.length
  }

  /** The first carries the person's message of the day; what comes later joins it as long as it has not left. */
  private async queueMessage(tx: EntityManager, rows: readonly Notification[]): Promise<void> {
    const [first] = rows
    if (!first || !this.templates.find('work-reminder')) return
    const { accountId, areaCode, createdAt } = first
    const nextAt = nextSendable(createdAt)
    const day = chinaDate(nextAt)
    await this.deliveries.queue(tx, {
      notificationId: first.id,
      accountId,
      areaCode,
      day,
      nextAt,
      createdAt,
    })
    const carrier = await this.deliveries.ofDay(tx, accountId, day)
    if (carrier?.state !== 'queued') return
    await this.notifications.joinMessage(
      tx,
      rows.map(({ id }) => id),
      carrier.notificationId,
    )
    if (carrier.notificationId === first.id) await this.schedule(tx, first.id, areaCode, 0, nextAt)
  }

  /** Asks the outbox to look at a message at an instant. */
  async schedule(
    tx: EntityManager,
    notificationId: string,
    areaCode: string,
    step: number | string,
    runAt: Date,
  ): Promise<void> {
    await this.outbox.add(tx, {
      type: DELIVER,
      areaCode,
      payload: { notificationId },
      dedupeKey: `deliver:${notificationId}:${step}`,
      runAt,
    })
  }
}

const newsClaim = ({ dedupeKey, accountId }: News): string => derivedId('news', dedupeKey, accountId)
