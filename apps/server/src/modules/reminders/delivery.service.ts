import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { CredentialsService } from '../accounts/credentials.service.js'
import { type SendResult, WeChatClient } from '../wechat/wechat-client.js'
import { refusalClass } from '../wechat/wechat-codes.js'
import { CreditsService } from './credits.service.js'
import { DeliveriesRepository, type DeliveryChange } from './deliveries.repository.js'
import { MessageComposer, type MessageValues } from './message-composer.js'
import type { NotificationDelivery } from './notification-delivery.entity.js'
import { NotificationsService } from './notifications.service.js'
import { nextMorning, nextSendable } from './quiet-hours.js'
import { SendingPauses } from './sending-pauses.js'

const TEMPLATE = 'work-reminder'
/** Page the card opens. */
const PAGE = 'packages-me/inbox/index'
/** Longer than a call to WeChat with a renewed token may take. */
const LEASE_MS = 60_000
/** So long WeChat's event of an unanswered message is waited for. */
const UNKNOWN_WAIT_MS = 10 * 60_000
const COLLISION_WAIT_MS = 1_000
const MINUTE_MS = 60_000
/** After so long a banned template is tried with one message, in case the operator has had it released. */
const BAN_MS = 24 * 3_600_000
/** Waits after "busy", by attempt; after the last one the message is given up: the inbox has it. */
const BUSY_WAITS_MS = [1_000, 2_000, 4_000, 60_000, 600_000]

type Attempt = { delivery: NotificationDelivery; openId: string; values: MessageValues; attemptId: string }

/** Sends the queued messages. Called by the outbox at least once for each; the state in the row makes it once. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly deliveries: DeliveriesRepository,
    private readonly notifications: NotificationsService,
    private readonly composer: MessageComposer,
    private readonly pauses: SendingPauses,
    private readonly credits: CreditsService,
    private readonly credentials: CredentialsService,
    private readonly wechat: WeChatClient,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async deliver(notificationId: string): Promise<void> {
    const attempt = await this.transactions.run((tx) => this.begin(tx, notificationId))
    if (!attempt) return
    const result = await this.send(attempt)
    await this.transactions.run((tx) => this.settle(tx, attempt, result))
  }

  /** Decides whether the message leaves now; if so, marks it and uses up a credit in the same transaction. */
  private async begin(tx: EntityManager, notificationId: string): Promise<Attempt | null> {
    const delivery = await this.deliveries.find(tx, notificationId)
    const now = this.clock.now()
    if (!delivery) return null
    if (delivery.state === 'sending' || delivery.state === 'unknown') return this.look(tx, delivery, now)
    if (delivery.state !== 'queued' || delivery.nextAt > now) return null
    const sendable = nextSendable(now)
    if (sendable > now) return this.postpone(tx, delivery, sendable)
    const pause = await this.pauses.standing(tx, TEMPLATE, now)
    // A banned template comes back by an operator's hand, not by waiting; the others by the clock.
    if (pause && refusalClass(pause.errcode) === 'template-banned')
      return this.close(tx, delivery, 'failed', pause.errcode)
    if (pause) return this.postpone(tx, delivery, nextSendable(pause.untilAt))
    const today = this.clock.today()
    // Left over from an earlier day: it becomes today's message, unless there is one.
    if (delivery.day !== today && !(await this.deliveries.moveTo(tx, notificationId, today)))
      return this.close(tx, delivery, 'dropped')
    const openId = await this.credentials.openId(tx, delivery.accountId)
    if (openId === null) return this.close(tx, delivery, 'unbound')
    const values = await this.composer.compose(tx, notificationId)
    if (values === null) return this.close(tx, delivery, 'dropped')
    return this.claim(tx, {
      delivery,
      openId,
      values,
      attemptId: `${notificationId}:${delivery.attempts + 1}`,
    })
  }

  private async claim(tx: EntityManager, attempt: Attempt): Promise<Attempt | null> {
    const { notificationId, areaCode, accountId, attempts } = attempt.delivery
    const leaseEnd = new Date(this.clock.now().getTime() + LEASE_MS)
    const mine = await this.deliveries.change(tx, notificationId, 'queued', {
      state: 'sending',
      nextAt: leaseEnd,
    })
    if (!mine) return null
    if (!(await this.credits.take(tx, { accountId, templateKey: TEMPLATE }, attempt.attemptId))) {
      await this.deliveries.change(tx, notificationId, 'sending', { state: 'no-credit' })
      return null
    }
    // Should this process die now, somebody looks at the message after the lease.
    await this.notifications.schedule(tx, [{ notificationId, areaCode }], `lease-${attempts + 1}`, leaseEnd)
    return attempt
  }

  private async send({ delivery, openId, values }: Attempt): Promise<SendResult> {
    try {
      return await this.wechat.sendSubscribeMessage({ openId, templateKey: TEMPLATE, page: PAGE, values })
    } catch (error) {
      // A value that does not fit the template: nothing left, and nothing will.
      this.log.error({ err: error, notificationId: delivery.notificationId }, 'message could not be made')
      return { outcome: 'refused', class: 'defect', errcode: null }
    }
  }

  private async settle(tx: EntityManager, attempt: Attempt, result: SendResult): Promise<void> {
    const { notificationId } = attempt.delivery
    const now = this.clock.now()
    if (result.outcome === 'sent') {
      await this.deliveries.change(tx, notificationId, 'sending', {
        state: 'sent',
        messageId: result.messageId,
      })
      return
    }
    if (result.outcome === 'unknown') return this.doubt(tx, attempt.delivery, now)
    const { errcode } = result
    const key = { accountId: attempt.delivery.accountId, templateKey: TEMPLATE }
    if (result.class === 'no-credit') {
      await this.credits.clear(tx, key, 'refused', attempt.attemptId)
      await this.deliveries.change(tx, notificationId, 'sending', { state: 'no-credit', errcode })
      return
    }
    // Refused means not sent: what the attempt had used up is there again.
    await this.credits.giveBack(tx, key, attempt.attemptId)
    await this.afterRefusal(tx, attempt, result, now)
  }

  private async afterRefusal(
    tx: EntityManager,
    { delivery }: Attempt,
    result: Extract<SendResult, { outcome: 'refused' }>,
    now: Date,
  ): Promise<void> {
    const { notificationId, areaCode, attempts } = delivery
    const { errcode } = result
    const nextAt = retryAt(result, attempts, now)
    await this.pauseOthers(tx, result, now)
    const change: DeliveryChange = nextAt
      ? { state: 'queued', errcode, nextAt }
      : { state: result.class === 'unknown-user' ? 'rejected' : 'failed', errcode }
    const changed = await this.deliveries.change(tx, notificationId, 'sending', change)
    if (changed && nextAt)
      await this.notifications.schedule(tx, [{ notificationId, areaCode }], `retry-${attempts + 1}`, nextAt)
    if (changed && !nextAt)
      this.log.error({ notificationId, errcode, class: result.class }, 'message given up')
  }

  /** A limit holds for everybody: those behind do not run into it one by one. */
  private async pauseOthers(
    tx: EntityManager,
    { class: kind, errcode }: Extract<SendResult, { outcome: 'refused' }>,
    now: Date,
  ): Promise<void> {
    if (errcode === null) return
    if (kind === 'minute-limit')
      await this.pauses.begin(tx, 'everything', { untilAt: nextMinute(now), errcode })
    if (kind === 'day-limit')
      await this.pauses.begin(tx, 'everything', { untilAt: nextMorning(now), errcode })
    if (kind === 'template-banned')
      await this.pauses.begin(tx, TEMPLATE, { untilAt: new Date(now.getTime() + BAN_MS), errcode })
  }

  /** No answer: it may be out. WeChat's event decides, or the end of the wait. */
  private async doubt(tx: EntityManager, delivery: NotificationDelivery, now: Date): Promise<void> {
    const { notificationId, areaCode, attempts } = delivery
    const current = await this.deliveries.find(tx, notificationId)
    if (current?.confirmedAt) {
      await this.deliveries.change(tx, notificationId, 'sending', { state: 'sent' })
      return
    }
    const nextAt = new Date(now.getTime() + UNKNOWN_WAIT_MS)
    await this.deliveries.change(tx, notificationId, 'sending', { state: 'unknown', nextAt })
    await this.notifications.schedule(tx, [{ notificationId, areaCode }], `unknown-${attempts + 1}`, nextAt)
  }

  /** A message somebody began to send: waits, gives the doubt its time, or queues it again. */
  private async look(tx: EntityManager, delivery: NotificationDelivery, now: Date): Promise<null> {
    if (delivery.nextAt > now) return null
    if (delivery.state === 'sending') {
      // Its process died with the answer; `attempts` already counts this try.
      await this.doubt(tx, { ...delivery, attempts: delivery.attempts - 1 }, now)
      return null
    }
    const { notificationId, areaCode, accountId, attempts } = delivery
    if (attempts > BUSY_WAITS_MS.length) return this.close(tx, delivery, 'failed')
    const key = { accountId, templateKey: TEMPLATE }
    if (!(await this.deliveries.change(tx, notificationId, 'unknown', { state: 'queued', nextAt: now })))
      return null
    await this.credits.giveBack(tx, key, `${notificationId}:${attempts}`)
    await this.notifications.schedule(tx, [{ notificationId, areaCode }], `again-${attempts}`, now)
    return null
  }

  private async postpone(tx: EntityManager, delivery: NotificationDelivery, until: Date): Promise<null> {
    const { notificationId, areaCode } = delivery
    await this.deliveries.change(tx, notificationId, 'queued', { state: 'queued', nextAt: until })
    await this.notifications.schedule(
      tx,
      [{ notificationId, areaCode }],
      `from-${until.toISOString()}`,
      until,
    )
    return null
  }

  private async close(
    tx: EntityManager,
    delivery: NotificationDelivery,
    state: 'dropped' | 'unbound' | 'failed',
    errcode: number | null = null,
  ): Promise<null> {
    await this.deliveries.change(tx, delivery.notificationId, delivery.state, { state, errcode })
    return null
  }
}

const nextMinute = (now: Date): Date => new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS)

/** When a refused message may be tried again; undefined: never. */
function retryAt(
  result: Extract<SendResult, { outcome: 'refused' }>,
  attempts: number,
  now: Date,
): Date | undefined {
  const wait = BUSY_WAITS_MS[attempts]
  if (wait === undefined) return undefined
  switch (result.class) {
    case 'busy':
      return new Date(now.getTime() + wait)
    case 'collision':
      return new Date(now.getTime() + COLLISION_WAIT_MS)
    case 'minute-limit':
      return nextMinute(now)
    case 'day-limit':
      return nextMorning(now)
    default:
      return undefined
  }
}
