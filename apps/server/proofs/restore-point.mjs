// A machine is lost minutes after somebody emptied a table: the night's backup and the binary logs bring back everything
// that was acknowledged until the second before the mistake, and nothing of the mistake.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import mysql from 'mysql2/promise'
import { configureDatabase, launchDatabase, makeDatabase, readPid } from '../../../scripts/lib/database.mjs'
import { DATA, SERVER } from '../../../scripts/lib/paths.mjs'
import { freePort, killProcess, pause, stopProcess } from '../../../scripts/lib/processes.mjs'
import { loadPhoneCode } from '../../miniapp/test/support/load-phone-code.mjs'
import { debianTools, mysqlTools } from './support/debian-tools.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { checkLedger } from './support/ledger-check.mjs'
import { startPhones } from './support/phones-at-work.mjs'
import { createRandom } from './support/random.mjs'

const HELP = `npm run prove restore-point [-- options]
  --submissions N   records that the phones send before the mistake (1000); the backup is taken after a third of them
  --engine mysql    on MySQL instead of MariaDB
  --seed N          repeats the luck of the phones (by chance)
  Debian's packages are unpacked once into .data/ (160 MB, MySQL 330 MB; no root).`
const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '1000' },
    engine: { type: 'string', default: 'mariadb' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const wanted = Number(values.submissions)
const TOOLS = { mariadb: debianTools, mysql: mysqlTools }
const PROGRAMS = { mariadb: ['mariadb', 'mariadb-binlog'], mysql: ['mysql', 'mysqlbinlog'] }
const PASSWORD = 'loopback-only'
const folder = path.join(DATA, 'prove/restore-point')
const ends = []
const close = async () => {
  for (const end of ends.splice(0).reverse()) await end()
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().finally(() => process.exit(1)))
console.log(`seed ${values.seed}: ${wanted} submissions`)
try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  await close()
}

async function prove() {
  rmSync(folder, { recursive: true, force: true })
  const tools = await TOOLS[values.engine]()
  const lost = await startServer(tools, 'lost', [
    'log-bin=binlog',
    'sync_binlog=1',
    'server-id=1',
    'binlog_format=ROW',
  ])
  process.env.TEST_DATABASE_URL = lost.url
  const town = await startFaultyTown({ folder, ownDatabase: false, isThrownAway: true })
  ends.push(() => town.close())
  const server = await town.startServer()
  let isBackedUp = false
  const phones = await startPhones({
    code: await loadPhoneCode(),
    town,
    origin: server.url,
    random: createRandom(Number(values.seed)),
    submissions: () => wanted,
    // The last third is written after the backup, however long that takes.
    mayWrite: () => (isBackedUp ? wanted : Math.ceil((wanted * 2) / 3)),
  })
  const database = new URL(town.databaseUrl).pathname.slice(1)
  const commands = commandsOf(tools, town)
  const [, manifest] = await Promise.all([
    phones.work(),
    (async () => {
      while (phones.acknowledged.size < wanted / 3) await pause(5)
      const made = await commands.backup()
      isBackedUp = true
      return made
    })(),
  ])
  const atBackup = manifest.atBackup
  // The binary log knows whole seconds: one without a write stands between the last answer and the mistake.
  await town.stopServers()
  await pause(2_000)
  const before = new Date()
  await pause(2_000)
  await town.test.database.dataSource.query('DELETE FROM record_revision')
  await town.test.database.dataSource.query('DROP TABLE subject')
  const logs = path.join(folder, 'shipped')
  mkdirSync(logs)
  await killProcess(readPid(lost.folder))
  const data = path.join(lost.folder, 'data')
  for (const name of readdirSync(data).filter((one) => /^binlog\.\d+$/.test(one)))
    cpSync(path.join(data, name), path.join(logs, name))

  const startedAt = Date.now()
  const fresh = await startServer(tools, 'fresh', [])
  const connection = await mysql.createConnection(fresh.url)
  await connection.query(`CREATE DATABASE restored CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  const restoredUrl = `${fresh.url}/restored`
  const said = await commands.restore(restoredUrl, manifest.path, logs, before)
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10
  await connection.query('USE restored')
  const found = await checkLedger(async (sql) => (await connection.query(sql))[0], phones.sent)
  const [[{ open }]] = await connection.query('SELECT COUNT(*) AS open FROM session WHERE revoked_at IS NULL')
  await connection.end()
  const trail = await commands.verifyAudit(restoredUrl)
  phones.close()
  const faults = [
    ...phones.refused.map((fault) => `refused  ${fault}`),
    ...['lost', 'doubled', 'halves'].flatMap((kind) => found[kind].map((fault) => `${kind}  ${fault}`)),
    ...(Number(open) > 0 ? [`${open} sessions are still open`] : []),
    ...(trail.code === 0 ? [] : [`trail  ${trail.output}`]),
    ...(found.stored > atBackup ? [] : ['nothing happened after the backup: the replay shows nothing']),
  ]
  for (const line of said.split('\n').filter(Boolean)) console.log(`  ${line}`)
  tell([
    ['acknowledged before the mistake', phones.acknowledged.size],
    ['of them in the backup, at most', atBackup],
    [`stored in the restored database (was ${database})`, found.stored],
    ['lost', found.lost.length],
    ['doubled', found.doubled.length],
    ['half written', found.halves.length],
    ['seconds from an empty machine to the restored one', seconds],
  ])
  for (const fault of faults.slice(0, 20)) console.log(`FAULT: ${fault}`)
  return faults.length === 0
}

/** A database server of the proof's own, ended and thrown away in the end. */
async function startServer({ engine }, name, settings) {
  const own = path.join(folder, name)
  const port = await freePort()
  mkdirSync(own, { recursive: true })
  configureDatabase(own, engine, { port }, { durable: true, settings })
  await makeDatabase(own, engine, { password: PASSWORD })
  await launchDatabase(own, engine, { port })
  ends.push(async () => {
    await stopProcess(readPid(own), 60_000)
    rmSync(own, { recursive: true, force: true })
  })
  return { folder: own, url: `mysql://app:${PASSWORD}@127.0.0.1:${port}` }
}

/** The server's own command-line tools, as an operator runs them. */
function commandsOf(tools, town) {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const name of PROGRAMS[values.engine]) {
    const quoted = tools.program(`bin/${name}`).map((part) => `'${part}'`)
    writeFileSync(path.join(bin, name), `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 })
  }
  const identity = path.join(folder, 'backup-identity.txt')
  const run = async (name, args, databaseUrl) => {
    const child = spawn(process.execPath, [path.join(SERVER, `dist/cli/${name}.js`), ...args], {
      env: {
        PATH: `${bin}${path.delimiter}${process.env.PATH}`,
        APP_MODE: 'demo',
        DATABASE_URL: databaseUrl,
        KEYS_FILE: town.keysFile,
        DATA_DIR: path.join(folder, 'data-dir'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    const [code] = await once(child, 'close')
    return { code, output }
  }
  const must = async (...args) => {
    const { code, output } = await run(...args)
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${output}`)
    return output
  }
  return {
    async backup() {
      await must('admin', ['make-backup-key', '--out', identity], town.databaseUrl)
      const recipient = /age1\S+/.exec(readFileSync(identity, 'utf8'))?.[0]
      const out = path.join(folder, 'backup')
      const said = await must('backup', ['--recipient', recipient, '--out', out], town.databaseUrl)
      const manifest = said.trim().split('\n').at(-1)
      const { tables } = JSON.parse(readFileSync(manifest, 'utf8'))
      return { path: manifest, atBackup: tables.find(({ name }) => name === 'record_revision').rows }
    },
    restore: (url, manifest, logs, until) =>
      must(
        'restore',
        ['--manifest', manifest, '--identity', identity, '--binlogs', logs, '--until', until.toISOString()],
        url,
      ),
    verifyAudit: (url) => run('verify-audit', [], url),
  }
}

function tell(lines) {
  for (const [name, figure] of lines) console.log(`${name.padEnd(52)}${figure}`)
}
