import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { WeChatTokenRepository } from './wechat-token.repository.js'

/** A token is renewed when it is needed: on a quiet day it may be old without harm. */
@Injectable()
export class WeChatMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly tokens: WeChatTokenRepository,
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'wechat_token_overdue_seconds',
      help: 'For how long the access token could have been renewed; 0: it is good, or there never was one',
      read: async () => {
        const token = await this.tokens.find(this.transactions.read, this.config.env.WECHAT_APPID)
        const renewAt = token?.renewAt?.getTime() ?? Number.POSITIVE_INFINITY
        return Math.max(0, (this.clock.now().getTime() - renewAt) / 1000)
      },
    })
  }
}
