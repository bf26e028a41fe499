import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { PledgesRepository } from './pledges.repository.js'

/** Signatures that are not sealed: after a minute something keeps them from it. */
@Injectable()
export class PledgeMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly pledges: PledgesRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'pledge_oldest_unsealed_seconds',
      help: 'For how long the oldest signature has waited for its seal; 0: none waits',
      read: async () => {
        const since = await this.pledges.oldestUnsealed(this.transactions.read)
        return since ? Math.max(0, (this.clock.now().getTime() - since.getTime()) / 1000) : 0
      },
    })
  }
}
