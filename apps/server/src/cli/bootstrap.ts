import 'reflect-metadata'
import type { INestApplicationContext } from '@nestjs/common'
import type { AppContext } from '../app.module.js'
import type { Clock } from '../platform/clock.js'
import { type Config, readConfig } from '../platform/config/config.js'
import { type KeyRing, readKeyRing } from '../platform/crypto/key-ring.js'
import { createLog, type Log, NestLog } from '../platform/logging.js'

/** What every command is given; nothing but a command reads it from the environment. */
export type CliEnvironment = { config: Config; keys: KeyRing; log: Log }

/** Commands leave the leased jobs to the servers and say little besides their own lines. */
export function readCliEnvironment(source: NodeJS.ProcessEnv): CliEnvironment {
  const config = readConfig({ ...source, JOBS: 'off', LOG_LEVEL: source.CLI_LOG_LEVEL ?? 'warn' })
  const keys = readKeyRing(config.env.KEYS_FILE)
  if (!config.isDemo && keys.isDemo)
    throw new Error('Refusing to work in production mode with the demo keys.')
  return { config, keys, log: createLog(config.env.LOG_LEVEL) }
}

/**
 * The application without HTTP: the same modules and services that answer requests. Loaded when a command needs it: it takes
 * seconds of a slow machine, and most commands and every --help do without.
 */
export async function createCliContext(
  environment: CliEnvironment,
  options: { clock?: Clock } = {},
): Promise<INestApplicationContext> {
  const context: AppContext = { ...environment, ...options }
  const [{ NestFactory }, { AppModule }] = await Promise.all([
    import('@nestjs/core'),
    import('../app.module.js'),
  ])
  return NestFactory.createApplicationContext(AppModule.with(context), {
    logger: new NestLog(environment.log),
    abortOnError: false,
  })
}
