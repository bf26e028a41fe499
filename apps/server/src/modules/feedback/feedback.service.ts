import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { areaLevel } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountKeys } from '../accounts/account-keys.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { AreasService } from '../areas/areas.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import type { FeedbackIn, FeedbackItem, FeedbackPage, FeedbackQuery } from './feedback.dto.js'
import type { FeedbackRow } from './feedback.entity.js'
import { FeedbackRepository } from './feedback.repository.js'

const PAGE = 30
const DAY_MS = 86_400_000
/** Letters of one account a day: enough for anybody with something to say. */
const A_DAY = 10

/** Letters of anybody who signs in to the town office or, past it, to the county; each is answered in the app. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly rows: FeedbackRepository,
    private readonly keys: AccountKeys,
    private readonly appointments: AppointmentsService,
    private readonly areas: AreasService,
    private readonly notifications: NotificationsService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Sending the same id again changes nothing. @throws DomainError NOT_FOUND, FEEDBACK_TOO_MANY */
  send(actor: Actor, id: string, input: FeedbackIn): Promise<FeedbackItem> {
    return this.transactions.run(async (tx) => {
      const known = await this.rows.find(tx, id)
      if (known) {
        if (known.accountId !== actor.accountId) throw notFound()
        return this.view(tx, known)
      }
      const office = await this.areas.find(tx, input.areaCode)
      if (!office || (office.level !== 'town' && office.level !== 'county')) throw notFound()
      const now = this.clock.now()
      if ((await this.rows.countSince(tx, actor.accountId, new Date(now.getTime() - DAY_MS))) >= A_DAY)
        throw new DomainError('FEEDBACK_TOO_MANY')
      const row: FeedbackRow = {
        id,
        areaCode: input.areaCode,
        accountId: actor.accountId,
        kind: input.kind,
        textSealed: await this.keys.seal(tx, actor.accountId, place(id, 'text'), input.text),
        state: 'open',
        answerSealed: null,
        createdAt: now,
        answeredAt: null,
        answeredBy: null,
      }
      await this.rows.insert(tx, row)
      await this.tellOffice(tx, row)
      return this.view(tx, row)
    })
  }

  async mine(actor: Pick<Actor, 'accountId'>): Promise<FeedbackItem[]> {
    const tx = this.transactions.read
    return this.views(tx, await this.rows.ofAccount(tx, actor.accountId, 100))
  }

  /** What waits for the actor's own office. Opening the letters is noted. */
  list(actor: Actor, { state, cursor }: FeedbackQuery): Promise<FeedbackPage> {
    return this.transactions.run(async (tx) => {
      const office = officeOf(actor)
      const rows = await this.rows.pageOfOffice(tx, office, state, cursor, PAGE + 1)
      const shown = rows.slice(0, PAGE)
      if (shown.length > 0)
        await this.audit.add(tx, {
          actor,
          areaCode: office,
          action: 'feedback.read',
          objectType: 'area',
          objectId: office,
          details: { ids: shown.map(({ id }) => id) },
        })
      return {
        items: await this.views(tx, shown),
        nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
      }
    })
  }

  /** @throws DomainError NOT_FOUND, FEEDBACK_ANSWERED */
  answer(actor: Actor, id: string, text: string): Promise<FeedbackItem> {
    return this.transactions.run(async (tx) => {
      const row = await this.rows.ofOffice(tx, officeOf(actor), id)
      if (!row) throw notFound()
      const answer = {
        answerSealed: await this.keys.seal(tx, row.accountId, place(id, 'answer'), text),
        answeredAt: this.clock.now(),
        answeredBy: actor.accountId,
      }
      if (!(await this.rows.answer(tx, id, answer))) throw new DomainError('FEEDBACK_ANSWERED')
      await this.audit.add(tx, {
        actor,
        areaCode: row.areaCode,
        action: 'feedback.answered',
        objectType: 'feedback',
        objectId: id,
      })
      await this.notifications.tell(tx, {
        accountId: row.accountId,
        areaCode: row.areaCode,
        dedupeKey: `feedback:${id}:answered`,
        key: 'feedback.answered',
        target: 'letters',
        message: false,
      })
      return this.view(tx, { ...row, ...answer, state: 'answered' })
    })
  }

  private async tellOffice(tx: EntityManager, { id, areaCode }: FeedbackRow): Promise<void> {
    const role = areaLevel(areaCode) === 'town' ? 'town-office' : 'county-office'
    for (const { accountId } of await this.appointments.holders(tx, {
      role,
      areaCode,
      on: this.clock.today(),
    }))
      await this.notifications.tell(tx, {
        accountId,
        areaCode,
        dedupeKey: `feedback:${id}:new`,
        key: 'feedback.new',
        target: 'office-letters',
        message: false,
      })
  }

  private async view(tx: EntityManager, row: FeedbackRow): Promise<FeedbackItem> {
    return (await this.views(tx, [row]))[0] as FeedbackItem
  }

  private async views(tx: EntityManager, rows: readonly FeedbackRow[]): Promise<FeedbackItem[]> {
    const offices = await this.areas.names(
      tx,
      rows.map((row) => row.areaCode),
    )
    const open = await this.keys.openerOf(
      tx,
      rows.map((row) => row.accountId),
    )
    return rows.map((row) => ({
      id: row.id,
      areaCode: row.areaCode,
      office: `${offices.get(row.areaCode) ?? ''}禁毒办`,
      kind: row.kind,
      text: open(row.accountId, place(row.id, 'text'), row.textSealed) ?? CLOSED,
      state: row.state,
      answer: row.answerSealed && (open(row.accountId, place(row.id, 'answer'), row.answerSealed) ?? CLOSED),
      createdAt: row.createdAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
    }))
  }
}

const CLOSED = '（写信人已注销账号，内容已抹去）'

const place = (id: string, part: 'text' | 'answer'): string => `feedback.${part}:${id}`

/** An office answers what was written to it, and sees nothing else. @throws DomainError FORBIDDEN */
function officeOf({ areaCode }: Actor): string {
  if (areaCode === null) throw new DomainError('FORBIDDEN')
  return areaCode
}
