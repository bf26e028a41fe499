import { addDays, type IsoDate } from '@dfv/rules'
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock, chinaDate } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { doEach } from '../../platform/each.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { workingDayAfter } from '../reminders/working-days.js'
import type { OrderRow } from './order.entity.js'
import { type Heard, OrderNews } from './order-news.js'
import { OrdersRepository } from './orders.repository.js'

const MINUTE_MS = 60_000
const WORKING_DAYS_BEFORE = 2
/** What has been late for longer is history, not news; claims are kept for longer than this. */
const LATE_NEWS_DAYS = 31

type Rung = 'before' | 'late'

const SAID: Record<Rung, readonly Heard[]> = {
  before: [{ side: 'village', key: 'order.before', message: true }],
  late: [
    { side: 'village', key: 'order.late', message: true },
    { side: 'office', key: 'order.late-office', message: true },
  ],
}

/**
 * Reminds of the day of an order while the village has to answer: whoever may answer two working days before it and on the
 * first one after it, and then the office that issued it. Each is told once for an order and its day, by whichever replica.
 */
@Injectable()
export class OrderReminders implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly transactions: Transactions,
    private readonly orders: OrdersRepository,
    private readonly news: OrderNews,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    // Soon enough after midnight for the messages of the morning.
    this.jobs.schedule({
      name: 'orders.remind',
      everyMs: 10 * MINUTE_MS,
      leaseMs: 5 * MINUTE_MS,
      run: async () => {
        const count = await this.run()
        if (count > 0) this.log.info({ count }, 'reminders of orders added')
      },
    })
  }

  /**
   * @returns how many inbox lines were added
   * @throws AggregateError when some orders could not be told of; the others were
   */
  async run(): Promise<number> {
    const today = this.clock.today()
    const due = { from: addDays(today, -LATE_NEWS_DAYS), to: saidUpTo(today) }
    let count = 0
    const ids = await this.orders.openDue(this.transactions.read, due)
    await doEach(
      ids,
      (id) => `order ${id}`,
      async (id) => {
        count += await this.transactions.run((tx) => this.remind(tx, id, today))
      },
    )
    return count
  }

  private async remind(tx: EntityManager, id: string, today: IsoDate): Promise<number> {
    // Held until the lines are in: an answer comes before them, or takes back what has not left.
    const order = await this.orders.lock(tx, id)
    const rung = order?.state === 'open' ? await this.rungOf(tx, order, today) : undefined
    if (!order || rung === undefined) return 0
    let count = 0
    for (const heard of SAID[rung])
      count += await this.news.tell(tx, order, heard, `${order.dueOn}:${rung}:${heard.side}`)
    return count
  }

  private async rungOf(tx: EntityManager, order: OrderRow, today: IsoDate): Promise<Rung | undefined> {
    const { id, dueOn } = order
    if (dueOn < today) return workingDayAfter(dueOn, 1) <= today ? 'late' : undefined
    if (dueOn > saidUpTo(today)) return undefined
    // Who was given the day when it was as near as that has just heard of it.
    const given = (await this.orders.steps(tx, id)).at(-1)
    return given && dueOn > saidUpTo(chinaDate(given.doneAt)) ? 'before' : undefined
  }
}

/** The last day of which is said on a day that it is near. */
const saidUpTo = (day: IsoDate): IsoDate => workingDayAfter(day, WORKING_DAYS_BEFORE)
