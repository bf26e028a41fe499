import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startDatabase } from '../../../../scripts/lib/database.mjs'
import { built, loadTestSupport } from './test-support.mjs'

const MOST_STARTS = 10
const START_AGAIN_MS = 500

/**
 * Two villages with people on a database, and a server process that can be killed and started again. The clock of both
 * begins on the day of the examples, so that a seed means the same on every day.
 * @param {{ folder: string, ownDatabase: boolean, isThrownAway?: boolean }} options
 *   ownDatabase: one that may be killed too; isThrownAway: the database at hand goes with the whole of its server
 */
export async function startFaultyTown({ folder, ownDatabase, isThrownAway = false }) {
  const support = await loadTestSupport()
  const [{ createApp }, { FixedClock }, { generateKeyFile, KeyRing }, { createLog }] = await Promise.all([
    built('configure-app.js'),
    built('platform/clock.js'),
    built('platform/crypto/key-ring.js'),
    built('platform/logging.js'),
  ])
  const files = path.join(folder, `files-${process.pid}`)
  const databaseFolder = path.join(folder, 'database')
  mkdirSync(files, { recursive: true })
  let engine = ownDatabase ? await startDatabase(databaseFolder, { durable: true }) : undefined
  if (engine && !engine.kill) throw new Error('The database of DATABASE_URL is not ours to kill.')
  if (engine) process.env.TEST_DATABASE_URL = engine.serverUrl

  const keyFile = generateKeyFile(true)
  const keysFile = path.join(files, 'keys.json')
  writeFileSync(keysFile, JSON.stringify(keyFile), { mode: 0o600 })
  const database = await support.createTestDatabase()
  const clock = new FixedClock(new Date(support.TEST_NOW))
  const startedAt = Date.now()
  const openApp = async () => {
    const app = await createApp({
      config: support.testConfig(database.url, { DATA_DIR: files }),
      keys: new KeyRing(keyFile),
      log: createLog('silent'),
      clock,
    })
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    return app
  }
  const test = { app: await openApp(), database, clock }
  await support.makeAreas(test)

  const startOnce = () =>
    support.startServerProcess({
      APP_MODE: 'demo',
      DATABASE_URL: database.url,
      DATA_DIR: files,
      KEYS_FILE: keysFile,
      JOBS: 'on',
      PORT: '0',
      ACCOUNT_REQUESTS_PER_MINUTE: '0',
      ADDRESS_REQUESTS_PER_MINUTE: '0',
      CLOCK_FROM: support.TEST_NOW,
      CLOCK_STARTED_AT: String(startedAt),
      CLOCK_SPEED: '1',
    })
  /** A server that finds no database ends; whoever keeps servers running starts it again. */
  const startServer = async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await startOnce()
      } catch (error) {
        if (!ownDatabase || tries === MOST_STARTS) throw error
        await pause(START_AGAIN_MS)
      }
    }
  }
  const servers = new Set()
  let starting = Promise.resolve()
  const end = async (server, signal) => {
    servers.delete(server)
    const { child } = server
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const stopServers = async () => {
    const last = await starting.catch(() => undefined)
    if (last) servers.add(last)
    await Promise.all([...servers].map((server) => end(server, 'SIGTERM')))
  }

  return {
    support,
    test,
    databaseUrl: database.url,
    keysFile,
    async startServer() {
      starting = startServer()
      const server = await starting
      servers.add(server)
      return { url: server.url, kill: () => end(server, 'SIGKILL') }
    },
    stopServers,
    async killDatabase() {
      await engine.kill()
      engine = await startDatabase(databaseFolder, { durable: true })
    },
    /** A session's access token as it would be given now: they live ten minutes. */
    tokenOf(person) {
      clock.set(new Date(Date.parse(support.TEST_NOW) + Date.now() - startedAt))
      return support.renew(test, person).headers.authorization
    },
    async close() {
      await stopServers()
      await test.app.close()
      if (engine) {
        await database.dataSource.destroy()
        await engine.stop()
        rmSync(databaseFolder, { recursive: true, force: true })
      } else if (isThrownAway) await database.dataSource.destroy()
      else await database.drop()
      rmSync(files, { recursive: true, force: true })
    },
  }
}
