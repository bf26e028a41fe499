import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ActorRequest } from '../auth/access.decorators.js'
import type { Log } from '../logging.js'

export type ObservedRequest = { method: string; route: string; status: number; seconds: number }

/** Asked so often by machines that they would drown the rest. */
const QUIET = new Set(['/health/live', '/health/ready', '/metrics', '/*'])

/** Template of the route, never the address itself: query strings and path values stay out of logs and metrics. */
const routeOf = (request: FastifyRequest): string => request.routeOptions?.url ?? 'unknown'

/** One log line and one measurement for each answered request. */
export function observeRequests(
  server: FastifyInstance,
  log: Log,
  observe: (request: ObservedRequest) => void,
): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request)
    const status = reply.statusCode
    const milliseconds = reply.elapsedTime
    observe({ method: request.method, route, status, seconds: milliseconds / 1000 })
    const actor = (request as ActorRequest).actor
    log[QUIET.has(route) && status < 500 ? 'debug' : 'info'](
      {
        requestId: request.id,
        method: request.method,
        route,
        status,
        ms: Math.round(milliseconds * 10) / 10,
        ...(actor ? { accountId: actor.accountId, role: actor.role } : {}),
      },
      'request',
    )
    done()
  })
}
