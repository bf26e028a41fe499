import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { OversightOut, OversightQuery } from './oversight.dto.js'
import { OversightService } from './oversight.service.js'

@ApiTags('oversight')
@Controller('api/oversight')
export class OversightController {
  constructor(
    private readonly oversight: OversightService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @RequirePermission('overview.read')
  @ApiOperation({ operationId: 'oversight_get', summary: '辖区的变化、近13周走势、各年授牌覆盖' })
  @ApiOkResponse({ standardSchema: OversightOut })
  read(
    @CurrentActor() actor: Actor,
    @Query({ schema: OversightQuery }) query: OversightQuery,
  ): Promise<OversightOut> {
    return this.oversight.of(this.transactions.read, actor, query.under)
  }
}
