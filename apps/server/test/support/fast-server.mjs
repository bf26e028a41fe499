// One replica as a process of its own, jobs running, with a clock that goes faster than the machine's.
import 'reflect-metadata'
import { readFileSync } from 'node:fs'
import { createApp } from '../../dist/configure-app.js'
import { Clock } from '../../dist/platform/clock.js'
import { readConfig } from '../../dist/platform/config/config.js'
import { KeyRing } from '../../dist/platform/crypto/key-ring.js'
import { createLog } from '../../dist/platform/logging.js'

const { CLOCK_FROM, CLOCK_STARTED_AT, CLOCK_SPEED, KEYS_FILE } = process.env

class FastClock extends Clock {
  now() {
    const passed = Date.now() - Number(CLOCK_STARTED_AT)
    return new Date(Date.parse(CLOCK_FROM) + passed * Number(CLOCK_SPEED))
  }
}

const app = await createApp({
  config: readConfig(process.env),
  keys: new KeyRing(JSON.parse(readFileSync(KEYS_FILE, 'utf8'))),
  log: createLog(process.env.TEST_LOG ?? 'silent'),
  clock: new FastClock(),
})
await app.listen(0, '127.0.0.1')
process.stdout.write(`${await app.getUrl()}\n`)
