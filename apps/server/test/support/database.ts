import { randomBytes } from 'node:crypto'
import mysql from 'mysql2/promise'
import type { DataSource } from 'typeorm'
import { type Config, readConfig } from '../../src/platform/config/config.js'
import { openDataSource } from '../../src/platform/database/data-source.js'
import { createLog } from '../../src/platform/logging.js'

export type TestDatabase = {
  url: string
  dataSource: DataSource
  drop: () => Promise<void>
  empty: () => Promise<void>
}

/** Address of the database server that `npm test` brought up. */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests through "npm test".')
  return url
}

/** Settings of a test: demo mode, jobs only when the test runs them. */
export function testConfig(url: string, overrides: Record<string, string> = {}): Config {
  return readConfig({
    APP_MODE: 'demo',
    DATABASE_URL: url,
    KEYS_FILE: 'unused',
    DATA_DIR: process.env.TEST_DATA_DIR ?? '.data/test-files',
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    JOBS: 'off',
    DB_POOL: '6',
    PORT: '0',
    // The clock of a test stands still, so a minute would never be over.
    ACCOUNT_REQUESTS_PER_MINUTE: '0',
    ADDRESS_REQUESTS_PER_MINUTE: '0',
    ...overrides,
  })
}

/** A database of its own for one spec file, made by the real migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase()
  await database.dataSource.runMigrations({ transaction: 'none' })
  return database
}

/** A database without a table, as a new machine has it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `dfv_t_${process.env.JEST_WORKER_ID ?? '1'}_${randomBytes(4).toString('hex')}`
  const admin = await mysql.createConnection(serverUrl())
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  const dataSource = await openDataSource(testConfig(url.href), createLog('silent'))
  return {
    url: url.href,
    dataSource,
    empty: async () => {
      const tables: { name: string }[] = await dataSource.query(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> 'migrations'`,
        [name],
      )
      for (const table of tables) await dataSource.query(`DELETE FROM ${table.name}`)
    },
    drop: async () => {
      await dataSource.destroy()
      await admin.query(`DROP DATABASE ${name}`)
      await admin.end()
    },
  }
}
