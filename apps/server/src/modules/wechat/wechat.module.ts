import { Module, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { PushController } from './push.controller.js'
import { PushService } from './push.service.js'
import { acceptPushBodies } from './push-body.js'
import { PushVerifier } from './push-verifier.js'
import { WeChatTemplates } from './templates.js'
import { WeChatClient } from './wechat-client.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatMetrics } from './wechat-metrics.js'
import { WeChatTokenRepository } from './wechat-token.repository.js'
import { WeChatTokens } from './wechat-tokens.js'

@Module({
  controllers: [PushController],
  providers: [
    WeChatTokens,
    PushService,
    PushVerifier,
    WeChatClient,
    WeChatHttp,
    WeChatMetrics,
    WeChatTemplates,
    WeChatTokenRepository,
  ],
  exports: [PushService, WeChatClient, WeChatTemplates],
})
export class WeChatModule implements OnModuleInit {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  onModuleInit(): void {
    // Absent when the command line starts the modules without a server.
    const server = this.adapterHost.httpAdapter?.getInstance()
    if (server) acceptPushBodies(server)
  }
}
