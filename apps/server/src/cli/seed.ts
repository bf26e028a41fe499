import { readFileSync } from 'node:fs'
import { SystemClock } from '../platform/clock.js'
import { createCliContext, readCliEnvironment } from './bootstrap.js'
import { print, runCommand } from './command.js'
import { Seeder } from './seed/seeder.js'
import { StoryClock } from './seed/story-clock.js'

const read = (name: string): string => readFileSync(new URL(`./seed-data/${name}`, import.meta.url), 'utf8')

/** Fills an empty database. A second run finds everything there. */
await runCommand(async () => {
  const clock = new StoryClock(new SystemClock())
  const app = await createCliContext(readCliEnvironment(process.env), { clock })
  try {
    const startedAt = performance.now()
    const files = { villages: read('villages.json'), quizBank: read('quiz-bank.json') }
    await new Seeder(app, clock, files, print).run()
    print(`seed  done            ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    return 0
  } finally {
    await app.close()
  }
})
