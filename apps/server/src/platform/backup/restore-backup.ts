import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { z } from 'zod'
import type { Sealer } from '../crypto/sealer.js'
import type { BlobStore } from '../storage/blob-store.js'
import { FileCopies, NamedFiles } from './file-copies.js'
import { BackupContent, BackupManifest, manifestText } from './manifest.js'
import { RestoreError } from './restore-error.js'
import { readSealedLines } from './sealed-lines.js'
import {
  type Cell,
  dataLine,
  driverValue,
  dropTable,
  insertInto,
  keyPlace,
  rowsOf,
  type Table,
  TableTally,
  tablesOf,
} from './tables.js'
import { openForBackup } from './take-backup.js'

/** A statement's size: well below the smallest `max_allowed_packet` of the engines. */
const BATCH_CHARACTERS = 500_000
const BATCH_ROWS = 500
const NO_KEY = Buffer.alloc(0)

export type RestorePlan = {
  /** An empty database. */
  databaseUrl: string
  /** The backup's manifest.json; the data file lies beside it. */
  manifestPath: string
  /** File of the data keys: of this backup, or of a later one in which persons erased since have none. */
  keysPath: string
  /** Secret of the recipient, `AGE-SECRET-KEY-1…`. */
  identity: string
  sealer: Sealer
}

const TableHead = z.object({
  table: z.object({
    name: z.string(),
    create: z.string(),
    columns: z.array(z.string()),
    primaryKey: z.array(z.string()),
    keyAt: z.number().int().optional(),
  }),
})

/** @throws RestoreError when the manifest is not one, or was not made with this server's keys, or was changed */
export async function readManifest(path: string, sealer: Sealer): Promise<BackupManifest> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new RestoreError(`${path} cannot be read.`)
  })
  const parsed = BackupManifest.safeParse(parseJson(text))
  if (!parsed.success) throw new RestoreError(`${path} is not the manifest of a backup.`)
  const { signature, ...content } = parsed.data
  if (!sealer.verify(manifestText(BackupContent.parse(content)), signature))
    throw new RestoreError(
      `${path} was changed after the backup, or belongs to another server: its seal does not fit the key file.`,
    )
  return parsed.data
}

/**
 * Fills an empty database from a backup and compares every table with the manifest. When anything does not fit, what
 * was written is removed again.
 * @returns how many rows, and how many rows are left without their data key
 * @throws RestoreError with one sentence
 */
export async function restoreBackup(plan: RestorePlan): Promise<{ rows: number; withoutKey: number }> {
  const manifest = await readManifest(plan.manifestPath, plan.sealer)
  const connection = await openForBackup(plan.databaseUrl)
  try {
    await assertEmpty(connection)
    const keys = await readKeys(plan)
    const result = await write(connection, plan, keys, manifest).catch(async (error: unknown) => {
      for (const { name } of manifest.tables) await connection.query(dropTable(name))
      throw error instanceof RestoreError
        ? error
        : new RestoreError(`The backup could not be read: ${(error as Error).message}`)
    })
    return result
  } finally {
    await connection.end()
  }
}

/** Reads a restored database again and compares it with the manifest. @returns the tables that differ */
export async function compareWithManifest(databaseUrl: string, manifest: BackupManifest): Promise<string[]> {
  const connection = await openForBackup(databaseUrl)
  try {
    const different: string[] = []
    for (const table of await tablesOf(connection)) {
      const tally = new TableTally()
      for await (const row of rowsOf(connection, table)) tally.add(dataLine(table, row))
      const told = manifest.tables.find(({ name }) => name === table.name)
      if (told?.rows !== tally.rows || told.sha256 !== tally.digest()) different.push(table.name)
    }
    return different
  } finally {
    await connection.end()
  }
}

/**
 * Brings back the photos and scans that the rows of a restored database name.
 * @param store where to put them; undefined: they are only opened and compared
 * @returns how many there are, and the addresses of those that could not be brought back
 */
export async function restoreFiles(
  plan: Pick<RestorePlan, 'databaseUrl' | 'identity'> & { filesPath: string },
  store: BlobStore | undefined,
): Promise<{ files: number; missing: string[] }> {
  const named = new NamedFiles()
  const connection = await openForBackup(plan.databaseUrl)
  try {
    for (const table of (await tablesOf(connection)).filter(NamedFiles.in))
      for await (const row of rowsOf(connection, table)) named.add(table, row)
  } finally {
    await connection.end()
  }
  const { addresses } = named
  return {
    files: addresses.length,
    missing: await new FileCopies(plan.filesPath).restore(addresses, plan.identity, store),
  }
}

async function assertEmpty(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()',
  )
  if (Number(rows[0]?.n) > 0)
    throw new RestoreError('The database is not empty: a backup is restored into an empty one only.')
}

async function readKeys({ keysPath, identity }: RestorePlan): Promise<ReadonlyMap<string, Buffer>> {
  const keys = new Map<string, Buffer>()
  try {
    for await (const line of readSealedLines(keysPath, identity)) {
      const [place, cell] = JSON.parse(line) as [string, Cell]
      keys.set(place, driverValue(cell) as Buffer)
    }
  } catch (error) {
    throw new RestoreError(`The file of the data keys could not be read: ${(error as Error).message}`)
  }
  return keys
}

async function write(
  connection: Connection,
  plan: RestorePlan,
  keys: ReadonlyMap<string, Buffer>,
  manifest: BackupManifest,
): Promise<{ rows: number; withoutKey: number }> {
  const tallies = new Map<string, TableTally>()
  let into: { table: Table; mayLackKey: boolean; tally: TableTally } | undefined
  let batch: unknown[][] = []
  let size = 0
  let withoutKey = 0
  const flush = async () => {
    if (into && batch.length > 0) await connection.query(`${insertInto(into.table)} ?`, [batch])
    batch = []
    size = 0
  }
  const data = join(dirname(plan.manifestPath), manifest.files.data)
  for await (const line of readSealedLines(data, plan.identity)) {
    if (line.startsWith('{')) {
      await flush()
      const table = TableHead.parse(JSON.parse(line)).table as Table
      await connection.query(table.create)
      into = { table, mayLackKey: await mayLackKey(connection, table), tally: new TableTally() }
      tallies.set(table.name, into.tally)
      continue
    }
    if (!into) throw new RestoreError('The data file does not begin with a table.')
    into.tally.add(line)
    const row = JSON.parse(line) as Cell[]
    const values = row.map(driverValue)
    const { keyAt } = into.table
    if (keyAt !== undefined) {
      const key = keys.get(keyPlace(into.table, row))
      if (key === undefined) withoutKey += 1
      values[keyAt] = key ?? (into.mayLackKey ? null : NO_KEY)
    }
    batch.push(values)
    size += line.length
    if (size >= BATCH_CHARACTERS || batch.length >= BATCH_ROWS) await flush()
  }
  await flush()
  let rows = 0
  for (const { name, rows: told, sha256 } of manifest.tables) {
    const tally = tallies.get(name)
    if (tally?.rows !== told || tally.digest() !== sha256)
      throw new RestoreError(`The table ${name} is not the one that was backed up.`)
    rows += told
  }
  if (tallies.size !== manifest.tables.length)
    throw new RestoreError('The data file holds other tables than its manifest.')
  return { rows, withoutKey }
}

async function mayLackKey(connection: Connection, table: Table): Promise<boolean> {
  if (table.keyAt === undefined) return true
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT is_nullable AS nullable FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?`,
    [table.name, table.columns[table.keyAt]],
  )
  return rows[0]?.nullable === 'YES'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
