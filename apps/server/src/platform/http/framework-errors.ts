import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../errors/domain-error.js'
import { toProblem } from '../errors/problem.filter.js'

/** What the framework refuses before there is a route: an address that cannot be read names nothing. */
export function answerFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const body = toProblem((error.statusCode ?? 500) < 500 ? notFound() : error, String(request.id))
  void reply
    .status(body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(body)
}
