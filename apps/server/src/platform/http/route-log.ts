import type { FastifyInstance } from 'fastify'

export type HttpRoute = { method: string; path: string }

const recorded = new WeakMap<object, HttpRoute[]>()

/** Notes every route that anything registers from now on, for the test that walks them all. */
export function recordRoutes(server: FastifyInstance): void {
  const routes: HttpRoute[] = []
  recorded.set(server, routes)
  server.addHook('onRoute', ({ method, url }) => {
    for (const name of Array.isArray(method) ? method : [method]) routes.push({ method: name, path: url })
  })
}

/** Every route of the running server, of whatever origin. */
export const httpRoutes = (server: object): readonly HttpRoute[] => recorded.get(server) ?? []
