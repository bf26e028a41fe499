import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import { type NestApplicationOptions, StandardSchemaValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { uuidv7 } from 'uuidv7'
import { type AppContext, AppModule } from './app.module.js'
import { NestLog } from './platform/logging.js'

/** A batch of 50 records fits several times over. */
const BODY_LIMIT_BYTES = 1024 * 1024

/** The whole HTTP application, not yet listening. `main.ts` and the tests both start here. */
export async function createApp(
  context: AppContext,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: context.config.env.TRUST_PROXY === 'on',
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => uuidv7().slice(-12),
    loggerInstance: context.log,
    disableRequestLogging: true,
  })
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(context), adapter, {
    logger: new NestLog(context.log),
    abortOnError: false,
    ...options,
  })
  await app.register(fastifyCookie as never)
  await app.register(fastifyHelmet as never, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // Taro writes element styles; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        // The demo is plain http on this machine.
        upgradeInsecureRequests: context.config.isDemo ? null : [],
      },
    },
    strictTransportSecurity: !context.config.isDemo,
  })
  app.useGlobalPipes(new StandardSchemaValidationPipe())
  app.enableShutdownHooks()
  return app
}
