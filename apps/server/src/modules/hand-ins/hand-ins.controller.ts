import { Controller, HttpCode, Post, Req } from '@nestjs/common'
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { HAND_IN_TYPE } from '../../platform/http/file-bodies.js'
import { HandInOut } from './hand-ins.dto.js'
import { HandInsService } from './hand-ins.service.js'

@ApiTags('hand-ins')
@ApiBearerAuth()
@Controller('api/hand-ins')
export class HandInsController {
  constructor(private readonly handIns: HandInsService) {}

  @Post()
  @HttpCode(200)
  @RequirePermission('handIn.take')
  @ApiOperation({
    operationId: 'handIns_take',
    summary: '收手机存成文件交来的记录，逐条回答',
    description: '正文就是文件，最多12MB。同一个文件可以再传，不会重复；手机以后联网再发，也不会重复。',
  })
  @ApiConsumes(HAND_IN_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: HandInOut })
  take(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<HandInOut> {
    if (!Buffer.isBuffer(request.body)) throw new DomainError('BODY_TYPE_UNKNOWN')
    return this.handIns.take(actor, request.body, String(request.id))
  }
}
