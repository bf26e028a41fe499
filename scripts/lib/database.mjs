import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createConnection } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { findEngine } from './engine.mjs'
import { freePort, isAlive, killProcess, pause, run, stopProcess } from './processes.mjs'
import { Stop, say } from './say.mjs'

const NEEDED_BYTES = 600 * 1024 * 1024
const START_TIMEOUT_MS = 60_000

/**
 * A private database server in `folder`, with its own data, socket and port; started when it does not run yet.
 * @param {string} folder
 * @param {{durable: boolean, kind?: 'mariadb' | 'mysql', settings?: string[]}} options
 *   durable: every commit reaches the disk before it is acknowledged; the tests' throw-away data need not
 *   kind: this engine and no other; settings: further lines of its configuration
 * @returns {Promise<{url: string, serverUrl: string, started: boolean, stop: () => Promise<void>, kill?: () => Promise<void>}>}
 *   kill: ends it as a power cut would; absent when the server is not ours
 */
export async function startDatabase(folder, { durable, kind, settings = [] }) {
  if (process.env.DATABASE_URL) {
    say('Using the database of DATABASE_URL')
    return {
      url: process.env.DATABASE_URL,
      serverUrl: process.env.DATABASE_URL,
      started: false,
      stop: async () => {},
    }
  }
  mkdirSync(folder, { recursive: true })
  const stateFile = path.join(folder, 'database.json')
  const known = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : undefined
  if (known && isAlive(readPid(folder)) && (await answers(known.port))) {
    return handle(folder, known, false)
  }
  checkDisk(folder)
  const engine = await findEngine(kind)
  const state = known ?? { password: randomBytes(18).toString('base64url'), kind: engine.kind }
  if (state.kind !== engine.kind) {
    throw new Stop(
      `The data in ${folder} belong to ${state.kind}, but only ${engine.kind} was found. Put ${state.kind} on the PATH, or run with --reset.`,
    )
  }
  state.port = known?.port && !(await answers(known.port)) ? known.port : await freePort()
  configureDatabase(folder, engine, state, { durable, settings })
  await makeDatabase(folder, engine, state)
  await launchDatabase(folder, engine, state)
  writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 })
  return handle(folder, state, true)
}

function handle(folder, { password, port }, started) {
  const serverUrl = `mysql://app:${password}@127.0.0.1:${port}`
  return {
    url: `${serverUrl}/dfv`,
    serverUrl,
    started,
    stop: async () => {
      const pid = readPid(folder)
      if (pid) await stopProcess(pid, 60_000)
    },
    kill: async () => {
      const pid = readPid(folder)
      if (pid) await killProcess(pid)
    },
  }
}

function checkDisk(folder) {
  const disk = statfsSync(folder)
  if (disk.bavail * disk.bsize < NEEDED_BYTES) {
    throw new Stop(
      `The disk of ${folder} has less than 600 MB left. Free some room and run the command again.`,
    )
  }
}

/** 0: it does not run, or never did. */
export function readPid(folder) {
  try {
    return Number(readFileSync(path.join(folder, 'pid'), 'utf8').trim()) || 0
  } catch {
    return 0
  }
}

/** A socket's path may hold 107 characters at most; a deep clone gets one in the temporary folder. */
function socketPath(folder, port) {
  const own = path.join(folder, 's.sock')
  return own.length < 100 ? own : path.join(os.tmpdir(), `dfv-${port}.sock`)
}

/** Writes `my.cnf` of a server whose data, socket, log and process id lie in `folder`. */
export function configureDatabase(folder, engine, { port }, { durable, settings }) {
  const share = path.join(engine.basedir, 'share')
  const charsets = ['mysql/charsets', 'mariadb/charsets', 'mysql-8.0/charsets', 'charsets']
    .map((name) => path.join(share, name))
    .find(existsSync)
  const plugins = ['lib/mysql/plugin', 'lib/x86_64-linux-gnu/mariadb19/plugin', 'lib/plugin']
    .map((name) => path.join(engine.basedir, name))
    .find(existsSync)
  const lines = [
    '[mysqld]',
    `basedir=${engine.basedir}`,
    `datadir=${path.join(folder, 'data')}`,
    `socket=${socketPath(folder, port)}`,
    `pid-file=${path.join(folder, 'pid')}`,
    `log-error=${path.join(folder, 'error.log')}`,
    'bind-address=127.0.0.1',
    `port=${port}`,
    'character-set-server=utf8mb4',
    'collation-server=utf8mb4_unicode_ci',
    'default-time-zone=+00:00',
    'transaction-isolation=READ-COMMITTED',
    'innodb_buffer_pool_size=192M',
    `innodb_flush_log_at_trx_commit=${durable ? 1 : 0}`,
    'performance_schema=OFF',
    'max_connections=200',
    ...(charsets ? [`lc-messages-dir=${path.dirname(charsets)}`, `character-sets-dir=${charsets}`] : []),
    ...(plugins ? [`plugin-dir=${plugins}`] : []),
    ...(engine.kind === 'mysql' ? ['secure-file-priv=NULL', 'mysqlx=OFF'] : []),
    ...(engine.kind === 'mysql' && !settings.some((line) => line.startsWith('log-bin'))
      ? ['skip-log-bin']
      : []),
    ...settings,
  ]
  writeFileSync(path.join(folder, 'my.cnf'), `${lines.join('\n')}\n`)
}

/** The server of `folder` as a program with its arguments. */
export const databaseCommand = (folder, engine, more = []) =>
  command(engine, [`--defaults-file=${path.join(folder, 'my.cnf')}`, ...asRoot(), ...more])

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : [])
const command = (engine, args) => {
  const [program, ...rest] = [...engine.loader, engine.binary, ...args]
  return [program, rest]
}

/** The data folder with one database and the account that the servers use; nothing when it is there already. */
export async function makeDatabase(folder, engine, { password }) {
  if (existsSync(path.join(folder, 'data/.made'))) return
  say('Making the data folder of the private database')
  rmSync(path.join(folder, 'data'), { recursive: true, force: true })
  mkdirSync(path.join(folder, 'data'), { recursive: true })
  const accounts = [
    'CREATE DATABASE dfv CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
    `CREATE USER app@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `CREATE USER app@'localhost' IDENTIFIED BY '${password}';`,
    "GRANT ALL ON *.* TO app@'127.0.0.1';",
    "GRANT ALL ON *.* TO app@'localhost';",
  ]
  const configuration = `--defaults-file=${path.join(folder, 'my.cnf')}`
  if (engine.kind === 'mysql') {
    const init = path.join(folder, 'init.sql')
    writeFileSync(init, `${accounts.join('\n')}\n`, { mode: 0o600 })
    const [program, args] = command(engine, [
      configuration,
      '--initialize-insecure',
      `--init-file=${init}`,
      ...asRoot(),
    ])
    await run(program, args, { quiet: true })
    rmSync(init)
  } else {
    const [program, args] = command(engine, [configuration, ...asRoot(), '--bootstrap'])
    await run(program, args, { quiet: true, input: bootstrapSql(engine, accounts) })
  }
  writeFileSync(path.join(folder, 'data/.made'), '')
}

/** MariaDB makes its system tables from the scripts it ships; `--bootstrap` reads them from standard input. */
function bootstrapSql(engine, accounts) {
  const share = ['share/mysql', 'share/mariadb']
    .map((name) => path.join(engine.basedir, name))
    .find(
      (candidate) =>
        existsSync(candidate) && readdirSync(candidate).some((file) => file.endsWith('_system_tables.sql')),
    )
  if (!share)
    throw new Stop(
      'MariaDB was found without its system tables (mysql_system_tables.sql). Install the package mariadb-server-core.',
    )
  const script = (suffix) =>
    readFileSync(
      path.join(
        share,
        readdirSync(share).find((file) => file.endsWith(suffix)),
      ),
      'utf8',
    )
  return [
    'CREATE DATABASE mysql;',
    'USE mysql;',
    'SET @auth_root_socket=NULL;',
    script('_system_tables.sql'),
    script('_performance_tables.sql'),
    script('_system_tables_data.sql'),
    'FLUSH PRIVILEGES;',
    ...accounts,
    '',
  ].join('\n')
}

/** Starts the server of `folder` and waits until it greets. @param {string[]} more further arguments */
export async function launchDatabase(folder, engine, { port }, more = []) {
  const output = openSync(path.join(folder, 'stdout.log'), 'a')
  const [program, args] = databaseCommand(folder, engine, more)
  // A process group of its own: Ctrl-C reaches us first, and the database is stopped after the server has let go of it.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', output, output] })
  child.unref()
  let ended = false
  child.on('exit', () => {
    ended = true
  })
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!(await answers(port))) {
    if (ended || Date.now() > deadline) {
      throw new Stop(
        `The private database did not start. Its last words are in ${path.join(folder, 'error.log')}.`,
      )
    }
    await pause(50)
  }
}

/** Whether a database server greets on the port. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const done = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(1000, () => done(false))
    socket.once('data', () => done(true))
    socket.once('error', () => done(false))
    socket.once('close', () => resolve(false))
  })
}
