import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import { Clock } from '../clock.js'
import { Config } from '../config/config.js'
import { Transactions } from '../database/transactions.js'
import { LOG } from '../log.token.js'
import type { Log } from '../logging.js'
import { Metrics } from '../metrics/metrics.js'

export type OutboxJob = {
  id: string
  type: string
  areaCode: string
  payload: Record<string, string | number>
  tries: number
}
export type ScheduledJob = {
  name: string
  /** Pause between two runs over all replicas together, milliseconds. */
  everyMs: number
  /** How long one run may take before another replica takes over, milliseconds. */
  leaseMs: number
  run: () => Promise<void>
}

const LEASE_MS = 60_000
const BATCH = 20
const POLL_MS = 1_000
const MAX_TRIES = 12

/**
 * Runs what has to happen outside a request: outbox events by type, and periodic jobs. Any replica may do any of it; a
 * short UPDATE leases the work, which is done outside that transaction (SKIP LOCKED does work twice on some clusters).
 * Work happens at least once, so handlers carry ids that make a second run harmless.
 */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly worker = uuidv7()
  private readonly handlers = new Map<string, (job: OutboxJob) => Promise<void>>()
  private readonly scheduled: ScheduledJob[] = []
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private stopped = false

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly metrics: Metrics,
    @Inject(LOG) private readonly log: Log,
  ) {}

  handle(type: string, handler: (job: OutboxJob) => Promise<void>): void {
    if (this.handlers.has(type)) throw new Error(`Two handlers for outbox event ${type}.`)
    this.handlers.set(type, handler)
  }

  schedule(job: ScheduledJob): void {
    this.scheduled.push(job)
  }

  /** Names of the periodic jobs, whether this replica runs them or not. */
  scheduledNames(): string[] {
    return this.scheduled.map(({ name }) => name)
  }

  onApplicationBootstrap(): void {
    if (this.config.env.JOBS === 'on') this.plan(0)
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.running
  }

  /** Does everything that is ready now, then returns. Tests call it; the loop does too. */
  async drain(): Promise<void> {
    await this.sweep()
    for (;;) {
      const jobs = await this.lease()
      if (jobs.length === 0) return
      for (const job of jobs) await this.perform(job)
    }
  }

  /** Runs the periodic jobs whose time has come and that no other replica holds. */
  async tick(): Promise<void> {
    for (const job of this.scheduled) {
      if (await this.claim(job)) await this.guarded(job.name, job.run)
    }
  }

  private plan(delay: number): void {
    if (this.stopped) return
    this.timer = setTimeout(() => {
      this.running = this.guarded('loop', async () => {
        await this.drain()
        await this.tick()
      }).finally(() => this.plan(POLL_MS))
    }, delay)
    this.timer.unref()
  }

  private async guarded(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.metrics.countFailure(name)
      this.log.error({ err: error, job: name }, 'job failed')
    }
  }

  /** Work whose lease has run out belongs to a replica that died: give it back. */
  private async sweep(): Promise<void> {
    const now = this.clock.now()
    await this.transactions.run((tx) =>
      tx.query(
        `UPDATE outbox_event SET state = 'ready', worker = NULL, tries = tries + 1 WHERE state = 'run' AND run_at < ?`,
        [now],
      ),
    )
  }

  private async lease(): Promise<OutboxJob[]> {
    const now = this.clock.now()
    const until = new Date(now.getTime() + LEASE_MS)
    await this.transactions.run((tx) =>
      tx.query(
        `UPDATE outbox_event SET state = 'run', worker = ?, run_at = ? WHERE state = 'ready' AND run_at <= ? ORDER BY run_at, id LIMIT ${BATCH}`,
        [this.worker, until, now],
      ),
    )
    const rows: { id: string; type: string; area_code: string; payload: string; tries: number }[] =
      await this.transactions.read.query(
        `SELECT id, type, area_code, payload, tries FROM outbox_event WHERE worker = ? AND state = 'run' ORDER BY id`,
        [this.worker],
      )
    return rows.map((row) => ({
      id: row.id,
      type: row.type,
      areaCode: row.area_code,
      payload: JSON.parse(row.payload),
      tries: row.tries,
    }))
  }

  private async perform(job: OutboxJob): Promise<void> {
    const handler = this.handlers.get(job.type)
    try {
      if (handler) await handler(job)
      else this.log.warn({ type: job.type }, 'outbox event without a handler')
      await this.settle(job, `state = 'done'`)
    } catch (error) {
      this.log.error({ err: error, type: job.type, id: job.id, tries: job.tries }, 'outbox event failed')
      const retryAt = new Date(this.clock.now().getTime() + Math.min(2 ** job.tries, 3600) * 1000)
      const state = job.tries + 1 >= MAX_TRIES ? 'dead' : 'ready'
      await this.settle(job, `state = '${state}', worker = NULL, tries = tries + 1, run_at = ?`, [retryAt])
    }
  }

  private async settle(job: OutboxJob, set: string, values: unknown[] = []): Promise<void> {
    await this.transactions.run((tx) =>
      tx.query(`UPDATE outbox_event SET ${set} WHERE id = ? AND worker = ?`, [
        ...values,
        job.id,
        this.worker,
      ]),
    )
  }

  private async claim(job: ScheduledJob): Promise<boolean> {
    const now = this.clock.now()
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO job_lease (name, next_run_at, worker) VALUES (?, ?, NULL) ON DUPLICATE KEY UPDATE name = name`,
        [job.name, now],
      ),
    )
    // The row's next instant doubles as the lease: whoever moves it on first does this run.
    const next = new Date(now.getTime() + Math.max(job.everyMs, job.leaseMs))
    const result: { affectedRows: number } = await this.transactions.run((tx) =>
      tx.query(`UPDATE job_lease SET next_run_at = ?, worker = ? WHERE name = ? AND next_run_at <= ?`, [
        next,
        this.worker,
        job.name,
        now,
      ]),
    )
    return result.affectedRows === 1
  }
}
