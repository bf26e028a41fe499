import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { ReasonIn, SampleParams, SurveyIn, SurveyList, SurveyOut, SurveysQuery } from './sampling.dto.js'
import { SurveysService } from './surveys.service.js'

@ApiTags('sampling')
@Controller('api/surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'surveys_list', summary: '第三方调查的结果，撤回的也在' })
  @ApiOkResponse({ standardSchema: SurveyList })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: SurveysQuery }) { areaCode, year }: SurveysQuery,
  ): Promise<SurveyList> {
    const now = Number(this.clock.today().slice(0, 4))
    return { items: await this.surveys.list(actor, areaCode, year ?? now) }
  }

  @Put(':id')
  @RequirePermission('survey.enter')
  @ApiOperation({ operationId: 'surveys_enter', summary: '录入第三方调查的结果和它的文件' })
  @ApiOkResponse({ standardSchema: SurveyOut })
  enter(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
    @Body({ schema: SurveyIn }) body: SurveyIn,
  ): Promise<SurveyOut> {
    return this.surveys.enter(actor, id, body)
  }

  @Post(':id/withdrawal')
  @RequirePermission('survey.enter')
  @HttpCode(200)
  @ApiOperation({ operationId: 'surveys_withdraw', summary: '录错了，写明原因撤回；仍留在档里' })
  @ApiOkResponse({ standardSchema: SurveyOut })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
    @Body({ schema: ReasonIn }) { reason }: ReasonIn,
  ): Promise<SurveyOut> {
    return this.surveys.withdraw(actor, id, reason)
  }
}
