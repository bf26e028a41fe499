import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { detectEngine } from '../database/data-source.js'
import type { BinlogPoint } from './binlog-point.js'
import { RestoreError } from './restore-error.js'

/** Tells of rows of one table that changed, and when, in UTC: `#261129 14:32:05 server id 1 … Table_map: …`. */
const CHANGE = /^#(\d{6} +\d{1,2}:\d\d:\d\d) server id .*Table_map: /gm

/**
 * Repeats what happened after a backup, up to an instant, from the binary logs that the lost server left behind. Runs
 * `mariadb-binlog` and `mariadb`, or `mysqlbinlog` and `mysql`, which must be on the PATH; the account of the database must
 * be allowed to replay.
 * @param from the backup's own point
 * @param until exclusive, to the second: the binary log keeps no finer time
 * @returns how many files were read, how many changes of a table's rows were repeated, and of when the last one is: long
 *   before `until` a log is missing at the end
 * @throws RestoreError when a log is missing, or anything could not be repeated
 */
export async function replayBinlogs(
  databaseUrl: string,
  folder: string,
  from: BinlogPoint,
  until: Date,
): Promise<{ files: number; changes: number; lastChange: string | null }> {
  const [base] = from.file.split(/\.\d+$/)
  const isLog = (name: string) => name.startsWith(`${base}.`) && /\.\d+$/.test(name)
  const logs = (await readdir(folder)).filter((name) => isLog(name) && name >= from.file).sort()
  if (logs[0] !== from.file) throw new RestoreError(`The binary log ${from.file} is not in ${folder}.`)
  const numbers = logs.map((name) => Number(name.split('.').at(-1)))
  const gap = numbers.findIndex((number, at) => at > 0 && number !== (numbers[at - 1] ?? 0) + 1)
  if (gap > 0) throw new RestoreError(`Between ${logs[gap - 1]} and ${logs[gap]} a binary log is missing.`)
  const url = new URL(databaseUrl)
  const name = url.pathname.slice(1)
  const engine = await detectEngine(databaseUrl)
  const [readProgram, writeProgram] =
    engine === 'mariadb' ? ['mariadb-binlog', 'mariadb'] : ['mysqlbinlog', 'mysql']
  const reader = spawn(
    readProgram,
    [
      '--no-defaults',
      `--start-position=${from.position}`,
      `--stop-datetime=${until.toISOString().slice(0, 19).replace('T', ' ')}`,
      `--rewrite-db=${from.database}->${name}`,
      // One program chooses by the name that was logged, the other by the name it is rewritten to.
      `--database=${engine === 'mariadb' ? from.database : name}`,
      ...logs.map((log) => join(folder, log)),
    ],
    // The times in a binary log are instants; the program reads the given one in the zone of its process.
    { env: { ...process.env, TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const writer = spawn(
    writeProgram,
    [
      '--no-defaults',
      '--protocol=tcp',
      `--host=${url.hostname}`,
      `--port=${url.port || '3306'}`,
      `--user=${decodeURIComponent(url.username)}`,
      '--default-character-set=utf8mb4',
      '--binary-mode',
      ...(engine === 'mysql' ? ['--get-server-public-key'] : []),
    ],
    {
      env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  )
  const faults: string[] = []
  for (const { stderr } of [reader, writer]) stderr.on('data', (chunk) => faults.push(String(chunk)))
  writer.stdin.on('error', () => undefined)
  let changes = 0
  let lastChange: string | null = null
  let begun = ''
  reader.stdout.on('data', (chunk: Buffer) => {
    const text = begun + chunk.toString('latin1')
    const end = text.lastIndexOf('\n') + 1
    begun = text.slice(end)
    for (const [, at] of text.slice(0, end).matchAll(CHANGE)) {
      changes += 1
      lastChange = at ?? lastChange
    }
  })
  reader.stdout.pipe(writer.stdin)
  const codes = await Promise.all([ended(reader), ended(writer)])
  // The programs' words may hold values of rows; the operator sees them, no log does.
  if (codes.some((code) => code !== 0))
    throw new RestoreError(`The replay broke off: ${faults.join('').trim()}`)
  return { files: logs.length, changes, lastChange }
}

async function ended(child: ReturnType<typeof spawn>): Promise<number> {
  const failed = once(child, 'error').then(([error]) => {
    throw new RestoreError(`${child.spawnfile} could not be started: ${(error as Error).message}`)
  })
  failed.catch(() => undefined)
  const [code] = (await Promise.race([once(child, 'close'), failed])) as [number | null]
  return code ?? 1
}
