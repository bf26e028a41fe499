import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeyRing } from '../../src/platform/crypto/key-ring.js'
import { startTestApp, TEST_NOW } from '../support/app.js'
import { startServerProcess } from '../support/server-process.js'
import { PRODUCTION, type World } from './world.js'

export type ColdServer = { url: string; close: () => Promise<void> }

/**
 * A server on the world's database that has answered nothing yet.
 * @param isProcess started as a process of its own, with nothing loaded and nothing remembered
 */
export async function coldServer(world: World, isProcess: boolean): Promise<ColdServer> {
  const { database, clock } = world.production
  if (!isProcess) {
    const app = await startTestApp(database, clock, new KeyRing(world.keyFile), PRODUCTION)
    await app.listen(0, '127.0.0.1')
    return { url: await app.getUrl(), close: () => app.close() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'dfv-probes-'))
  const keysFile = join(folder, 'keys.json')
  writeFileSync(keysFile, JSON.stringify(world.keyFile))
  const { child, url } = await startServerProcess({
    ...PRODUCTION,
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? folder,
    KEYS_FILE: keysFile,
    JOBS: 'off',
    DB_POOL: '6',
    ACCOUNT_REQUESTS_PER_MINUTE: '0',
    ADDRESS_REQUESTS_PER_MINUTE: '0',
    CLOCK_FROM: TEST_NOW,
    CLOCK_STARTED_AT: String(Date.now()),
    CLOCK_SPEED: '0',
  })
  return {
    url,
    close: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
