import 'reflect-metadata'
import { createApp } from './configure-app.js'
import { readConfig } from './platform/config/config.js'
import { readKeyRing } from './platform/crypto/key-ring.js'
import { createLog } from './platform/logging.js'

const config = readConfig(process.env)
const keys = readKeyRing(config.env.KEYS_FILE)
if (!config.isDemo && keys.isDemo) throw new Error('Refusing to start in production mode with the demo keys.')
const log = createLog(config.env.LOG_LEVEL)
const app = await createApp({ config, keys, log })
await app.listen(config.env.PORT, config.host)
log.info({ port: config.env.PORT, host: config.host, mode: config.env.APP_MODE }, 'listening')
