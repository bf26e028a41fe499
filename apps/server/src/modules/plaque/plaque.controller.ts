import { Body, Controller, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { DecisionIn, DecisionParams, PlaqueOut, PlaqueValidity, ReturnIn } from './plaque.dto.js'
import { PlaqueService } from './plaque.service.js'
import { PlaqueDecisions } from './plaque-decisions.service.js'

@ApiTags('plaque')
@Controller('api')
export class PlaqueController {
  constructor(
    private readonly plaque: PlaqueService,
    private readonly decisions: PlaqueDecisions,
  ) {}

  @Get('villages/:code/plaque')
  @RequirePermission('score.read')
  @ApiOperation({ operationId: 'plaque_get', summary: '一个村的授牌状态和来由' })
  @ApiOkResponse({ standardSchema: PlaqueOut })
  read(@CurrentActor() actor: Actor, @Param('code', { schema: AreaCode }) code: string): Promise<PlaqueOut> {
    return this.plaque.read(actor, code)
  }

  @Put('villages/:code/plaque/decisions/:id')
  @RequirePermission('plaque.decide')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plaque_decide',
    summary: '录入市里的正式结果：考核、上报、授牌、更正；另一位确认以后才生效',
  })
  @ApiOkResponse({ standardSchema: PlaqueOut, description: '同一条再次录入' })
  @ApiCreatedResponse({ standardSchema: PlaqueOut, description: '已录入' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: DecisionParams }) params: DecisionParams,
    @Body({ schema: DecisionIn }) body: DecisionIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlaqueOut> {
    const { isNew, plaque } = await this.decisions.enter(actor, params, body)
    void reply.status(isNew ? 201 : 200)
    return plaque
  }

  @Post('villages/:code/plaque/decisions/:id/confirmation')
  @RequirePermission('plaque.decide')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plaque_confirm',
    summary: '确认别人录入的正式结果，从这时起生效；不能确认自己录的',
  })
  @ApiOkResponse({ standardSchema: PlaqueOut })
  confirm(
    @CurrentActor() actor: Actor,
    @Param({ schema: DecisionParams }) params: DecisionParams,
  ): Promise<PlaqueOut> {
    return this.decisions.confirm(actor, params)
  }

  @Post('villages/:code/plaque/decisions/:id/return')
  @RequirePermission('plaque.decide')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'plaque_return',
    summary: '退回还没确认的正式结果，写明理由；录入人自己的就是撤回',
  })
  @ApiOkResponse({ standardSchema: PlaqueOut })
  sendBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: DecisionParams }) params: DecisionParams,
    @Body({ schema: ReturnIn }) { reason }: ReturnIn,
  ): Promise<PlaqueOut> {
    return this.decisions.sendBack(actor, params, reason)
  }

  @Get('public/villages/:code/plaque')
  @Public()
  @ApiOperation({ operationId: 'plaque_validity', summary: '一个村的授牌现在是否有效；人人可查' })
  @ApiOkResponse({ standardSchema: PlaqueValidity })
  validity(@Param('code', { schema: AreaCode }) code: string): Promise<PlaqueValidity> {
    return this.plaque.validity(code)
  }
}
