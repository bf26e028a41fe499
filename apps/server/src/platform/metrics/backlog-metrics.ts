import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../clock.js'
import { Transactions } from '../database/transactions.js'
import { lastRuns } from '../operation-marks.js'
import { JobRunner } from '../outbox/job-runner.js'
import { Metrics } from './metrics.js'

const STATES = ['ready', 'run', 'dead']

/** What waits to be done outside requests, over all replicas together. */
@Injectable()
export class BacklogMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly transactions: Transactions,
    private readonly jobs: JobRunner,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.show({
      name: 'outbox_events',
      help: 'Events in the outbox: waiting, being worked on, given up',
      label: 'state',
      read: () => this.events(),
    })
    this.metrics.show({
      name: 'outbox_oldest_due_seconds',
      help: 'For how long the oldest event that is due has waited; 0: none waits',
      read: () =>
        this.secondsSince(
          `SELECT MIN(run_at) AS since FROM outbox_event WHERE state = 'ready' AND run_at <= ?`,
        ),
    })
    this.metrics.show({
      name: 'job_overdue_seconds',
      help: 'For how long a periodic job could have run and did not',
      label: 'job',
      read: () => this.overdueJobs(),
    })
    this.metrics.show({
      name: 'backup_age_seconds',
      help: 'Since the last backup was taken; no value: there never was one',
      read: () => this.backupAge(),
    })
    this.metrics.show({
      name: 'operation_last_ok',
      help: '1: the last backup was whole, the last verification found nothing; 0: not so',
      label: 'command',
      read: async () => {
        const runs = await lastRuns(this.transactions.read)
        return Object.fromEntries([...runs].map(([name, { isOk }]) => [name, isOk ? 1 : 0]))
      },
    })
  }

  private async events(): Promise<Record<string, number>> {
    const rows: { state: string; count: number }[] = await this.transactions.read.query(
      `SELECT state, COUNT(*) AS count FROM outbox_event WHERE state IN ('ready', 'run', 'dead') GROUP BY state`,
    )
    const counts = Object.fromEntries(STATES.map((state) => [state, 0]))
    for (const { state, count } of rows) counts[state] = Number(count)
    return counts
  }

  private async overdueJobs(): Promise<Record<string, number>> {
    const names = this.jobs.scheduledNames()
    if (names.length === 0) return {}
    const rows: { name: string; nextRunAt: Date }[] = await this.transactions.read.query(
      'SELECT name, next_run_at AS nextRunAt FROM job_lease WHERE name IN (?)',
      [names],
    )
    const now = this.clock.now().getTime()
    return Object.fromEntries(
      rows.map(({ name, nextRunAt }) => [name, Math.max(0, (now - nextRunAt.getTime()) / 1000)]),
    )
  }

  private async backupAge(): Promise<number | Record<string, number>> {
    const last = (await lastRuns(this.transactions.read)).get('backup')
    return last ? (this.clock.now().getTime() - last.at.getTime()) / 1000 : {}
  }

  private async secondsSince(sql: string): Promise<number> {
    const now = this.clock.now()
    const [row]: { since: Date | null }[] = await this.transactions.read.query(sql, [now])
    return row?.since ? (now.getTime() - row.since.getTime()) / 1000 : 0
  }
}
