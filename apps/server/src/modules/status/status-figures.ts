import { statfs } from 'node:fs/promises'
import { Injectable } from '@nestjs/common'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Metrics } from '../../platform/metrics/metrics.js'
import { lastRuns, type Operation } from '../../platform/operation-marks.js'

/** What the system knows of itself. Null: it could not be read. Counts and times, nobody's data. */
export type StatusFigures = {
  database: { version: string; pendingMigrations: boolean } | null
  /** Seconds that the oldest work has waited; 0: none waits. */
  outbox: { oldest: number; dead: number } | null
  audit: number | null
  seals: number | null
  /** Messages that should have left. */
  deliveries: number | null
  /** overdue: seconds since the token could have been renewed. */
  wechat: { isConfigured: boolean; overdue: number } | null
  /** Villages that still show an earlier day. */
  projections: number | null
  /** Of the place where this replica writes. */
  disk: { freeBytes: number; totalBytes: number } | null
  runs: ReadonlyMap<Operation, { at: Date; isOk: boolean }> | null
}

/** Reads the figures, those of the metrics where there is one; what cannot be read does not keep the others from being told. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly metrics: Metrics,
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  async read(): Promise<StatusFigures> {
    const [oldest, dead, overdue] = [
      await this.metrics.figure('outbox_oldest_due_seconds'),
      await this.metrics.figure('outbox_events', 'dead'),
      await this.metrics.figure('wechat_token_overdue_seconds'),
    ]
    return {
      database: await orNull(() => this.database()),
      outbox: oldest === null || dead === null ? null : { oldest, dead },
      audit: await this.metrics.figure('audit_oldest_unsealed_seconds'),
      seals: await this.metrics.figure('pledge_oldest_unsealed_seconds'),
      deliveries: await this.metrics.figure('wechat_deliveries_late'),
      wechat: overdue === null ? null : { isConfigured: this.config.env.WECHAT_APPID !== '', overdue },
      projections: await this.metrics.figure('village_states_stale'),
      disk: await orNull(async () => {
        const { bavail, blocks, bsize } = await statfs(this.config.env.DATA_DIR)
        return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
      }),
      runs: await orNull(() => lastRuns(this.transactions.read)),
    }
  }

  private async database(): Promise<StatusFigures['database']> {
    const { read } = this.transactions
    const rows: { version: string }[] = await read.query('SELECT VERSION() AS version')
    return { version: rows[0]?.version ?? '', pendingMigrations: await read.connection.showMigrations() }
  }
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  return work().catch(() => null)
}
