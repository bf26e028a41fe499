import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { CycleIn, SpotCheckIn, ThingParams, YearParams, YearQuery } from './assessment.dto.js'
import { PublicityList, YearOverviewOut } from './assessment-views.dto.js'
import { CyclesService } from './cycles.service.js'
import { SpotChecksService } from './spot-checks.service.js'
import { YearOverview } from './year-overview.service.js'

/** The year of an area: its calendar, its villages, its spot checks, and what everybody may see. */
@ApiTags('assessment')
@Controller('api')
export class AssessmentController {
  constructor(
    private readonly overview: YearOverview,
    private readonly cycles: CyclesService,
    private readonly checks: SpotChecksService,
  ) {}

  @Get('assessments')
  @RequirePermission('assessment.read')
  @ApiOperation({ operationId: 'assessments_list', summary: '一年的考核：各村走到哪一步' })
  @ApiOkResponse({ standardSchema: YearOverviewOut })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: YearQuery }) query: YearQuery,
  ): Promise<YearOverviewOut> {
    return this.overview.read(actor, query)
  }

  @Put('towns/:code/assessments/:year')
  @RequirePermission('assessment.review')
  @ApiOperation({ operationId: 'assessments_open', summary: '开始一个年度的考核，或改各步的期限' })
  @ApiOkResponse({ standardSchema: YearOverviewOut })
  async open(
    @CurrentActor() actor: Actor,
    @Param({ schema: YearParams }) params: YearParams,
    @Body({ schema: CycleIn }) body: CycleIn,
  ): Promise<YearOverviewOut> {
    await this.cycles.open(actor, params, body)
    return this.overview.read(actor, { year: params.year, under: params.code })
  }

  @Post('towns/:code/assessments/:year/spot-checks/:id')
  @RequirePermission('assessment.review')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'assessments_draw',
    summary: '随机抽几个村现场抽查；种子由系统定，印出来可以复核',
  })
  @ApiOkResponse({ standardSchema: YearOverviewOut })
  async draw(
    @CurrentActor() actor: Actor,
    @Param({ schema: ThingParams }) params: ThingParams,
    @Body({ schema: SpotCheckIn }) body: SpotCheckIn,
  ): Promise<YearOverviewOut> {
    await this.checks.draw(actor, params, body)
    return this.overview.read(actor, { year: params.year, under: params.code })
  }

  @Get('public/villages/:code/assessments')
  @Public()
  @ApiOperation({ operationId: 'assessments_publicity', summary: '一个村正在公示的考核结果；人人可查' })
  @ApiOkResponse({ standardSchema: PublicityList })
  publicity(@Param('code', { schema: AreaCode }) code: string): Promise<PublicityList> {
    return this.overview.publicity(code)
  }
}
