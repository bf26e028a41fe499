import type { FastifyInstance } from 'fastify'
import { DomainError } from '../errors/domain-error.js'

/** A record with everything in it is not a tenth as deep; what walks a body may then call itself. */
const MAX_DEPTH = 64

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** JSON as the server reads it by itself, but for bodies that are nested without sense. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (isTooDeep(body)) done(new DomainError('BODY_NOT_JSON'))
    else parse(request, body, done)
  })
}

/** Counts brackets outside of texts; whether they match is the parser's matter. */
function isTooDeep(json: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (isText) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) isText = false
    } else if (code === QUOTE) isText = true
    else if (OPENING.has(code) && ++depth > MAX_DEPTH) return true
    else if (CLOSING.has(code)) depth--
  }
  return false
}
