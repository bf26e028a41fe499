import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Public } from '../../platform/auth/access.decorators.js'
import { DemoAccountList, DemoSignIn } from './demo-accounts.dto.js'
import { DemoAccountsService } from './demo-accounts.service.js'
import { SessionOut } from './session.dto.js'
import { clientOf, SessionAnswer } from './session-answer.js'

@ApiTags('demo')
@Controller('api/demo')
export class DemoAccountsController {
  constructor(
    private readonly demo: DemoAccountsService,
    private readonly answer: SessionAnswer,
  ) {}

  @Get('accounts')
  @Public()
  @ApiOperation({ operationId: 'demo_accounts', summary: '演示账号（只在演示模式有）' })
  @ApiOkResponse({ standardSchema: DemoAccountList })
  async list(): Promise<DemoAccountList> {
    return { items: await this.demo.list() }
  }

  @Post('session')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'demo_signIn', summary: '用演示账号登录（只在演示模式有）' })
  @ApiOkResponse({ standardSchema: SessionOut })
  async signIn(
    @Body({ schema: DemoSignIn }) body: DemoSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOut> {
    const client = clientOf(request)
    return this.answer.send(reply, await this.demo.signIn(body.accountId, client), client)
  }
}
