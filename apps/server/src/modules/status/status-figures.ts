import { statfs } from 'node:fs/promises'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'
import type { Operation } from '../../platform/operation-marks.js'

/** What the system knows of itself. Null: it could not be read. Counts and times, nobody's data. */
export type StatusFigures = {
  database: { version: string; pendingMigrations: boolean } | null
  outbox: { waiting: number; oldestAt: Date | null; dead: number } | null
  audit: { unsealed: number; oldestAt: Date | null } | null
  /** Pledges that were signed and are not sealed. */
  seals: { waiting: number; oldestAt: Date | null } | null
  deliveries: { late: number } | null
  wechat: { isConfigured: boolean; renewAt: Date | null } | null
  projections: { stale: number } | null
  /** Of the place where this replica writes. */
  disk: { freeBytes: number; totalBytes: number } | null
  runs: ReadonlyMap<Operation, { at: Date; isOk: boolean }> | null
}

type Tally = { count: string | number; oldestAt: Date | null }

/** Reads the figures; one that cannot be read does not keep the others from being told. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<StatusFigures> {
    return {
      database: await orNull(() => this.database()),
      outbox: await orNull(() => this.outbox()),
      audit: await orNull(async () => {
        const { count, oldestAt } = await this.tally(
          'SELECT COUNT(*) AS count, MIN(occurred_at) AS oldestAt FROM audit_entry WHERE chain_seq IS NULL',
        )
        return { unsealed: count, oldestAt }
      }),
      seals: await orNull(async () => {
        const { count, oldestAt } = await this.tally(
          `SELECT COUNT(*) AS count, MIN(s.signed_at) AS oldestAt FROM pledge p
           JOIN pledge_signature s ON s.pledge_id = p.id WHERE p.state = 'signed-pending-seal'`,
        )
        return { waiting: count, oldestAt }
      }),
      deliveries: await orNull(async () => {
        const since = new Date(this.clock.now().getTime() - DELIVERY_GRACE_MS)
        const { count } = await this.tally(
          `SELECT COUNT(*) AS count, NULL AS oldestAt FROM notification_delivery WHERE state = 'queued' AND next_at < ?`,
          [since],
        )
        return { late: count }
      }),
      wechat: await orNull(() => this.wechat()),
      projections: await orNull(async () => {
        const { count } = await this.tally(
          'SELECT COUNT(*) AS count, NULL AS oldestAt FROM village_state WHERE as_of < ?',
          [this.clock.today()],
        )
        return { stale: count }
      }),
      disk: await orNull(async () => {
        const { bavail, blocks, bsize } = await statfs(this.config.env.DATA_DIR)
        return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
      }),
      runs: await orNull(() => this.runs()),
    }
  }

  private async database(): Promise<StatusFigures['database']> {
    const { read } = this.transactions
    const rows: { version: string }[] = await read.query('SELECT VERSION() AS version')
    return { version: rows[0]?.version ?? '', pendingMigrations: await read.connection.showMigrations() }
  }

  private async outbox(): Promise<StatusFigures['outbox']> {
    const { count, oldestAt } = await this.tally(
      `SELECT COUNT(*) AS count, MIN(run_at) AS oldestAt FROM outbox_event WHERE state = 'ready' AND run_at <= ?`,
      [this.clock.now()],
    )
    const dead = await this.tally(
      `SELECT COUNT(*) AS count, NULL AS oldestAt FROM outbox_event WHERE state = 'dead'`,
    )
    return { waiting: count, oldestAt, dead: dead.count }
  }

  private async wechat(): Promise<StatusFigures['wechat']> {
    const rows: { renewAt: Date | null }[] = await this.transactions.read.query(
      'SELECT MAX(renew_at) AS renewAt FROM wechat_token',
    )
    return { isConfigured: this.config.env.WECHAT_APPID !== '', renewAt: rows[0]?.renewAt ?? null }
  }

  private async runs(): Promise<StatusFigures['runs']> {
    const rows: { name: Operation; at: Date; isOk: number }[] = await this.transactions.read.query(
      'SELECT name, at, is_ok AS isOk FROM operation_mark',
    )
    return new Map(rows.map(({ name, at, isOk }) => [name, { at, isOk: isOk === 1 }]))
  }

  private async tally(
    sql: string,
    values: unknown[] = [],
  ): Promise<{ count: number; oldestAt: Date | null }> {
    const rows: Tally[] = await this.transactions.read.query(sql, values)
    return { count: Number(rows[0]?.count ?? 0), oldestAt: rows[0]?.oldestAt ?? null }
  }
}

/** Longer than a replica's lease and the pause between two tries. */
const DELIVERY_GRACE_MS = 60 * 60_000

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  return work().catch(() => null)
}
