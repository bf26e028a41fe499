import type { FastifyInstance } from 'fastify'

export const HAND_IN_TYPE = 'application/vnd.dfv.hand-in'

/** The phone stops at ten megabytes of photos. */
const LIMIT_BYTES = 12 * 1024 * 1024

/** Takes a handed-in file as the whole body of a request. A page elsewhere cannot send this type without asking first. */
export function readHandInBodies(server: FastifyInstance): void {
  server.addContentTypeParser(
    HAND_IN_TYPE,
    { parseAs: 'buffer', bodyLimit: LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  )
}
