import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { ObligationsService } from './obligations.service.js'
import { owedByOf } from './own-duties.js'
import { readableScope } from './readable-area.js'
import { DutyListOut, DutyQuery } from './scoring.dto.js'

@ApiTags('scoring')
@Controller('api/obligations')
export class ObligationsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('obligation.read')
  @ApiOperation({ operationId: 'obligations_list', summary: '自己岗位要办的事，先到期的在前' })
  @ApiOkResponse({ standardSchema: DutyListOut })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: DutyQuery }) query: DutyQuery,
  ): Promise<DutyListOut> {
    const asOf = this.clock.today()
    const owedBy = owedByOf(actor.role)
    const page = await this.obligations.openPage(this.transactions.read, readableScope(actor), {
      openedBy: asOf,
      owedBy,
      reader: actor.role,
      ...query,
    })
    return { ...page, asOf }
  }
}
