import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { NotificationsRepository } from './notifications.repository.js'
import { reminderText } from './reminder-texts.js'
import type { InboxOut } from './reminders.dto.js'

export const INBOX_DAYS = 90
const PAGE = 30
const DAY_MS = 86_400_000

/** A person's own inbox. Works without WeChat. */
@Injectable()
export class InboxService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: NotificationsRepository,
    private readonly areas: AreasService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, cursor: string | undefined): Promise<InboxOut> {
    const tx = this.transactions.read
    const since = this.keptSince()
    const today = this.clock.today()
    const rows = await this.notifications.page(tx, actor.accountId, {
      before: cursor,
      since,
      limit: PAGE + 1,
    })
    const items = rows.slice(0, PAGE)
    // On the lock screen no village is named; here an office must tell twelve alike lines apart.
    const elsewhere = items.flatMap(({ areaCode }) => (areaCode === actor.areaCode ? [] : [areaCode]))
    const names = await this.areas.names(tx, elsewhere)
    return {
      unread: await this.notifications.countUnread(tx, actor.accountId, since),
      items: items.map((row) => ({
        id: row.id,
        text: reminderText(row.textKey, JSON.parse(row.params), today),
        createdAt: row.createdAt.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
        target: row.target,
        areaName: names.get(row.areaCode) ?? null,
      })),
      nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null,
    }
  }

  /** @throws DomainError NOT_FOUND, also for somebody else's */
  async read(actor: Actor, id: string): Promise<void> {
    const found = await this.transactions.run((tx) =>
      this.notifications.markRead(tx, actor.accountId, id, this.clock.now()),
    )
    if (!found) throw notFound()
  }

  async readAll(actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.notifications.markAllRead(tx, actor.accountId, this.clock.now()))
  }

  keptSince(): Date {
    return new Date(this.clock.now().getTime() - INBOX_DAYS * DAY_MS)
  }
}
