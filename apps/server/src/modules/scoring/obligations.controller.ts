import { EXPLANATION_REASONS } from '@dfv/rules'
import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
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
import { DutyCountsOut, DutyCountsQuery, DutyListOut, DutyQuery } from './scoring.dto.js'

@ApiTags('scoring')
@Controller('api/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly arrangements: DutyArrangements,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('obligation.read')
  @ApiOperation({
    operationId: 'obligations_list',
    summary: '要办的事，先到期的在前；可按村、岗位、种类、到期日筛选',
  })
  @ApiOkResponse({ standardSchema: DutyListOut })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: DutyQuery }) query: DutyQuery,
  ): Promise<DutyListOut> {
    const asOf = this.clock.today()
    const page = await this.obligations.openPage(this.transactions.read, areaOf(actor, query), {
      ...this.filter(actor, query),
      cursor: query.cursor,
      limit: query.limit,
    })
    return { ...page, items: await this.arranged(actor, page.items, asOf), asOf }
  }

  @Get('counts')
  @RequirePermission('obligation.read')
  @ApiOperation({ operationId: 'obligations_counts', summary: '要办的事按种类、岗位各有几件，几件过期' })
  @ApiOkResponse({ standardSchema: DutyCountsOut })
  async counts(
    @CurrentActor() actor: Actor,
    @Query({ schema: DutyCountsQuery }) query: DutyCountsQuery,
  ): Promise<DutyCountsOut> {
    const asOf = this.clock.today()
    const items = await this.obligations.countOpen(this.transactions.read, areaOf(actor, query), {
      ...this.filter(actor, query),
      today: asOf,
    })
    return { items, asOf }
  }

  /** Of his own post and what was handed to him, unless he answers for the area or asks for all of it. */
  private filter(actor: Actor, query: DutyCountsQuery): DutyFilter {
    const own = ownDuties(actor)
    const isWholeArea = query.of === 'area' || own.owedBy === undefined
    return {
      openedBy: this.clock.today(),
      ...(isWholeArea ? {} : own),
      role: query.owedBy,
      reader: actor.role,
      kind: query.kind,
      dueFrom: query.dueFrom,
      dueTo: query.dueTo,
    }
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
const areaOf = (actor: Actor, { under }: DutyCountsQuery): AreaScope =>
  under === undefined ? readableScope(actor) : readablePart(actor, under)
