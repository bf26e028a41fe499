import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createApp } from '../configure-app.js'
import { readConfig } from '../platform/config/config.js'
import { generateKeyFile, KeyRing } from '../platform/crypto/key-ring.js'
import { createLog } from '../platform/logging.js'

/** The application's shape without a database: for what is written from the code alone. */
export function createPreviewApp(): Promise<NestFastifyApplication> {
  const config = readConfig({
    APP_MODE: 'demo',
    DATABASE_URL: 'mysql://preview.invalid/preview',
    KEYS_FILE: 'none',
    DATA_DIR: 'none',
    JOBS: 'off',
  })
  const keys = new KeyRing(generateKeyFile(true))
  return createApp({ config, keys, log: createLog('silent') }, { preview: true, logger: false })
}
