import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StandInClock } from './clock.js'
import { parseConfig, type StandInConfigInput } from './config.js'
import { answerControl } from './control.js'
import { HeldCalls } from './faults.js'
import { readBody, sendJson } from './http.js'
import { secretsIn } from './leaks.js'
import { type Platform, violate } from './platform.js'
import { PushSender } from './push-sender.js'
import { createState, type State } from './state.js'
import { answerCall } from './wechat-api.js'

const CONTROL_PREFIX = '/__/'

export type StandInOptions = {
  /** 0 or absent: any free port */
  port?: number
  host?: string
  config?: StandInConfigInput
  /** base of the stand-in's clock in milliseconds; the machine's clock when absent */
  now?: () => number
}

export type StandIn = {
  /** without trailing slash: what WECHAT_API_BASE is set to */
  url: string
  state: State
  clock: StandInClock
  /** resolves when every push under way is acknowledged or given up */
  settled(): Promise<void>
  /** kinds of secrets in a text that should hold none */
  secretsIn(text: string): string[]
  close(): Promise<void>
}

/** @throws InputError when the configuration cannot be meant */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const config = parseConfig(options.config ?? {})
  const state = createState(config)
  const clock = new StandInClock(options.now ?? Date.now)
  const pushes = new PushSender(state, clock)
  const control = { state, clock, pushes, held: new HeldCalls(), config }
  const server = createServer((request, response) => {
    answer(control, request, response).catch((error: unknown) => fail(control, response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
  const { address, port } = server.address() as AddressInfo
  return {
    url: `http://${address}:${port}`,
    state,
    clock,
    settled: () => pushes.settled(),
    secretsIn: (text) => secretsIn(state, text),
    close: async () => {
      control.held.release()
      await pushes.abort()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(
  control: Parameters<typeof answerControl>[0],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  if (url.pathname.startsWith(CONTROL_PREFIX)) {
    await answerControl(control, url.pathname, request, response)
    return
  }
  const call = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    raw: await readBody(request),
    contentType: request.headers['content-type'] ?? '',
    address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    fault: null,
  }
  await answerCall(control, call, response)
}

/** A defect of the stand-in itself must not look like an answer of the platform. */
function fail(platform: Platform, response: ServerResponse, error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  violate(platform, 0, 'stand-in-defect', detail)
  process.stderr.write(`${detail}\n`)
  if (response.headersSent) response.destroy()
  else sendJson(response, 500, { error: 'The WeChat stand-in failed; see its violations' })
}
