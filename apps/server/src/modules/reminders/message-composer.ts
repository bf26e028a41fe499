import type { IsoDate } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { DutyArrangements } from '../scoring/duty-arrangements.js'
import { type Duty, ObligationsService } from '../scoring/obligations.service.js'
import type { SlotValue } from '../wechat/template-values.js'
import { type DutyClaim, dutyParams } from './duty-drafts.js'
import { MutesRepository } from './mutes.repository.js'
import type { Notification } from './notification.entity.js'
import { NotificationsRepository } from './notifications.repository.js'
import { Recipients } from './recipients.service.js'
import { type MessagePart, messageText, type TextKey } from './reminder-texts.js'
import { StandingNews } from './standing-news.js'

export type MessageValues = { text: SlotValue; due: SlotValue; note: SlotValue }

const NOTE = '请打开小程序查看'
/** Asked for again only while the duty stands; a missed window or a summary is a fact and stays one. */
const ASKS_FOR_WORK: ReadonlySet<TextKey> = new Set([
  'duty.before',
  'duty.due',
  'duty.late',
  'duty.after-3',
  'duty.after-7',
])

/** What the office is told whatever the village gave as a reason. */
const TOLD_ANYWAY: ReadonlySet<TextKey> = new Set(['duty.after-7', 'duty.missed-town'])

/** Said of one duty to whose it is: of nobody's concern once it is done or another's. */
const ABOUT_OWN_DUTY: ReadonlySet<TextKey> = new Set(['duty.handed', 'duty.still-open'])

/** Asks for an answer by a day. Past that day, what has not been taken back says that it is late. */
const ASKS_FOR_ANSWER: ReadonlySet<TextKey> = new Set(['order.issued', 'order.returned', 'order.before'])

type StandingClaim = DutyClaim & { isOpen: boolean }

/** Words the message of the day when it leaves, from what is still true then. */
@Injectable()
export class MessageComposer {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly obligations: ObligationsService,
    private readonly arrangements: DutyArrangements,
    private readonly appointments: AppointmentsService,
    private readonly mutes: MutesRepository,
    private readonly standing: StandingNews,
    private readonly clock: Clock,
  ) {}

  /** @returns null when nothing is left to say: everything was done, or its day is over */
  async compose(tx: EntityManager, messageId: string): Promise<MessageValues | null> {
    const today = this.clock.today()
    const rows = await this.notifications.ofMessage(tx, messageId)
    const claims = await this.notifications.claimsOf(
      tx,
      rows.map(({ id }) => id),
    )
    const parts: MessagePart[] = []
    const [first] = rows
    if (!first) return null
    const muted = await this.mutes.of(tx, first.accountId, today)
    for (const row of latestOfEach(rows)) {
      const wanted = await this.wanted(tx, row, claims.get(row.id) ?? [], muted)
      const part = await this.part(tx, row, wanted, today)
      if (part) parts.push(part)
    }
    if (parts.length === 0) return null
    const { text, due } = messageText(parts, today)
    return { text: { text }, due: { date: due }, note: { text: NOTE } }
  }

  /** Duties of a line that its reader wants to hear of by WeChat, and of which the village has not said why they are not done. */
  private async wanted(
    tx: EntityManager,
    row: Notification,
    claims: readonly DutyClaim[],
    muted: ReadonlyMap<string, string>,
  ): Promise<StandingClaim[]> {
    const today = this.clock.today()
    const found: { claim: DutyClaim; duty: Duty | null }[] = []
    for (const claim of claims) {
      const duty = claim.dutyId === '' ? null : await this.obligations.find(tx, claim.areaCode, claim.dutyId)
      found.push({ claim, duty })
    }
    const duties = found.flatMap(({ duty }) => duty ?? [])
    const arrangements = await this.arrangements.of(tx, duties, today)
    const recipients = new Recipients(this.appointments, tx, today)
    const wanted: StandingClaim[] = []
    for (const { claim, duty } of found) {
      const { assignment, explanation } = duty ? arrangements.of(duty) : {}
      const isMuted = claim.rung !== 'news' && muted.has(duty?.kind ?? claim.rung)
      if (isMuted || (explanation && !TOLD_ANYWAY.has(row.textKey))) continue
      const isOpen = duty?.state === 'open'
      if (ABOUT_OWN_DUTY.has(row.textKey) && duty) {
        const owners = isOpen ? await recipients.of('owner', duty, assignment?.accountId) : []
        if (!owners.includes(row.accountId)) continue
      }
      wanted.push({ ...claim, isOpen })
    }
    return wanted
  }

  private async part(
    tx: EntityManager,
    row: Notification,
    claims: readonly StandingClaim[],
    today: IsoDate,
  ): Promise<MessagePart | null> {
    if (claims.length === 0) return null
    if (!ASKS_FOR_WORK.has(row.textKey)) {
      const params = row.textKey.startsWith('duty.missed')
        ? dutyParams(claims, today)
        : await this.standing.now(tx, row)
      if (!params) return null
      const isLate = ASKS_FOR_ANSWER.has(row.textKey) && params.dueOn !== undefined && params.dueOn < today
      return { key: isLate ? 'order.late' : row.textKey, params }
    }
    const open = claims.filter(({ isOpen }) => isOpen)
    const stillTrue = row.textKey.startsWith('duty.after') || row.textKey === 'duty.late'
    const standing = stillTrue ? open : open.filter(({ dueOn }) => dueOn >= today)
    if (standing.length === 0) return null
    const params = dutyParams(standing, today)
    const key = row.textKey === 'duty.before' && params.dueOn === today ? 'duty.due' : row.textKey
    return { key, params }
  }
}

/** All lines; of those about one order the last, which says how it stands. @param rows the oldest first */
function latestOfEach(rows: readonly Notification[]): Iterable<Notification> {
  return new Map(rows.map((row) => [row.target?.startsWith('order/') ? row.target : row.id, row])).values()
}
