import type { MissedWindow, Obligation, Scorecard } from '@dfv/rules'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaCode } from '../areas/areas.dto.js'
import {
  OverviewOut,
  OverviewQuery,
  ScorecardAnswer,
  ScorecardQuery,
  VillageObligationsOut,
} from './scoring.dto.js'
import { ScoringService } from './scoring.service.js'

@ApiTags('scoring')
@Controller('api/villages')
export class VillagesController {
  constructor(
    private readonly scoring: ScoringService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @RequirePermission('overview.read')
  @ApiOperation({ operationId: 'villages_list', summary: '各村对标，按行政区划代码排列' })
  @ApiOkResponse({ standardSchema: OverviewOut })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: OverviewQuery }) query: OverviewQuery,
  ): Promise<OverviewOut> {
    return this.scoring.overview(this.transactions.read, actor, query.under)
  }

  @Get(':code/scorecard')
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'scorecard_get', summary: '一个村的评分和依据，按台账现算' })
  @ApiOkResponse({ standardSchema: ScorecardAnswer })
  async scorecard(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
    @Query({ schema: ScorecardQuery }) query: ScorecardQuery,
  ): Promise<{ scorecard: Scorecard; source: 'fresh' }> {
    const scorecard = await this.scoring.scorecard(this.transactions.read, actor, code, query)
    return { scorecard, source: 'fresh' }
  }

  @Get(':code/obligations')
  @RequirePermission('obligation.read')
  @ApiOperation({ operationId: 'village_obligations_get', summary: '一个村要办的事和错过的期限，按台账现算' })
  @ApiOkResponse({ standardSchema: VillageObligationsOut })
  obligations(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
  ): Promise<{ open: Obligation[]; missed: MissedWindow[]; asOf: string }> {
    return this.scoring.obligations(this.transactions.read, actor, code)
  }
}
