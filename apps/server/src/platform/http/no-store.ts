import type { FastifyInstance } from 'fastify'
import { isApi } from './api-path.js'

/** No answer of the API stays in a browser or a proxy, unless its route says otherwise. */
export function keepNothing(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (isApi(request) && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
