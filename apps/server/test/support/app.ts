import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../../src/configure-app.js'
import { FixedClock } from '../../src/platform/clock.js'
import { generateKeyFile, KeyRing } from '../../src/platform/crypto/key-ring.js'
import { createLog } from '../../src/platform/logging.js'
import { createTestDatabase, type TestDatabase, testConfig } from './database.js'
import { RequestStatements } from './request-statements.js'

export type TestApp = {
  app: NestFastifyApplication
  database: TestDatabase
  clock: FixedClock
  close: () => Promise<void>
}

/** 14:00 in China on the day the examples are set. */
export const TEST_NOW = '2026-11-23T06:00:00.000Z'

/** The real application on a real database of its own, with a clock that stands still. */
export async function createTestApp(
  overrides: Record<string, string> = {},
  keys = new KeyRing(generateKeyFile(true)),
): Promise<TestApp> {
  const database = await createTestDatabase()
  const clock = new FixedClock(new Date(TEST_NOW))
  const statements = new RequestStatements()
  const started = startTestApp(database, clock, keys, overrides, statements)
  const app = await started.catch(async (error: unknown) => {
    await database.drop()
    throw error
  })
  return {
    app,
    database,
    clock,
    close: async () => {
      await app.close()
      await database.drop()
      statements.assertWithinCaps()
    },
  }
}

/** One more server on a database that is there already. */
export async function startTestApp(
  database: TestDatabase,
  clock: FixedClock,
  keys: KeyRing,
  overrides: Record<string, string>,
  statements?: RequestStatements,
): Promise<NestFastifyApplication> {
  const app = await createApp({
    config: testConfig(database.url, overrides),
    keys,
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    clock,
  })
  statements?.watch(app)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  return app
}
