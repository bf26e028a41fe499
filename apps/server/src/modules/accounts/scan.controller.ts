import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ScanApproval, ScanLook, ScanParams, ScanPollIn, ScanPollOut, ScanTicketOut } from './scan.dto.js'
import { ScanService } from './scan.service.js'
import { SessionAnswer } from './session-answer.js'

@ApiTags('session')
@Controller('api/session/scan')
export class ScanController {
  constructor(
    private readonly scans: ScanService,
    private readonly answer: SessionAnswer,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'scan_create', summary: '电脑要一个二维码，2分钟有效' })
  @ApiCreatedResponse({ standardSchema: ScanTicketOut })
  async create(@Req() request: FastifyRequest): Promise<ScanTicketOut> {
    const ticket = await this.scans.create(request.ip)
    return { ...ticket, expiresAt: ticket.expiresAt.toISOString() }
  }

  @Post(':id/poll')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'scan_poll', summary: '电脑问手机确认了没有；登录只给一次' })
  @ApiOkResponse({ standardSchema: ScanPollOut })
  async poll(
    @Param({ schema: ScanParams }) { id }: ScanParams,
    @Body({ schema: ScanPollIn }) body: ScanPollIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScanPollOut> {
    const result = await this.scans.poll(id, body.pollSecret)
    if (result.state !== 'approved') return result
    return { state: 'approved', session: await this.answer.send(reply, result.session, 'h5') }
  }

  @Get(':id')
  @RequirePermission('session.approve')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'scan_look', summary: '手机扫到后看两位数字' })
  @ApiOkResponse({ standardSchema: ScanLook })
  async look(
    @CurrentActor() actor: Actor,
    @Param({ schema: ScanParams }) { id }: ScanParams,
  ): Promise<ScanLook> {
    const ticket = await this.scans.look(actor, id)
    return { ...ticket, expiresAt: ticket.expiresAt.toISOString() }
  }

  @Post(':id/approval')
  @RequirePermission('session.approve')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'scan_approve', summary: '手机确认登录电脑' })
  @ApiNoContentResponse()
  async approve(
    @CurrentActor() actor: Actor,
    @Param({ schema: ScanParams }) { id }: ScanParams,
    @Body({ schema: ScanApproval }) body: ScanApproval,
  ): Promise<void> {
    await this.scans.approve(actor, id, body.match)
  }
}
