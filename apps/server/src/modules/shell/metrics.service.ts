import { Injectable } from '@nestjs/common'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Transactions } from '../../platform/database/transactions.js'
import type { ObservedRequest } from '../../platform/http/request-observer.js'

const OUTBOX_STATES = ['ready', 'run', 'dead'] as const

/** Prometheus figures of this replica, and the backlog that all replicas share. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry()
  private readonly duration: Histogram<'method' | 'route' | 'status'>
  private isCollecting = false

  constructor(private readonly transactions: Transactions) {
    this.duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route template',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    })
    const read = () => this.outboxBacklog()
    new Gauge({
      name: 'outbox_events',
      help: 'Events in the outbox: waiting, being worked on, given up',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        for (const [state, count] of Object.entries(await read())) this.set({ state }, count)
      },
    })
  }

  observe({ method, route, status, seconds }: ObservedRequest): void {
    this.duration.observe({ method, route, status }, seconds)
  }

  get contentType(): string {
    return this.registry.contentType
  }

  render(): Promise<string> {
    // The process's own figures cost a little all the time, so they start when somebody first asks.
    if (!this.isCollecting) collectDefaultMetrics({ register: this.registry })
    this.isCollecting = true
    return this.registry.metrics()
  }

  private async outboxBacklog(): Promise<Record<string, number>> {
    const rows: { state: string; count: number }[] = await this.transactions.read.query(
      `SELECT state, COUNT(*) AS count FROM outbox_event WHERE state IN ('ready', 'run', 'dead') GROUP BY state`,
    )
    const counts: Record<string, number> = Object.fromEntries(OUTBOX_STATES.map((state) => [state, 0]))
    for (const row of rows) counts[row.state] = Number(row.count)
    return counts
  }
}
