import { Body, Controller, Get, HttpCode, Param, Put, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaCode } from '../areas/areas.dto.js'
import { DecisionIn, DecisionParams, PlaqueOut, PlaqueValidity } from './plaque.dto.js'
import { PlaqueService } from './plaque.service.js'

@ApiTags('plaque')
@Controller('api')
export class PlaqueController {
  constructor(private readonly plaque: PlaqueService) {}

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
  @ApiOperation({ operationId: 'plaque_decide', summary: '录入市里的正式结果：考核、上报、授牌、更正' })
  @ApiOkResponse({ standardSchema: PlaqueOut, description: '同一条再次录入' })
  @ApiCreatedResponse({ standardSchema: PlaqueOut, description: '已录入' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: DecisionParams }) { code, id }: DecisionParams,
    @Body({ schema: DecisionIn }) body: DecisionIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlaqueOut> {
    const { isNew, plaque } = await this.plaque.decide(actor, code, id, body)
    void reply.status(isNew ? 201 : 200)
    return plaque
  }

  @Get('public/villages/:code/plaque')
  @Public()
  @ApiOperation({ operationId: 'plaque_validity', summary: '一个村的授牌现在是否有效；人人可查' })
  @ApiOkResponse({ standardSchema: PlaqueValidity })
  validity(@Param('code', { schema: AreaCode }) code: string): Promise<PlaqueValidity> {
    return this.plaque.validity(code)
  }
}
