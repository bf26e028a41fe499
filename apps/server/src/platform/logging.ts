import type { LoggerService } from '@nestjs/common'
import { type Logger as PinoLogger, pino } from 'pino'
import type { Logger as TypeOrmLogger } from 'typeorm'

export type Log = PinoLogger

/** JSON lines. Bodies are never logged; headers that carry a session or a paper are cut. */
export function createLog(level: string): Log {
  return pino({
    level,
    serializers: { err: safeError },
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers.cookie',
        'req.headers["x-paper"]',
        'headers.authorization',
      ],
      censor: '[cut]',
    },
  })
}

/**
 * What a log line may say of an error. A failed statement carries its parameters and, in the database's own sentence,
 * values of the row: of such an error only its number is kept, with the place in our code where it arose.
 */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, errno, cause } = error as Error & { code?: unknown; errno?: unknown; cause?: unknown }
  const isStatement = 'query' in error || 'sql' in error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(isStatement ? {} : { message: error.message }),
    code,
    errno,
    stack: frames.slice(0, 12).join('\n'),
    ...(cause === undefined ? {} : { cause: safeError(cause) }),
  }
}

/** Nest's own messages through the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly base: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.base.debug({ context: rest.at(-1) }, String(message))
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.base.warn({ context: rest.at(-1) }, String(message))
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.base.error({ context: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined }, String(message))
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.base.fatal({ context: rest.at(-1) }, String(message))
  }
}

/** TypeORM's own logger prints query parameters (names, phone numbers) beside an error; this one drops them. */
export class ParameterFreeLogger implements TypeOrmLogger {
  constructor(private readonly base: Log) {}

  logQuery(): void {}
  logQueryError(error: string | Error, query: string): void {
    const code = typeof error === 'string' ? error : (error as Error & { code?: string }).code
    this.base.debug({ code, query: query.slice(0, 200) }, 'query failed')
  }
  logQuerySlow(time: number, query: string): void {
    this.base.warn({ time, query: query.slice(0, 200) }, 'slow query')
  }
  logSchemaBuild(): void {}
  logMigration(message: string): void {
    this.base.info(message)
  }
  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') this.base.warn(String(message))
  }
}
