import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Injectable } from '@nestjs/common'
import { Config } from '../../platform/config/config.js'
import { Transactions } from '../../platform/database/transactions.js'

export type Check = { ok: boolean; detail?: string }
export type Readiness = { ready: boolean; checks: Record<string, Check> }

/** Whether the whole is usable: what has to be true before people are sent here. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
  ) {}

  async check(): Promise<Readiness> {
    const database = await attempt(() => this.transactions.read.query('SELECT 1'))
    const checks: Record<string, Check> = { database }
    if (database.ok) {
      checks.migrations = await attempt(() => this.migrations())
      if (checks.migrations.ok) checks.areas = await attempt(() => this.areas())
    }
    const folder = this.config.env.H5_DIR
    if (folder !== undefined) checks.h5 = await attempt(() => access(join(folder, 'index.html')))
    return { ready: Object.values(checks).every((check) => check.ok), checks }
  }

  private async migrations(): Promise<void> {
    const { connection } = this.transactions.read
    if (await connection.showMigrations()) throw new Error('migrations are pending')
  }

  private async areas(): Promise<void> {
    const rows: unknown[] = await this.transactions.read.query(
      `SELECT code FROM area WHERE level = 'village' LIMIT 1`,
    )
    if (rows.length === 0) throw new Error('no village is seeded')
  }
}

/** The driver's message can hold the address of the database, so only our own words go out. */
async function attempt(work: () => Promise<unknown>): Promise<Check> {
  try {
    await work()
    return { ok: true }
  } catch (error) {
    const code = (error as { code?: unknown }).code
    const detail = typeof code === 'string' ? code : (error as Error).message
    return { ok: false, detail: detail.slice(0, 80) }
  }
}
