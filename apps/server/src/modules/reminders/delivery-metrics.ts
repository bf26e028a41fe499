import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { DeliveriesRepository } from './deliveries.repository.js'

const DAY_MS = 86_400_000
/** Longer than a replica's lease and the pause between two tries. */
const LATE_MS = 60 * 60_000

/** What became of the messages that leave the app. */
@Injectable()
export class DeliveryMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly deliveries: DeliveriesRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'wechat_deliveries_last_day',
      help: 'Subscribe messages whose turn came within 24 hours, by what became of them',
      label: 'state',
      read: () =>
        this.deliveries.countByState(this.transactions.read, new Date(this.clock.now().getTime() - DAY_MS)),
    })
    this.metrics.show({
      name: 'wechat_deliveries_late',
      help: 'Subscribe messages that should have left an hour ago',
      read: () =>
        this.deliveries.countLate(this.transactions.read, new Date(this.clock.now().getTime() - LATE_MS)),
    })
  }
}
