import { Inject, Injectable } from '@nestjs/common'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ObservedRequest } from '../http/request-observer.js'
import { LOG } from '../log.token.js'
import type { Log } from '../logging.js'

/** A figure that is read when somebody asks: one number, or one for each value of a label. */
export type Figure = {
  /** `snake_case`, its unit at the end. */
  name: string
  help: string
  /** A closed vocabulary of our own code: states, names of jobs. Never an id, a code of an area, a word of a person. */
  label?: string
  read: () => Promise<number | Readonly<Record<string, number>>>
}

/** Prometheus figures of this replica, and of the work that all replicas share. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry()
  private readonly figures = new Map<string, Figure['read']>()
  private readonly duration: Histogram<'method' | 'route' | 'status'>
  private readonly unread: Counter<'figure'>
  private readonly failures: Counter<'job'>
  private isCollecting = false

  constructor(@Inject(LOG) private readonly log: Log) {
    this.duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route template',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    })
    this.failures = new Counter({
      name: 'job_failures_total',
      help: 'Periodic jobs that threw',
      labelNames: ['job'],
      registers: [this.registry],
    })
    this.unread = new Counter({
      name: 'metrics_unread_total',
      help: 'Figures that could not be read when they were asked for, the database being away',
      labelNames: ['figure'],
      registers: [this.registry],
    })
  }

  /** A periodic job that threw: it is tried again at its next time. */
  countFailure(job: string): void {
    this.failures.inc({ job })
  }

  observe({ method, route, status, seconds }: ObservedRequest): void {
    this.duration.observe({ method, route, status }, seconds)
  }

  /** Adds a figure to what is shown. One that cannot be read is left out, so that the others still tell what is wrong. */
  show({ name, help, label, read }: Figure): void {
    this.figures.set(name, read)
    const readSafely = () =>
      read().catch((error: unknown) => {
        this.unread.inc({ figure: name })
        this.log.warn({ err: error, figure: name }, 'figure not read')
        return {}
      })
    new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [this.registry],
      async collect() {
        const figure = await readSafely()
        this.reset()
        if (typeof figure === 'number') this.set(figure)
        else if (label === undefined) this.remove()
        else for (const [value, count] of Object.entries(figure)) this.set({ [label]: value }, count)
      },
    })
  }

  /**
   * What a figure says now, for a page of our own.
   * @param value of its label, where it has one
   * @returns null when it cannot be read, or there is nothing to tell
   */
  async figure(name: string, value?: string): Promise<number | null> {
    const figure =
      (await this.figures
        .get(name)?.()
        .catch(() => null)) ?? null
    if (typeof figure === 'number' || figure === null) return figure
    return (value === undefined ? undefined : figure[value]) ?? null
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
}
