import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { AuditChainRepository } from './audit-chain.repository.js'

/** Entries that no chain holds yet: they should be seconds old. */
@Injectable()
export class AuditMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly chain: AuditChainRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'audit_oldest_unsealed_seconds',
      help: 'For how long the oldest audit entry has waited for its place in the chain; 0: none waits',
      read: () => this.oldest(),
    })
  }

  private async oldest(): Promise<number> {
    const tx = this.transactions.read
    let since = Number.POSITIVE_INFINITY
    for (const county of await this.chain.countiesToSeal(tx)) {
      const [first] = await this.chain.unsealedAfter(tx, county, '', 1)
      if (first) since = Math.min(since, first.occurredAt.getTime())
    }
    return Number.isFinite(since) ? Math.max(0, (this.clock.now().getTime() - since) / 1000) : 0
  }
}
