import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../../src/configure-app.js'
import { FixedClock } from '../../src/platform/clock.js'
import { generateKeyFile, KeyRing } from '../../src/platform/crypto/key-ring.js'
import { createLog } from '../../src/platform/logging.js'
import { TEST_NOW, type TestApp } from './app.js'
import { createTestDatabase, testConfig } from './database.js'

/** Several whole servers on one database with one key ring, as behind a proxy; one clock moves them all. */
export async function createReplicas(count: number, overrides: Record<string, string>): Promise<TestApp[]> {
  const database = await createTestDatabase()
  const clock = new FixedClock(new Date(TEST_NOW))
  const keys = new KeyRing(generateKeyFile(true))
  const config = testConfig(database.url, overrides)
  const apps: NestFastifyApplication[] = []
  for (let at = 0; at < count; at++) {
    const app = await createApp({ config, keys, log: createLog(process.env.TEST_LOG ?? 'silent'), clock })
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    apps.push(app)
  }
  return apps.map((app, at) => ({
    app,
    database,
    clock,
    close: async () => {
      await app.close()
      if (at === apps.length - 1) await database.drop()
    },
  }))
}
