import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mysql, { type Connection } from 'mysql2/promise'
import type { Sealer } from '../crypto/sealer.js'
import { type BackupContent, type BackupManifest, manifestText } from './manifest.js'
import { writeSealedLines } from './sealed-lines.js'
import { dataLine, keyPlace, rowsOf, type Table, TableTally, tablesOf } from './tables.js'

export type BackupPlan = {
  databaseUrl: string
  /** Public recipient of the encrypted files, `age1…`. Its secret half is kept away from this machine. */
  recipient: string
  /** Folder for the data; a folder of its own is made in it, named by the moment. */
  out: string
  /** Folder for the persons' data keys: keep these for a shorter time than the data. */
  keysOut: string
  sealer: Sealer
  now: Date
}

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
 * Copies the whole database as it stood at one instant, while the servers go on working.
 * @returns the manifest and where it was written
 */
export async function takeBackup(plan: BackupPlan): Promise<{ path: string; manifest: BackupManifest }> {
  const name = plan.now.toISOString().replace(/[:.]/g, '-')
  const [folder, keysFolder] = [join(plan.out, name), join(plan.keysOut, name)]
  for (const each of new Set([folder, keysFolder])) await mkdir(each, { recursive: true, mode: 0o700 })
  const files = { data: 'data.jsonl.gz.age', keys: 'keys.jsonl.gz.age' }
  const connection = await openForBackup(plan.databaseUrl)
  try {
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT')
    const tables = await tablesOf(connection)
    const tallies = new Map(tables.map((table) => [table.name, new TableTally()]))
    await writeSealedLines(join(folder, files.data), plan.recipient, dataLines(connection, tables, tallies))
    const count = { keys: 0 }
    await writeSealedLines(join(keysFolder, files.keys), plan.recipient, keyLines(connection, tables, count))
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
    }
    const manifest = { ...content, signature: plan.sealer.seal(manifestText(content)) }
    const path = join(folder, 'manifest.json')
    await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    return { path, manifest }
  } finally {
    await connection.end()
  }
}

/** Each table's head, then its rows. */
async function* dataLines(
  connection: Connection,
  tables: readonly Table[],
  tallies: ReadonlyMap<string, TableTally>,
): AsyncGenerator<string> {
  for (const table of tables) {
    yield JSON.stringify({ table })
    const tally = tallies.get(table.name)
    for await (const row of rowsOf(connection, table)) {
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
