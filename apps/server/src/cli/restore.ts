import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import mysql from 'mysql2/promise'
import { replayBinlogs } from '../platform/backup/binlog-replay.js'
import type { BackupManifest } from '../platform/backup/manifest.js'
import { readManifest, restoreBackup, restoreFiles } from '../platform/backup/restore-backup.js'
import { Sealer } from '../platform/crypto/sealer.js'
import { openDataSource } from '../platform/database/data-source.js'
import type { BlobStore } from '../platform/storage/blob-store.js'
import { openStore } from '../platform/storage/storage.module.js'
import { type CliEnvironment, readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

const HELP = `Usage: node dist/cli/restore.js --manifest FOLDER/manifest.json --identity backup-identity.txt [--keys FILE] [--files FOLDER]
         [--binlogs FOLDER --until INSTANT] [--drill]

  Restores a backup into the database of DATABASE_URL, which must be empty, and compares every table with the manifest.
  Puts the photos and scans that it names where the server keeps them (DATA_DIR or the S3 bucket).
  Then migrates to the present schema and ends every session: what was revoked since the backup must not come back.

  --keys FILE   the data keys of a later backup, so that who was erased since stays erased
  --files FOLDER  the copies of photos and scans, when they are not in files/ beside the backup's own folder
  --binlogs FOLDER --until 2026-11-29T14:32:00+08:00
                then repeats what happened after the backup, up to that second, from the binary logs that the lost server
                left. Needs mariadb-binlog and mariadb (mysqlbinlog and mysql) on the PATH, and an account that may replay.
  --drill       restores into a database of its own beside DATABASE_URL, proves tables, audit trail, records, pledges
                and projections, and removes it again; opens every photo and scan. Nothing else is touched. Do it every quarter.

Reads DATABASE_URL, KEYS_FILE, DATA_DIR and APP_MODE like the server.`

type Options = {
  manifest: string
  identity: string
  keys: string
  files: string
  replay?: { folder: string; until: Date }
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      identity: { type: 'string' },
      keys: { type: 'string' },
      files: { type: 'string' },
      binlogs: { type: 'string' },
      until: { type: 'string' },
      drill: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    print(HELP)
    return 0
  }
  if (!values.manifest || !values.identity) throw new Error(HELP)
  const replay = replayOf(values)
  const environment = readCliEnvironment(process.env)
  const manifest = await readManifest(values.manifest, new Sealer(environment.keys))
  const options: Options = {
    manifest: values.manifest,
    identity: secretOf(await readFile(values.identity, 'utf8'), values.identity),
    keys: values.keys ?? join(dirname(values.manifest), manifest.files.keys),
    files: values.files ?? join(dirname(values.manifest), '..', 'files'),
    ...(replay ? { replay } : {}),
  }
  return values.drill ? drill(environment, options, manifest) : restore(environment, options, manifest)
})

async function restore(
  environment: CliEnvironment,
  options: Options,
  manifest: BackupManifest,
): Promise<number> {
  await fill(environment, options)
  await replay(environment, options, manifest)
  const missing = await files(environment, options, manifest, openStore(environment.config))
  for (const address of missing) print(`missing: the stored file ${address} is not in the backup`)
  const dataSource = await openDataSource(environment.config, environment.log)
  try {
    const done = await dataSource.runMigrations({ transaction: 'none' })
    const { affectedRows } = await dataSource.query(
      `UPDATE session SET revoked_at = UTC_TIMESTAMP(3), revoked_for = 'operator' WHERE revoked_at IS NULL`,
    )
    print(`${done.length} migrations done, ${affectedRows} sessions ended.`)
  } finally {
    await dataSource.destroy()
  }
  return missing.length === 0 ? 0 : 1
}

/** Proves that the backup is one from which the town could go on tomorrow. */
async function drill(
  environment: CliEnvironment,
  options: Options,
  manifest: BackupManifest,
): Promise<number> {
  const started = Date.now()
  const url = new URL(environment.config.env.DATABASE_URL)
  const name = `dfv_drill_${randomBytes(4).toString('hex')}`
  const server = await mysql.createConnection(url.href)
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  try {
    url.pathname = `/${name}`
    const scratch = readCliEnvironment({ ...process.env, DATABASE_URL: url.href })
    await fill(scratch, options)
    const { proveRestored } = await import('./prove-restored.js')
    const faults = await proveRestored(scratch, manifest)
    for (const address of await files(scratch, options, manifest, undefined))
      faults.push(`the stored file ${address} is not in the backup`)
    for (const fault of faults) print(`fault: ${fault}`)
    print(
      faults.length === 0
        ? `Drill passed in ${((Date.now() - started) / 1000).toFixed(1)} s.`
        : `Drill failed with ${faults.length} faults.`,
    )
    return faults.length === 0 ? 0 : 1
  } finally {
    await server.query(`DROP DATABASE ${name}`)
    await server.end()
  }
}

async function fill(environment: CliEnvironment, options: Options): Promise<void> {
  const { rows, withoutKey } = await restoreBackup({
    databaseUrl: environment.config.env.DATABASE_URL,
    manifestPath: options.manifest,
    keysPath: options.keys,
    identity: options.identity,
    sealer: new Sealer(environment.keys),
  })
  print(
    `${rows} rows restored, every table as it was${withoutKey === 0 ? '' : `; ${withoutKey} without a data key`}.`,
  )
}

/** What happened between the backup and the instant that was asked for, before sessions are ended and the schema is moved on. */
async function replay(
  { config }: CliEnvironment,
  { replay: wanted }: Options,
  { binlog }: BackupManifest,
): Promise<void> {
  if (!wanted) return
  if (!binlog) throw new Error('This backup was made without a binary log: nothing can be repeated after it.')
  const { files, changes, lastChange } = await replayBinlogs(
    config.env.DATABASE_URL,
    wanted.folder,
    binlog,
    wanted.until,
  )
  print(
    `Repeated from ${binlog.file}:${binlog.position} up to ${wanted.until.toISOString()}: ${changes} changes of rows in ${files} binary logs.`,
  )
  print(
    `The last change in them is of ${lastChange ?? 'no time at all'} UTC (yymmdd): what followed is not in these logs.`,
  )
}

function replayOf({ binlogs, until, drill: isDrill }: Record<string, unknown>): Options['replay'] {
  if (binlogs === undefined && until === undefined) return undefined
  const instant = new Date(String(until))
  if (isDrill || typeof binlogs !== 'string' || Number.isNaN(instant.getTime()))
    throw new Error(
      '--binlogs and --until stand together, and not with --drill; --until is an instant with its zone.',
    )
  return { folder: binlogs, until: instant }
}

/** Photos and scans of the restored rows. @returns the addresses of those that are missing, though the backup had them */
async function files(
  environment: CliEnvironment,
  options: Options,
  manifest: BackupManifest,
  store: BlobStore | undefined,
): Promise<string[]> {
  if (!manifest.stored) {
    print('This backup is older than the copies of photos: bring DATA_DIR/attachments back by hand.')
    return []
  }
  const { lost } = manifest.stored
  const found = await restoreFiles(
    {
      databaseUrl: environment.config.env.DATABASE_URL,
      identity: options.identity,
      filesPath: options.files,
    },
    store,
  )
  print(`${found.files - found.missing.length} photos and scans ${store ? 'brought back' : 'opened'}.`)
  return found.missing.filter((address) => !lost.includes(address))
}

function secretOf(text: string, path: string): string {
  const secret = /^AGE-SECRET-KEY-\S+$/m.exec(text)?.[0]
  if (!secret) throw new Error(`${path} holds no age identity (a line AGE-SECRET-KEY-…).`)
  return secret
}
