// The product as it runs in a town, on a durable database of its own: every commit reaches the disk before it is answered.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createConnection } from 'mysql2/promise'
import { startDatabase } from '../../../../scripts/lib/database.mjs'
import { DATA, SERVER } from '../../../../scripts/lib/paths.mjs'
import { freePort, pause, run, stopProcess } from '../../../../scripts/lib/processes.mjs'
import { SERVER_FLAGS } from '../../../../scripts/lib/server-flags.mjs'
import { createCliContext, readCliEnvironment } from '../../dist/cli/bootstrap.js'

const FOLDER = path.join(DATA, 'bench')
const HERE = path.dirname(fileURLToPath(import.meta.url))

/**
 * A migrated database of this name, kept for the next run.
 * @param {string} name ASCII letters and underscores
 * @param {{seed: boolean}} options seed: with the demo town and its years of work
 */
export async function openBench(name, { seed }) {
  const database = await startDatabase(path.join(FOLDER, 'database'), { durable: true })
  const url = new URL(database.serverUrl)
  url.pathname = `/${name}`
  const env = {
    ...process.env,
    APP_MODE: 'demo',
    DATABASE_URL: url.href,
    KEYS_FILE: path.join(FOLDER, 'keys.json'),
    DATA_DIR: FOLDER,
    WECHAT_STATE: 'developer',
    // What is measured is the work of a request, not the projections that follow it some seconds later.
    JOBS: 'off',
    LOG_LEVEL: 'error',
    ACCOUNT_REQUESTS_PER_MINUTE: '0',
    ADDRESS_REQUESTS_PER_MINUTE: '0',
  }
  const server = await createConnection(database.serverUrl)
  await server.query(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
  await server.changeUser({ database: name })
  const cli = (command, args = []) =>
    run(process.execPath, [path.join(SERVER, `dist/cli/${command}.js`), ...args], { env, quiet: true })
  mkdirSync(FOLDER, { recursive: true })
  if (!existsSync(env.KEYS_FILE)) await cli('admin', ['make-keys', '--demo', '--out', env.KEYS_FILE])
  await cli('migrate')
  if (seed) await cli('seed')
  const children = []
  const start = async (file, more = {}) => {
    const port = await freePort()
    const log = openSync(path.join(FOLDER, `${path.basename(file)}.log`), 'a')
    // Whatever the product is measured beside runs under the same flags.
    const child = spawn(process.execPath, [...SERVER_FLAGS, file], {
      env: { ...env, ...more, PORT: String(port) },
      stdio: ['ignore', log, log],
    })
    children.push(child)
    await untilHealthy(port, child)
    return { port, pid: child.pid }
  }
  return {
    /** A connection of the benchmark's own. */
    sql: server,
    databasePid: Number(readFileSync(path.join(FOLDER, 'database/pid'), 'utf8')),
    /** The product's services in this process, for what has to be there before a request can be made. */
    services: () => createCliContext(readCliEnvironment(env)),
    startProduct: () => start(path.join(SERVER, 'dist/main.js')),
    startFloor: () => start(path.join(HERE, 'floor-server.mjs')),
    /** @param {'floor' | 'orm' | 'bare'} name what quizzes are measured beside */
    startQuizServer: (name) => start(path.join(HERE, 'quiz-servers.mjs'), { SERVER: name }),
    async close() {
      for (const child of children) await stopProcess(child.pid)
      await server.end()
      if (database.started) await database.stop()
    },
  }
}

async function untilHealthy(port, child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a server ended with ${code} before it listened`)
  })
  ended.catch(() => undefined)
  const answers = async () => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined)
      if (answer?.ok) return
      await pause(100)
    }
  }
  await Promise.race([answers(), ended])
}
