import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import fastifyCookie from '@fastify/cookie'
import type { NestApplicationOptions } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { type FastifyInstance, LogController } from 'fastify'
import { type AppContext, AppModule } from './app.module.js'
import { serveH5 } from './modules/shell/h5-files.js'
import { speakChinese } from './platform/errors/validation-issues.js'
import { readByteBodies } from './platform/http/byte-bodies.js'
import { readFileBodies } from './platform/http/file-bodies.js'
import { answerFrameworkError } from './platform/http/framework-errors.js'
import { readJsonBodies } from './platform/http/json-bodies.js'
import { keepNothing } from './platform/http/no-store.js'
import { limitRequests, RateLimit } from './platform/http/rate-limit.js'
import { observeRequests } from './platform/http/request-observer.js'
import { recordRoutes } from './platform/http/route-log.js'
import { SchemaPipe } from './platform/http/schema-pipe.js'
import { sendSecurityHeaders } from './platform/http/security-headers.js'
import { NestLog } from './platform/logging.js'
import { Metrics } from './platform/metrics/metrics.js'

/** A batch of 50 records fits several times over. */
const BODY_LIMIT_BYTES = 1024 * 1024

/** The whole HTTP application, not yet listening. `main.ts` and the tests both start here. */
export async function createApp(
  context: AppContext,
  options: NestApplicationOptions = {},
): Promise<NestFastifyApplication> {
  const { config, log } = context
  const adapter = new FastifyAdapter({
    // One proxy: whatever stands further left in the header was written by the client.
    trustProxy: config.env.TRUST_PROXY === 'on' ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID().slice(-12),
    loggerInstance: log,
    frameworkErrors: answerFrameworkError,
    logController: new LogController({ disableRequestLogging: true }),
  })
  const server: FastifyInstance = adapter.getInstance()
  recordRoutes(server)
  readJsonBodies(server)
  readByteBodies(server)
  readFileBodies(server)
  speakChinese()
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(context), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
    // JSON only, by the server's own parser: no route takes a form, so a foreign page cannot post one.
    bodyParser: false,
    ...options,
  })
  app.useGlobalPipes(new SchemaPipe())
  if (options.preview) return app
  // Before the first photo: a place that cannot be written to is told now, and its disk can be asked for its room.
  await mkdir(config.env.DATA_DIR, { recursive: true, mode: 0o700 })
  keepNothing(server)
  const metrics = app.get(Metrics)
  observeRequests(server, log, (request) => metrics.observe(request))
  await app.register(fastifyCookie as never)
  sendSecurityHeaders(server, config)
  limitRequests(server, app.get(RateLimit))
  if (config.env.H5_DIR !== undefined) await serveH5(app, config.env.H5_DIR)
  const { serveDocs } = await import('./modules/shell/openapi.js')
  serveDocs(app)
  app.enableShutdownHooks()
  return app
}
