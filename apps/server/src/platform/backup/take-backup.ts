import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mysql, { type Connection } from 'mysql2/promise'
import type { Sealer } from '../crypto/sealer.js'
import { databaseErrno } from '../database/transactions.js'
import { rememberRun } from '../operation-marks.js'
import type { BlobStore } from '../storage/blob-store.js'
import { beginSnapshot } from './binlog-point.js'
import { FileCopies, NamedFiles } from './file-copies.js'
import { type BackupContent, type BackupManifest, manifestText } from './manifest.js'
import { writeSealedLines } from './sealed-lines.js'
import { dataLine, keyPlace, rowsOf, type Table, TableTally, tablesOf } from './tables.js'

const NO_SUCH_TABLE = 1146

export type BackupPlan = {
  databaseUrl: string
  /** Public recipient of the encrypted files, `age1…`. Its secret half is kept away from this machine. */
  recipient: string
  /** Folder for the data; a folder of its own is made in it, named by the moment. */
  out: string
  /** Folder for the persons' data keys: keep these for a shorter time than the data. */
  keysOut: string
  /** Folder for copies of photos and scans, shared by all backups: what is there already is not copied again. */
  filesOut: string
  /** Where the server keeps them. */
  store: BlobStore
  sealer: Sealer
  now: Date
}

export type TakenBackup = { path: string; manifest: BackupManifest; copied: number }

/** Opens a connection that reads every value as it is stored. */
export const openForBackup = (databaseUrl: string): Promise<Connection> =>
  mysql.createConnection({
    uri: databaseUrl,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
    jsonStrings: true,
    supportBigNumbers: true,
  })

/**
 * Copies the whole database as it stood at one instant, while the servers go on working, and then the files that it names:
 * they never change, so they may be copied after it.
 * @returns the manifest, where it was written, and how many files were copied anew
 */
export async function takeBackup(plan: BackupPlan): Promise<TakenBackup> {
  const name = plan.now.toISOString().replace(/[:.]/g, '-')
  const [folder, keysFolder] = [join(plan.out, name), join(plan.keysOut, name)]
  for (const each of new Set([folder, keysFolder])) await mkdir(each, { recursive: true, mode: 0o700 })
  const files = { data: 'data.jsonl.gz.age', keys: 'keys.jsonl.gz.age' }
  const connection = await openForBackup(plan.databaseUrl)
  try {
    const binlog = await beginSnapshot(connection, () => openForBackup(plan.databaseUrl))
    const tables = await tablesOf(connection)
    const tallies = new Map(tables.map((table) => [table.name, new TableTally()]))
    const named = new NamedFiles()
    const lines = dataLines(connection, tables, tallies, named)
    await writeSealedLines(join(folder, files.data), plan.recipient, lines)
    const count = { keys: 0 }
    await writeSealedLines(join(keysFolder, files.keys), plan.recipient, keyLines(connection, tables, count))
    const { addresses } = named
    const { copied, lost } = await new FileCopies(plan.filesOut).add(addresses, plan.store, plan.recipient)
    const content: BackupContent = {
      format: 'dfv-backup@1',
      takenAt: plan.now.toISOString(),
      files,
      migrations: await migrationsOf(connection),
      tables: [...tallies].map(([table, tally]) => ({
        name: table,
        rows: tally.rows,
        sha256: tally.digest(),
      })),
      keys: count.keys,
      ...(binlog ? { binlog } : {}),
      stored: { files: addresses.length, sha256: named.digest(), lost },
    }
    const manifest = { ...content, signature: plan.sealer.seal(manifestText(content)) }
    const path = join(folder, 'manifest.json')
    await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    await noteRun(connection, plan.now, lost.length === 0)
    return { path, manifest, copied }
  } finally {
    await connection.end()
  }
}

/** For whoever watches that a backup is taken every night. A database before that table was made has nothing to note it in. */
async function noteRun(connection: Connection, takenAt: Date, isWhole: boolean): Promise<void> {
  await connection.query('COMMIT')
  try {
    await connection.query(...rememberRun('backup', takenAt, isWhole))
  } catch (error) {
    if (databaseErrno(error) !== NO_SUCH_TABLE) throw error
  }
}

/** Each table's head, then its rows. */
async function* dataLines(
  connection: Connection,
  tables: readonly Table[],
  tallies: ReadonlyMap<string, TableTally>,
  named: NamedFiles,
): AsyncGenerator<string> {
  for (const table of tables) {
    yield JSON.stringify({ table })
    const tally = tallies.get(table.name)
    for await (const row of rowsOf(connection, table)) {
      named.add(table, row)
      const line = dataLine(table, row)
      tally?.add(line)
      yield line
    }
  }
}

/** Which row each data key belongs to, and the key. */
async function* keyLines(
  connection: Connection,
  tables: readonly Table[],
  count: { keys: number },
): AsyncGenerator<string> {
  for (const table of tables) {
    if (table.keyAt === undefined) continue
    for await (const row of rowsOf(connection, table)) {
      const key = row[table.keyAt] ?? null
      if (key === null) continue
      count.keys += 1
      yield JSON.stringify([keyPlace(table, row), key])
    }
  }
}

async function migrationsOf(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT name FROM migrations ORDER BY id')
  return rows.map(({ name }) => String(name))
}
