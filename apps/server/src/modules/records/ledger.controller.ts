import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { LedgerDelta, LedgerQuery } from './ledger.dto.js'
import { LedgerDeltas } from './ledger-delta.js'

@ApiTags('ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(private readonly deltas: LedgerDeltas) {}

  @Get(':areaCode')
  @RequirePermission('ledger.read')
  @ApiOperation({ operationId: 'ledger_get', summary: '一个村的台账（编号），从某个版本起的变动' })
  @ApiOkResponse({ standardSchema: LedgerDelta })
  get(
    @CurrentActor() actor: Actor,
    @Param('areaCode', { schema: AreaCode }) areaCode: string,
    @Query({ schema: LedgerQuery }) query: LedgerQuery,
  ): Promise<LedgerDelta> {
    return this.deltas.since(actor, areaCode, query.since ?? 0)
  }
}
