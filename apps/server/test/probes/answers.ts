import type { TestApp } from '../support/app.js'
import type { Ask } from './probe.js'

export type Answered = { status: number; headers: Record<string, string>; body: string }
/** Sends one request to a server, wherever it runs. */
export type Line = (method: string, ask: Ask, headers: Record<string, string>) => Promise<Answered>

/** What differs between any two answers. */
const VARYING = new Set(['date', 'content-length', 'connection', 'keep-alive', 'transfer-encoding'])

/** A server inside this process, without a socket. */
export const injectLine =
  (test: Pick<TestApp, 'app'>): Line =>
  async (method, { url, payload, headers }, more) => {
    const answer = await test.app.inject({
      method: method as 'GET',
      url,
      headers: { ...more, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(
        Object.entries(answer.headers)
          .filter(([name]) => !VARYING.has(name))
          .map(([name, value]) => [name, String(value)]),
      ),
      body: answer.body,
    }
  }

/** A server that listens. */
export const httpLine =
  (base: string): Line =>
  async (method, { url, payload, headers }, more) => {
    const isBytes = Buffer.isBuffer(payload)
    const answer = await fetch(base + url, {
      method,
      headers: {
        ...more,
        ...(payload === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: isBytes ? new Uint8Array(payload) : JSON.stringify(payload) }),
    })
    return {
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => !VARYING.has(name))),
      body: await answer.text(),
    }
  }

const INSTANCE = /"instance":"[^"]*"/g

/** An answer without the ids that were in the question and the number of the request. */
export function comparable({ status, headers, body }: Answered, ids: readonly string[]): string {
  let text = JSON.stringify({ status, headers, body: body.replace(INSTANCE, '"instance":""') })
  for (const id of ids) text = text.replaceAll(id, '<id>').replaceAll(encodeURIComponent(id), '<id>')
  return text
}
