import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { toJsonText } from './json-text.js'

const MAX_BODY_BYTES = 1_048_576

export class BodyTooLarge extends Error {}

export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY_BYTES) throw new BodyTooLarge()
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  contentType?: string,
): void {
  const body = Buffer.from(toJsonText(value), 'utf8')
  response.writeHead(status, {
    'content-type': contentType ?? 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
}

export type Exchange = { status: number | null; body: string; error?: string }

/** One request on a connection of its own; never throws: no answer is an answer here. */
export function exchange(
  url: URL,
  options: { method: 'GET' | 'POST'; body?: string; timeoutMs: number; signal: AbortSignal },
): Promise<Exchange> {
  return new Promise((resolve) => {
    const headers = options.body === undefined ? {} : { 'content-type': 'application/json' }
    const outgoing = request(url, { method: options.method, headers, agent: false, signal: options.signal })
    const timer = setTimeout(() => outgoing.destroy(new Error('no answer in time')), options.timeoutMs)
    const finish = (result: Exchange) => {
      clearTimeout(timer)
      resolve(result)
    }
    outgoing.on('error', (error) => finish({ status: null, body: '', error: error.message }))
    outgoing.on('response', (incoming) => {
      readBody(incoming).then(
        (body) => finish({ status: incoming.statusCode ?? null, body: body.toString('utf8') }),
        (error: Error) => finish({ status: null, body: '', error: error.message }),
      )
    })
    outgoing.end(options.body)
  })
}
