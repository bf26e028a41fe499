import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Public } from '../../platform/auth/access.decorators.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { PushService } from './push.service.js'
import { PushRefused } from './push-crypto.js'
import { readSubscriptionPush } from './push-message.js'
import { type PushQuery, PushVerifier } from './push-verifier.js'

/** Where WeChat's console sends message pushes. The answers are WeChat's format, not ours. */
@ApiExcludeController()
@Controller('wechat/push')
export class PushController {
  constructor(
    private readonly verifier: PushVerifier,
    private readonly pushes: PushService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get()
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  check(@Query() query: PushQuery): string {
    return this.refusing(() => this.verifier.echo(query))
  }

  @Post()
  @Public()
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  async receive(@Query() query: PushQuery, @Body() body: string): Promise<string> {
    const push = this.refusing(() => readSubscriptionPush(this.verifier.open(query, body)))
    if (push) await this.pushes.receive(push)
    return 'success'
  }

  private refusing<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof PushRefused)) throw error
      this.log.warn({ reason: error.message }, 'push refused')
      throw new DomainError('WECHAT_PUSH_REFUSED', {}, [], { cause: error })
    }
  }
}
