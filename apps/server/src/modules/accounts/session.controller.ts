import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentsService } from './appointments.service.js'
import {
  BindingCodeSignIn,
  RecheckIn,
  RecheckOut,
  RefreshIn,
  SessionOut,
  SessionState,
  WeChatSignIn,
} from './session.dto.js'
import { SessionService } from './session.service.js'
import { clientOf, refreshCookie, SessionAnswer } from './session-answer.js'
import { SignInService } from './sign-in.service.js'

@ApiTags('session')
@ApiHeader({ name: 'X-Client', required: false, enum: ['weapp', 'h5'] as never })
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly answer: SessionAnswer,
    private readonly transactions: Transactions,
  ) {}

  @Post('wechat')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'session_signInWithWeChat', summary: '用 wx.login 的 code 登录' })
  @ApiOkResponse({ standardSchema: SessionOut })
  async withWeChat(
    @Body({ schema: WeChatSignIn }) body: WeChatSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOut> {
    const client = clientOf(request)
    return this.answer.send(reply, await this.signIn.withWeChat(body.code, client, request.ip), client)
  }

  @Post('wechat/phone')
  @RequirePermission('self.read')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'session_bindPhone', summary: '用微信手机号打开镇里准备好的工作账号' })
  @ApiOkResponse({ standardSchema: SessionOut })
  async withPhone(
    @CurrentActor() actor: Actor,
    @Body({ schema: WeChatSignIn }) body: WeChatSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOut> {
    const client = clientOf(request)
    return this.answer.send(reply, await this.signIn.withPhone(actor, body.code, client), client)
  }

  @Post('binding-code')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'session_bindCode',
    summary: '用镇里打印的绑定码登录；已用微信登录的就绑上这个微信',
  })
  @ApiOkResponse({ standardSchema: SessionOut })
  async withBindingCode(
    @CurrentActor() actor: Actor | undefined,
    @Body({ schema: BindingCodeSignIn }) body: BindingCodeSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOut> {
    const client = clientOf(request)
    const session = await this.signIn.withBindingCode(body.bindingCode, actor, client, request.ip)
    return this.answer.send(reply, session, client)
  }

  @Post('refresh')
  @Public('token')
  @HttpCode(200)
  @ApiOperation({ operationId: 'session_refresh', summary: '换新的令牌；旧的立刻作废' })
  @ApiOkResponse({ standardSchema: SessionOut })
  async refresh(
    @Body({ schema: RefreshIn }) body: RefreshIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOut> {
    const token = clientOf(request) === 'weapp' ? body?.refreshToken : refreshCookie(request)
    if (!token) throw new DomainError('SIGN_IN_REQUIRED')
    const session = await this.sessions.refresh(token)
    return this.answer.send(reply, session, session.client)
  }

  @Get()
  @RequirePermission('self.read')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'session_get', summary: '我是谁，现在用哪个身份' })
  @ApiOkResponse({ standardSchema: SessionState })
  async get(@CurrentActor() actor: Actor): Promise<SessionState> {
    const tx = this.transactions.read
    const held = await this.appointments.ofAccount(tx, actor.accountId)
    const appointments = await this.answer.held(tx, held)
    return {
      account: { id: actor.accountId, name: await this.accounts.displayName(tx, actor.accountId) },
      appointments,
      active: appointments.find(({ id }) => id === actor.appointmentId) ?? null,
      role: actor.role,
      permissions: [...actor.permissions],
      authenticatedAt: actor.authenticatedAt.toISOString(),
    }
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'session_signOut', summary: '退出登录；令牌已过期也能退出' })
  @ApiNoContentResponse()
  async signOut(
    @CurrentActor() actor: Actor | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const cookie = refreshCookie(request)
    const id = actor?.sessionId ?? (cookie && (await this.sessions.idOfRefreshToken(cookie)))
    if (id) await this.sessions.signOut(id)
    this.answer.clear(reply)
  }

  @Post('recheck')
  @RequirePermission('self.read')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'session_recheck', summary: '签名前再确认一次是本人' })
  @ApiOkResponse({ standardSchema: RecheckOut })
  async recheck(
    @CurrentActor() actor: Actor,
    @Body({ schema: RecheckIn }) body: RecheckIn,
  ): Promise<RecheckOut> {
    return { authenticatedAt: (await this.signIn.recheck(actor, body?.code)).toISOString() }
  }
}
