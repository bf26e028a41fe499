import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { VillageStatesRepository } from './village-states.repository.js'

/** Villages that still show yesterday: a minute after midnight there should be none. */
@Injectable()
export class ProjectionMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly states: VillageStatesRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'village_states_stale',
      help: 'Villages that were not computed for today',
      read: () => this.states.countBefore(this.transactions.read, this.clock.today()),
    })
  }
}
