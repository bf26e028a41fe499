import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { PUSH_RECEIVED, PushService } from '../wechat/push.service.js'
import { DeliveryService } from './delivery.service.js'
import { InboxService } from './inbox.service.js'
import { NotificationsRepository } from './notifications.repository.js'
import { DELIVER } from './notifications.service.js'
import { ReminderPlanner } from './reminder-planner.service.js'
import { SubscriptionEvents } from './subscription-events.service.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const FORGET_BATCH = 500
/** No duty's ladder is longer. */
const CLAIM_DAYS = 400
const PUSH_DAYS = 7

/** When reminders are made, sent and forgotten. */
@Injectable()
export class RemindersJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly planner: ReminderPlanner,
    private readonly deliveries: DeliveryService,
    private readonly events: SubscriptionEvents,
    private readonly inbox: InboxService,
    private readonly notifications: NotificationsRepository,
    private readonly pushes: PushService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DELIVER, (job) => this.deliveries.deliver(String(job.payload.notificationId)))
    this.jobs.handle(PUSH_RECEIVED, (job) => this.events.handle(String(job.payload.pushId)))
    this.jobs.schedule({
      name: 'reminders.plan',
      everyMs: MINUTE_MS,
      leaseMs: MINUTE_MS,
      run: async () => {
        const count = await this.planner.run()
        if (count > 0) this.log.info({ count }, 'reminders added')
      },
    })
    this.jobs.schedule({
      name: 'reminders.forget',
      everyMs: DAY_MS,
      leaseMs: MINUTE_MS,
      run: () => this.forget(),
    })
  }

  private async forget(): Promise<void> {
    const now = this.clock.now().getTime()
    for (let more = true; more; )
      more = await this.transactions.run((tx) =>
        this.notifications.forget(tx, this.inbox.keptSince(), FORGET_BATCH),
      )
    await this.transactions.run(async (tx) => {
      await this.notifications.forgetClaims(tx, new Date(now - CLAIM_DAYS * DAY_MS))
      await this.pushes.forgetBefore(tx, new Date(now - PUSH_DAYS * DAY_MS))
    })
  }
}
