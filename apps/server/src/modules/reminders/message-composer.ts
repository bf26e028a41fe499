import type { IsoDate } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import type { SlotValue } from '../wechat/template-values.js'
import { type DutyClaim, dutyParams } from './duty-drafts.js'
import type { Notification } from './notification.entity.js'
import { NotificationsRepository } from './notifications.repository.js'
import { type MessagePart, messageText, type TextKey } from './reminder-texts.js'

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

/** Words the message of the day when it leaves, from what is still true then. */
@Injectable()
export class MessageComposer {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly obligations: ObligationsService,
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
    for (const row of rows) {
      const part = await this.part(tx, row, claims.get(row.id) ?? [], today)
      if (part) parts.push(part)
    }
    if (parts.length === 0) return null
    const { text, due } = messageText(parts, today)
    return { text: { text }, due: { date: due }, note: { text: NOTE } }
  }

  private async part(
    tx: EntityManager,
    row: Notification,
    claims: readonly DutyClaim[],
    today: IsoDate,
  ): Promise<MessagePart | null> {
    if (!ASKS_FOR_WORK.has(row.textKey)) return { key: row.textKey, params: JSON.parse(row.params) }
    const open: DutyClaim[] = []
    for (const claim of claims) {
      const duty = await this.obligations.find(tx, claim.areaCode, claim.dutyId)
      if (duty?.state === 'open') open.push(claim)
    }
    const stillTrue = row.textKey.startsWith('duty.after') || row.textKey === 'duty.late'
    const standing = stillTrue ? open : open.filter(({ dueOn }) => dueOn >= today)
    if (standing.length === 0) return null
    const params = dutyParams(standing, today)
    const key = row.textKey === 'duty.before' && params.dueOn === today ? 'duty.due' : row.textKey
    return { key, params }
  }
}
