import type { FastifyInstance } from 'fastify'
import { DomainError } from '../errors/domain-error.js'

/** Routes that take bytes as they are; every other one takes JSON alone. */
const BYTE_ROUTES = new Set(['/api/attachments/:id/chunks/:index'])

/** A foreign page cannot send such a body unasked: its type makes the browser ask first. */
export function readByteBodies(server: FastifyInstance): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (request, body, done) => {
    if (BYTE_ROUTES.has(request.routeOptions.url ?? '')) done(null, body)
    else done(new DomainError('BODY_TYPE_UNKNOWN'))
  })
}
