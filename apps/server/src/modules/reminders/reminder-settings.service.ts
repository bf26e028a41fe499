import { addDays, lastDayOfMonth, monthOf, type ObligationKind, obligationLabel } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../platform/auth/actor.js'
import type { Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, type FieldError } from '../../platform/errors/domain-error.js'
import { workScope } from '../registers/file-access.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import { WeChatTemplates } from '../wechat/templates.js'
import { CreditsService } from './credits.service.js'
import { DeliveriesRepository } from './deliveries.repository.js'
import { MutesRepository } from './mutes.repository.js'
import type { DeliveryState } from './notification-delivery.entity.js'
import { SENDING_HOURS } from './quiet-hours.js'
import type { CreditsIn, MuteIn, RemindersOut } from './reminders.dto.js'
import { holidaySource } from './working-days.js'

/** Nobody is asked to be silent about what the law puts a term to. @see 戒毒条例 第二十条 */
const NEVER_MUTED: readonly string[] = ['police-report']
/** A silence that is forgotten must end by itself. */
const LONGEST_MUTE_DAYS = 92
const DIGEST = 'digest'
/** They get the weekly summary. */
const SUPERVISORS: readonly Role[] = ['town-office', 'county-office']
const DELIVERIES_SHOWN = 5

const DELIVERY_TEXTS: Record<DeliveryState, string> = {
  queued: '等着发出',
  sending: '正在发',
  sent: '已发出',
  unknown: '微信没有回答，等着核对',
  'no-credit': '没有发：允许的次数用完了',
  rejected: '没有发：您在微信里拒收了',
  failed: '没有发：微信没有接受，已记下来查原因',
  dropped: '没有发：事情已经办完，或已静音',
  unbound: '没有发：还没有绑定微信',
}

/** What a person may set about reminders by WeChat: how many he allows, and of what he wants none for a while. */
@Injectable()
export class ReminderSettings {
  constructor(
    private readonly transactions: Transactions,
    private readonly credits: CreditsService,
    private readonly templates: WeChatTemplates,
    private readonly mutes: MutesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly obligations: ObligationsService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<RemindersOut> {
    const tx = this.transactions.read
    const today = this.clock.today()
    const muted = await this.mutes.of(tx, actor.accountId, today)
    const latest = await this.deliveries.latest(tx, actor.accountId, DELIVERIES_SHOWN)
    return {
      credits: await this.credits.balances(tx, actor.accountId),
      templates: this.templates
        .list()
        .map(({ key, templateId, title, kind }) => ({ key, templateId, title, kind })),
      sendingHours: SENDING_HOURS,
      workingDays: { year: today.slice(0, 4), source: holidaySource(today) ?? null },
      forecast: { dueThisMonth: await this.dueThisMonth(tx, actor, muted, today) },
      kinds: await this.kinds(tx, actor, muted, today),
      deliveries: latest.map(({ day, state }) => ({ day, state, text: DELIVERY_TEXTS[state] })),
    }
  }

  /**
   * Counts what the person allowed on the phone.
   * @throws DomainError INVALID when a template is not one of ours
   */
  async allow(actor: Actor, input: CreditsIn): Promise<RemindersOut> {
    const unknown = input.results.flatMap(({ templateId }, at): FieldError[] =>
      this.templates.byTemplateId(templateId)
        ? []
        : [
            {
              path: `results.${at}.templateId`,
              code: 'unknown',
              text: '没有这个消息模板，请更新小程序后再试。',
            },
          ],
    )
    if (unknown.length > 0) throw new DomainError('INVALID', { count: unknown.length }, unknown)
    const reportId = input.id ?? uuidv7()
    await this.transactions.run(async (tx) => {
      for (const { templateId, result } of input.results) {
        const template = this.templates.byTemplateId(templateId)
        // WeChat knows several kinds of yes, and all begin alike.
        if (!template || !result.startsWith('accept')) continue
        await this.credits.grant(
          tx,
          { accountId: actor.accountId, templateKey: template.key },
          'tap',
          reportId,
        )
      }
    })
    return this.read(actor)
  }

  /**
   * Keeps WeChat silent about one kind of duty; the inbox tells it all the same.
   * @throws DomainError INVALID for a duty by law, and for a day that is past or more than 92 days away
   */
  async mute(actor: Actor, { kind, until }: MuteIn): Promise<RemindersOut> {
    const today = this.clock.today()
    if (until !== null) {
      if (labelOf(kind) === undefined) throw refused('kind', 'unknown', '没有这种事，请刷新后再选。')
      if (NEVER_MUTED.includes(kind)) throw refused('kind', 'neverMuted', '这种事法律定了期限，不能静音。')
      if (until < today || until > addDays(today, LONGEST_MUTE_DAYS))
        throw refused('until', 'dateRange', `请选今天起${LONGEST_MUTE_DAYS}天以内的日期。`)
    }
    await this.transactions.run((tx) =>
      until === null
        ? this.mutes.remove(tx, actor.accountId, kind)
        : this.mutes.put(tx, { accountId: actor.accountId, kind, untilOn: until }),
    )
    return this.read(actor)
  }

  /** Work of his own that falls due until the end of the month and of which he wants to hear. */
  private async dueThisMonth(
    tx: EntityManager,
    actor: Actor,
    muted: ReadonlyMap<string, string>,
    today: string,
  ): Promise<number> {
    const counts = await this.own(tx, actor, {
      openedBy: lastDayOfMonth(monthOf(today)),
      dueFrom: today,
      dueTo: lastDayOfMonth(monthOf(today)),
    })
    return counts.filter(({ kind }) => !muted.has(kind)).reduce((sum, { open }) => sum + open, 0)
  }

  private async kinds(
    tx: EntityManager,
    actor: Actor,
    muted: ReadonlyMap<string, string>,
    today: string,
  ): Promise<RemindersOut['kinds']> {
    const open = new Map<string, number>()
    if (SUPERVISORS.includes(actor.role)) open.set(DIGEST, 0)
    for (const count of await this.own(tx, actor, { openedBy: today }))
      open.set(count.kind, (open.get(count.kind) ?? 0) + count.open)
    for (const kind of muted.keys()) if (!open.has(kind)) open.set(kind, 0)
    return [...open].map(([kind, count]) => ({
      kind,
      label: labelOf(kind) ?? kind,
      open: count,
      mutedUntil: muted.get(kind) ?? null,
      mutable: !NEVER_MUTED.includes(kind),
    }))
  }

  private own(tx: EntityManager, actor: Actor, span: { openedBy: string; dueFrom?: string; dueTo?: string }) {
    return this.obligations.countOpen(tx, workScope(actor), {
      ...span,
      owedBy: [actor.role],
      accountId: actor.accountId,
      reader: actor.role,
      today: this.clock.today(),
    })
  }
}

const labelOf = (kind: string): string | undefined =>
  kind === DIGEST ? '每周汇总' : obligationLabel(kind as ObligationKind)

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
