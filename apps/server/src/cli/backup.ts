import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import mysql from 'mysql2/promise'
import { takeBackup } from '../platform/backup/take-backup.js'
import { Sealer } from '../platform/crypto/sealer.js'
import { rememberRun } from '../platform/operation-marks.js'
import { readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

const HELP = `Usage: node dist/cli/backup.js --recipient age1… --out FOLDER [--keys-out FOLDER]

  Copies the whole database as it stands at this instant; the servers go on working.
  Makes FOLDER/<moment>/ with
    data.jsonl.gz.age    every table, without the persons' data keys
    keys.jsonl.gz.age    the data keys (in the folder of --keys-out when given)
    manifest.json        counts and hashes, sealed; nothing personal

  Both files are encrypted to the recipient in the age format. Make a pair with
    node dist/cli/admin.js make-backup-key --out backup-identity.txt
  and keep the identity and the server's KEYS_FILE away from this machine: a restore needs both.

  Keep the key files for a shorter time than the data (35 days, say): who was erased is gone for good once the last
  key file that still holds his key is thrown away. Copy DATA_DIR (audit anchors, attachments) beside the backup.

Reads DATABASE_URL, KEYS_FILE, DATA_DIR and APP_MODE like the server.`

/** For the status page; a backup that failed leaves the last good one to be told. */
async function remember(databaseUrl: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: databaseUrl, timezone: 'Z' })
  try {
    await connection.query(...rememberRun('backup', new Date(), true))
  } finally {
    await connection.end()
  }
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      recipient: { type: 'string' },
      out: { type: 'string' },
      'keys-out': { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    print(HELP)
    return 0
  }
  const { recipient, out } = values
  if (!recipient?.startsWith('age1') || !out) throw new Error(HELP)
  const { config, keys } = readCliEnvironment(process.env)
  const started = Date.now()
  const { path, manifest } = await takeBackup({
    databaseUrl: config.env.DATABASE_URL,
    recipient,
    out,
    keysOut: values['keys-out'] ?? out,
    sealer: new Sealer(keys),
    now: new Date(),
  })
  await remember(config.env.DATABASE_URL)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const folder = join(path, '..')
  let bytes = 0
  for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size
  print(
    `${manifest.tables.length} tables, ${rows} rows, ${manifest.keys} data keys, ${Math.ceil(bytes / 1024)} KB, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  print(path)
  return 0
})
