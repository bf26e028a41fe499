import type { FastifyInstance } from 'fastify'

const PUSH_PATH = '/wechat/push'
const PUSH_TYPE = 'text/x-wechat-push'
/** A push holds a handful of fields. */
const LIMIT_BYTES = 64 * 1024

/**
 * Gives the push route its body as text, whatever it is labelled: WeChat sends XML or JSON by a setting of its console,
 * and a JSON parser would round 64-bit message ids.
 */
export function acceptPushBodies(server: FastifyInstance): void {
  server.addContentTypeParser(
    PUSH_TYPE,
    { parseAs: 'string', bodyLimit: LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  )
  server.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'POST' && request.url.split('?')[0] === PUSH_PATH)
      request.headers['content-type'] = PUSH_TYPE
    done()
  })
}
