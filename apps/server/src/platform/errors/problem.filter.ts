import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../database/database-away.js'
import { LOG } from '../log.token.js'
import type { Log } from '../logging.js'
import { DomainError, type FieldError } from './domain-error.js'
import { ERROR_CODES, type ErrorCode } from './error-codes.js'

/** RFC 9457 body. `title` is the Chinese sentence for the user, `instance` the number he can read to the hotline. */
export type Problem = {
  type: string
  title: string
  status: number
  code: ErrorCode
  instance: string
  params?: Readonly<Record<string, string | number>>
  errors?: readonly FieldError[]
}

const STATUS_CODES: Record<number, ErrorCode> = {
  400: 'BODY_NOT_JSON',
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'BODY_TYPE_UNKNOWN',
  422: 'INVALID',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
}

/** When asking again can succeed; the sentences say the same in minutes. */
const RETRY_AFTER_SECONDS: Partial<Record<ErrorCode, number>> = {
  TOO_MANY_REQUESTS: 60,
  SIGN_IN_TOO_OFTEN: 600,
}

export function toProblem(error: unknown, instance: string): Problem {
  if (error instanceof DomainError) return problem(error.code, instance, error.params, error.errors)
  const status = statusOf(error)
  return problem(STATUS_CODES[status] ?? 'INTERNAL', instance)
}

function problem(
  code: ErrorCode,
  instance: string,
  params: Readonly<Record<string, string | number>> = {},
  errors: readonly FieldError[] = [],
): Problem {
  const entry = ERROR_CODES[code]
  return {
    type: `urn:dfv:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: entry.text(params),
    status: entry.status,
    code,
    instance,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus()
  if (isDatabaseAway(error)) return 503
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    const body = toProblem(error, String(request.id))
    if (body.status >= 500)
      this.log.error(
        { err: error, requestId: request.id, route: request.routeOptions?.url },
        'request failed',
      )
    const wait = RETRY_AFTER_SECONDS[body.code] ?? (body.status === 503 ? 5 : undefined)
    if (wait !== undefined) void reply.header('retry-after', String(wait))
    void reply
      .status(body.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(body)
  }
}
