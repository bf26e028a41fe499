import { EXPLANATION_REASONS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { DutyArrangements } from './duty-arrangements.js'
import type { DutyFilter } from './obligations.repository.js'
import { type Duty, ObligationsService } from './obligations.service.js'
import { ownDuties } from './own-duties.js'
import { readablePart, readableScope } from './readable-area.js'
import type { DutyCountsOut, DutyCountsQuery, DutyListOut, DutyQuery } from './scoring.dto.js'

/** Open duties as somebody asks for them, on a screen or as a worksheet, with who has each and why it waits. */
@Injectable()
export class AskedDuties {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly arrangements: DutyArrangements,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One page, first due first. @throws DomainError as `dutyArea` */
  async page(actor: Actor, query: DutyQuery): Promise<DutyListOut> {
    const asOf = this.clock.today()
    const page = await this.obligations.openPage(this.transactions.read, dutyArea(actor, query), {
      ...dutyFilter(actor, query, asOf),
      cursor: query.cursor,
      limit: query.limit,
    })
    return { ...page, items: await this.arranged(actor, page.items, asOf), asOf }
  }

  /** All of them by kind and role. @throws DomainError as `dutyArea` */
  async counts(actor: Actor, query: DutyCountsQuery): Promise<DutyCountsOut> {
    const asOf = this.clock.today()
    const items = await this.obligations.countOpen(this.transactions.read, dutyArea(actor, query), {
      ...dutyFilter(actor, query, asOf),
      today: asOf,
    })
    return { items, asOf }
  }

  private async arranged(actor: Actor, duties: readonly Duty[], asOf: string): Promise<DutyListOut['items']> {
    const { read } = this.transactions
    const arrangements = await this.arrangements.of(read, duties, asOf)
    const handedTo = duties.flatMap((duty) => arrangements.of(duty).assignment?.accountId ?? [])
    const names = handedTo.length === 0 ? new Map() : await this.accounts.displayNames(read, handedTo)
    return duties.map((duty) => {
      const { assignment, explanation } = arrangements.of(duty)
      return {
        ...duty,
        assignee: assignment
          ? {
              accountId: assignment.accountId,
              name: names.get(assignment.accountId) ?? '',
              isMe: assignment.accountId === actor.accountId,
            }
          : null,
        explanation: explanation
          ? {
              reason: explanation.reason,
              text: EXPLANATION_REASONS[explanation.reason],
              untilOn: explanation.untilOn,
            }
          : null,
      }
    })
  }
}

/** @throws DomainError NOT_FOUND for an area he does not see */
export const dutyArea = (actor: Actor, { under }: DutyCountsQuery): AreaScope =>
  under === undefined ? readableScope(actor) : readablePart(actor, under)

/** Of his own post and what was handed to him, unless he answers for the area or asks for all of it. */
function dutyFilter(actor: Actor, query: DutyCountsQuery, openedBy: string): DutyFilter {
  const own = ownDuties(actor)
  const isWholeArea = query.of === 'area' || own.owedBy === undefined
  return {
    openedBy,
    ...(isWholeArea ? {} : own),
    role: query.owedBy,
    reader: actor.role,
    kind: query.kind,
    dueFrom: query.dueFrom,
    dueTo: query.dueTo,
  }
}
