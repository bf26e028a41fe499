import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Seeder, type SeedFiles } from '../../src/cli/seed/seeder.js'
import { StoryClock } from '../../src/cli/seed/story-clock.js'
import { createApp } from '../../src/configure-app.js'
import { FixedClock } from '../../src/platform/clock.js'
import { generateKeyFile, KeyRing } from '../../src/platform/crypto/key-ring.js'
import { createLog } from '../../src/platform/logging.js'
import type { TestApp } from './app.js'
import { TEST_NOW } from './app.js'
import { createTestDatabase, testConfig } from './database.js'
import { RequestStatements } from './request-statements.js'

export type SeedableApp = TestApp & {
  /** @returns the lines it printed */
  seed: () => Promise<string[]>
}

const DATA = path.join(__dirname, '../../src/cli/seed-data')
const read = (name: string): string => readFileSync(path.join(DATA, name), 'utf8')

export const seedFiles = (): SeedFiles => ({
  villages: read('villages.json'),
  quizBank: read('quiz-bank.json'),
})

/** The real application on an empty database of its own, with the seed at hand. */
export async function createSeedableApp(
  options: { now?: string; overrides?: Record<string, string> } = {},
): Promise<SeedableApp> {
  const database = await createTestDatabase()
  const clock = new FixedClock(new Date(options.now ?? TEST_NOW))
  const storyClock = new StoryClock(clock)
  const app = await createApp({
    config: testConfig(database.url, options.overrides),
    keys: new KeyRing(generateKeyFile(options.overrides?.APP_MODE !== 'production')),
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    clock: storyClock,
  })
  const statements = new RequestStatements()
  statements.watch(app)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  return {
    app,
    database,
    clock,
    seed: async () => {
      const lines: string[] = []
      await new Seeder(app, storyClock, seedFiles(), (line) => lines.push(line)).run()
      return lines
    },
    close: async () => {
      await app.close()
      await database.drop()
      statements.assertWithinCaps()
    },
  }
}
