import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { takeBackup } from '../platform/backup/take-backup.js'
import { Sealer } from '../platform/crypto/sealer.js'
import { openStore } from '../platform/storage/storage.module.js'
import { readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'

const HELP = `Usage: node dist/cli/backup.js --recipient age1… --out FOLDER [--keys-out FOLDER] [--files-out FOLDER]

  Copies the whole database as it stands at this instant; the servers go on working.
  Makes FOLDER/<moment>/ with
    data.jsonl.gz.age    every table, without the persons' data keys
    keys.jsonl.gz.age    the data keys (in the folder of --keys-out when given)
    manifest.json        counts and hashes, sealed; nothing personal
  and in FOLDER/files (or the folder of --files-out) one encrypted copy of every photo and scan, shared by all backups: a
  file never changes, so each night copies what is new, from DATA_DIR or from the S3 bucket.

  All of them are encrypted to the recipient in the age format. Make a pair with
    node dist/cli/admin.js make-backup-key --out backup-identity.txt
  and keep the identity and the server's KEYS_FILE away from this machine: a restore needs both.

  Keep the key files for a shorter time than the data (35 days, say): who was erased is gone for good once the last
  key file that still holds his key is thrown away. Copy DATA_DIR/audit-anchors (the audit trail's daily anchors) beside the backup.

Reads DATABASE_URL, KEYS_FILE, DATA_DIR and APP_MODE like the server.`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      recipient: { type: 'string' },
      out: { type: 'string' },
      'keys-out': { type: 'string' },
      'files-out': { type: 'string' },
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
  const { path, manifest, copied } = await takeBackup({
    databaseUrl: config.env.DATABASE_URL,
    recipient,
    out,
    keysOut: values['keys-out'] ?? out,
    filesOut: values['files-out'] ?? join(out, 'files'),
    store: openStore(config),
    sealer: new Sealer(keys),
    now: new Date(),
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const folder = join(path, '..')
  let bytes = 0
  for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size
  print(
    `${manifest.tables.length} tables, ${rows} rows, ${manifest.keys} data keys, ${Math.ceil(bytes / 1024)} KB, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  const lost = manifest.stored?.lost ?? []
  const { binlog } = manifest
  print(
    binlog
      ? `its place in the binary log: ${binlog.file}, ${binlog.position}`
      : 'without a place in the binary log: it can be restored, but not up to a second (docs/operation.md)',
  )
  print(`${manifest.stored?.files ?? 0} photos and scans, ${copied} of them copied now`)
  for (const address of lost) print(`lost: the stored file ${address} is gone or was altered`)
  print(path)
  return lost.length === 0 ? 0 : 1
})
