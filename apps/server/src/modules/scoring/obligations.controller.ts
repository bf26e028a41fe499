import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AskedDuties } from './asked-duties.js'
import { DutyCountsOut, DutyCountsQuery, DutyListOut, DutyQuery } from './scoring.dto.js'

@ApiTags('scoring')
@Controller('api/obligations')
export class ObligationsController {
  constructor(private readonly asked: AskedDuties) {}

  @Get()
  @RequirePermission('obligation.read')
  @ApiOperation({
    operationId: 'obligations_list',
    summary: '要办的事，先到期的在前；可按村、岗位、种类、到期日筛选',
  })
  @ApiOkResponse({ standardSchema: DutyListOut })
  list(@CurrentActor() actor: Actor, @Query({ schema: DutyQuery }) query: DutyQuery): Promise<DutyListOut> {
    return this.asked.page(actor, query)
  }

  @Get('counts')
  @RequirePermission('obligation.read')
  @ApiOperation({ operationId: 'obligations_counts', summary: '要办的事按种类、岗位各有几件，几件过期' })
  @ApiOkResponse({ standardSchema: DutyCountsOut })
  counts(
    @CurrentActor() actor: Actor,
    @Query({ schema: DutyCountsQuery }) query: DutyCountsQuery,
  ): Promise<DutyCountsOut> {
    return this.asked.counts(actor, query)
  }
}
