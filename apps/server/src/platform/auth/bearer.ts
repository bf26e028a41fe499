import type { FastifyRequest } from 'fastify'

/** The access token that a request carries, whatever it is worth. */
export function bearerToken(request: FastifyRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' && token ? token : undefined
}
