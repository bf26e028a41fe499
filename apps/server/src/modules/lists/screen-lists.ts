import {
  isIsoDate,
  type ObligationKind,
  obligationLabel,
  type PolicyId,
  policyMeaning,
  roleLabel,
  stateLabel,
  yearOf,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { Permission } from '../../platform/auth/permissions.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AppointmentOfficeService } from '../accounts/appointment-office.service.js'
import { AreasService } from '../areas/areas.service.js'
import type { Cell, Column, Row } from '../exports/document/document.js'
import { PledgeCoverageService } from '../pledges/pledge-coverage.service.js'
import { LEVEL_TITLES } from '../pledges/pledge-views.js'
import { PolicyOffice } from '../policies/policy-office.service.js'
import { AskedDuties, dutyArea } from '../scoring/asked-duties.js'
import { readablePart, readableScope } from '../scoring/readable-area.js'
import { DutyCountsQuery } from '../scoring/scoring.dto.js'
import { ScoringService } from '../scoring/scoring.service.js'

/** A list that stands on a screen, as a table. Whoever may see the list may have the table: the same rows, the same area. */
export type ScreenList = {
  title: string
  permission: Permission
  columns: readonly Column[]
  /** Where its rows are from. @throws DomainError NOT_FOUND for an area he does not see */
  area: (actor: Actor, query: ListQuery) => AreaScope
  rows: (actor: Actor, query: ListQuery) => AsyncIterable<Row>
}

/** What somebody chose to see on the screen of his duties; the other lists have nothing to choose. */
export const ListQuery = DutyCountsQuery
export type ListQuery = DutyCountsQuery

const PAGE = 200
const column = (label: string, width: number, align: Column['align'] = 'left'): Column => ({
  label,
  width,
  align,
})
const day = (date: string | null): Cell => (date !== null && isIsoDate(date) ? { date } : null)

export const LIST_IDS = ['villages', 'duties', 'accounts', 'pledges', 'policies'] as const
export type ListId = (typeof LIST_IDS)[number]

/** Every list that has no export of its own, read through the service that the screen reads. */
@Injectable()
export class ScreenLists {
  private readonly lists: Readonly<Record<ListId, ScreenList>>

  constructor(
    private readonly scoring: ScoringService,
    private readonly duties: AskedDuties,
    private readonly accounts: AppointmentOfficeService,
    private readonly pledges: PledgeCoverageService,
    private readonly policies: PolicyOffice,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.lists = {
      villages: {
        title: '各村对标',
        permission: 'overview.read',
        columns: [
          column('村（社区）', 14),
          ...Array.from({ length: 10 }, (_, at) => column(`第${at + 1}条`, 8, 'center')),
          column('过期', 6, 'center'),
          column('7天内到期', 9, 'center'),
          column('待审', 6, 'center'),
          column('名册确认', 12, 'center'),
          column('授牌', 10, 'center'),
        ],
        area: readableScope,
        rows: (actor) => this.villages(actor),
      },
      duties: {
        title: '要办的事',
        permission: 'obligation.read',
        columns: [
          column('村（社区）', 14),
          column('什么事', 20),
          column('开始', 12, 'center'),
          column('到期', 12, 'center'),
          column('由谁办', 12, 'center'),
          column('过期能不能补', 12, 'center'),
          column('交给谁办', 10),
          column('没办的原因', 20),
        ],
        area: dutyArea,
        rows: (actor, query) => this.asked(actor, query),
      },
      accounts: {
        title: '工作账号',
        permission: 'appointment.manage',
        columns: [
          column('姓名', 10),
          column('身份', 12),
          column('地方', 16),
          column('从哪天', 12, 'center'),
          column('到哪天', 12, 'center'),
          column('绑定微信', 10, 'center'),
          column('提前结束', 10, 'center'),
        ],
        area: readableScope,
        rows: (actor) => this.appointments(actor),
      },
      pledges: {
        title: '责任状签署情况',
        permission: 'pledge.manage',
        columns: [
          column('村（社区）', 14),
          column('责任状', 20),
          column('应签', 8, 'center'),
          column('已签', 8, 'center'),
          column('过期', 8, 'center'),
          column('说明不签', 10, 'center'),
          column('没有人任职', 10, 'center'),
        ],
        area: readableScope,
        rows: (actor) => this.coverage(actor),
      },
      policies: {
        title: '规则里的数字',
        permission: 'policy.keep',
        columns: [
          column('含义', 28),
          column('出处', 14),
          column('由谁定', 18),
          column('现在', 24),
          column('已发布、还没执行', 24),
        ],
        area: readableScope,
        rows: (actor) => this.values(actor),
      },
    }
  }

  get(id: ListId): ScreenList {
    return this.lists[id]
  }

  private async *villages(actor: Actor): AsyncIterable<Row> {
    const { items } = await this.scoring.overview(this.transactions.read, actor, undefined)
    for (const village of items) {
      const states = new Map(village.standards.map(({ id, state }) => [id, state]))
      yield [
        village.name,
        ...Array.from({ length: 10 }, (_, at) => {
          const state = states.get(`S${at + 1}`)
          return state ? stateLabel(state) : ''
        }),
        village.overdue,
        village.dueSoon,
        village.pending,
        village.roster ? `${village.roster.month}${village.roster.confirmed ? '已确认' : '未确认'}` : '',
        village.plaque.label,
      ]
    }
  }

  private async *asked(actor: Actor, query: ListQuery): AsyncIterable<Row> {
    const villages = await this.areas.villagesUnder(this.transactions.read, dutyArea(actor, query).from)
    const names = new Map(villages.map(({ code, name }) => [code, name]))
    let cursor: string | undefined
    do {
      const page = await this.duties.page(actor, { ...query, cursor, limit: PAGE })
      for (const duty of page.items)
        yield [
          names.get(duty.areaCode) ?? duty.areaCode,
          obligationLabel(duty.kind as ObligationKind),
          day(duty.opensOn),
          day(duty.dueOn),
          roleLabel(duty.owedBy),
          duty.mendableAfterDue ? '能补' : '不能补',
          duty.assignee?.name ?? '',
          duty.explanation?.text ?? '',
        ]
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  private async *appointments(actor: Actor): AsyncIterable<Row> {
    let cursor: string | undefined
    do {
      const page = await this.accounts.list(actor, cursor)
      for (const one of page.items)
        yield [
          one.name,
          roleLabel(one.role),
          one.subjectName ? `${one.areaName} ${one.subjectName}` : one.areaName,
          day(one.from),
          day(one.to),
          one.bound ? '已绑定' : '没绑定',
          one.endedAt ? '是' : '',
        ]
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
  }

  private async *coverage(actor: Actor): AsyncIterable<Row> {
    const { from } = readablePart(actor, actor.areaCode ?? '')
    const { villages } = await this.pledges.coverage(this.transactions.read, from, yearOf(this.clock.today()))
    for (const { name, levels } of villages)
      for (const one of levels)
        yield [name, LEVEL_TITLES[one.level], one.required, one.signed, one.overdue, one.declined, one.vacant]
  }

  private async *values(actor: Actor): AsyncIterable<Row> {
    const { values } = await this.policies.book(actor)
    for (const value of values)
      yield [
        policyMeaning(value.id as PolicyId),
        value.clause,
        value.sourceText,
        value.text,
        value.next.map(({ from, text }) => `${from}起${text}`).join('；'),
      ]
  }
}
