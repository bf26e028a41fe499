import 'reflect-metadata'
import { createApp } from './configure-app.js'
import { readConfig } from './platform/config/config.js'
import { readKeyRing } from './platform/crypto/key-ring.js'
import { Transactions } from './platform/database/transactions.js'
import { createLog } from './platform/logging.js'
import { startRefusals } from './start-refusals.js'

try {
  const config = readConfig(process.env)
  const keys = readKeyRing(config.env.KEYS_FILE)
  const log = createLog(config.env.LOG_LEVEL)
  const app = await createApp({ config, keys, log })
  const refusals = await startRefusals(config, keys, app.get(Transactions).read)
  if (refusals.length > 0) {
    await app.close()
    throw new Error(`Refusing to start in production mode.\n  ${refusals.join('\n  ')}`)
  }
  await app.listen(config.env.PORT, config.host)
  log.info({ port: config.env.PORT, host: config.host, mode: config.env.APP_MODE }, 'listening')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
