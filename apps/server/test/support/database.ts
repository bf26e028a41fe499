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

/** Names of the databases of a run of the suite; of a proof, which is none and whose databases nobody sweeps. */
const nameOf = (run = process.env.TEST_RUN ?? 'proof') => `dfv_${run}_`

type MadeDatabase = { name: string; schema: string }
/** Migrated databases that a spec file of this process has given back, emptied; swept at the end of the run. */
const givenBack: MadeDatabase[] = []

/**
 * A database of its own for one spec file, made by the real migrations: a new one, or one whose tables have been emptied
 * after an earlier spec file. One whose tables themselves were changed is not used again.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const known = givenBack.pop()
  if (known) return openTestDatabase(known.name, (admin) => giveBack(admin, known))
  const name = await makeDatabase()
  const made: MadeDatabase = { name, schema: '' }
  const database = await openTestDatabase(name, (admin) => giveBack(admin, made))
  await database.dataSource.runMigrations({ transaction: 'none' })
  made.schema = await schemaOf(database.dataSource, name)
  return database
}

/** A database without a table, as a new machine has it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = await makeDatabase()
  return openTestDatabase(name, (admin) => admin.query(`DROP DATABASE ${name}`))
}

async function makeDatabase(): Promise<string> {
  const name = `${nameOf()}${randomBytes(4).toString('hex')}`
  const admin = await mysql.createConnection(serverUrl())
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await admin.end()
  return name
}

async function openTestDatabase(
  name: string,
  putAway: (admin: mysql.Connection) => Promise<unknown>,
): Promise<TestDatabase> {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  const dataSource = await openDataSource(testConfig(url.href), createLog('silent'))
  return {
    url: url.href,
    dataSource,
    empty: () => emptyTables(dataSource, name),
    drop: async () => {
      await dataSource.destroy()
      const admin = await mysql.createConnection(url.href)
      await putAway(admin)
      await admin.end()
    },
  }
}

/** Drops whatever databases a run has made and left. */
export async function sweepDatabases(run: string): Promise<void> {
  const admin = await mysql.createConnection(serverUrl())
  const [left] = await admin.query<mysql.RowDataPacket[]>('SHOW DATABASES')
  for (const { Database: name } of left)
    if (name.startsWith(nameOf(run))) await admin.query(`DROP DATABASE ${name}`)
  await admin.end()
}

async function giveBack(admin: mysql.Connection, made: MadeDatabase): Promise<void> {
  const tables = { query: async (sql: string, values?: unknown[]) => (await admin.query(sql, values))[0] }
  if (process.env.TEST_RUN === undefined || (await schemaOf(tables, made.name)) !== made.schema) {
    await admin.query(`DROP DATABASE ${made.name}`)
    return
  }
  await emptyTables(tables, made.name)
  givenBack.push(made)
}

type Queries = { query: (sql: string, values?: unknown[]) => Promise<unknown> }

async function emptyTables(queries: Queries, name: string): Promise<void> {
  const tables = (await queries.query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_name <> 'migrations'`,
    [name],
  )) as { name: string }[]
  for (const table of tables) await queries.query(`DELETE FROM ${table.name}`)
}

/** What tells two states of the tables apart: their columns, and the migrations that are noted. */
async function schemaOf(queries: Queries, name: string): Promise<string> {
  const [columns] = (await queries.query(
    `SELECT COUNT(*) AS n, SUM(CRC32(CONCAT_WS('|', table_name, column_name, column_type, is_nullable))) AS sum
     FROM information_schema.columns WHERE table_schema = ?`,
    [name],
  )) as object[]
  const notes = await queries.query(`SELECT * FROM ${name}.migrations`).catch(() => [])
  return JSON.stringify([columns, notes])
}
