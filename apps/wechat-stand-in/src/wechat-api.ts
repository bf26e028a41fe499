import type { ServerResponse } from 'node:http'
import { type ApiCall, readJsonObject } from './api-call.js'
import { checkToken, TokenRetryWatch } from './credentials.js'
import { type Fault, takeFault } from './faults.js'
import { sendJson } from './http.js'
import { secretsIn } from './leaks.js'
import { type Platform, violate } from './platform.js'
import { checkSession, jscode2session } from './routes/login.js'
import { msgSecCheck } from './routes/msg-sec-check.js'
import { getUserPhoneNumber } from './routes/phone.js'
import type { Answer, Route } from './routes/route.js'
import { subscribeSend } from './routes/subscribe-send.js'
import { legacyToken, stableToken } from './routes/token.js'
import { getUnlimitedCode } from './routes/wxa-code.js'
import { STRICT_CHOICES } from './strict-choices.js'
import { WeChatError, withRequestId } from './wechat-error.js'

const ROUTES: readonly Route[] = [
  jscode2session,
  stableToken,
  legacyToken,
  getUserPhoneNumber,
  checkSession,
  subscribeSend,
  msgSecCheck,
  getUnlimitedCode,
]

export async function answerCall(platform: Platform, call: ApiCall, response: ServerResponse): Promise<void> {
  const route = ROUTES.find((candidate) => candidate.path === call.path)
  if (!route) {
    violate(platform, 0, 'unknown-path', `${call.method} ${call.path}`)
    sendJson(response, 501, { error: `The WeChat stand-in does not know ${call.method} ${call.path}` })
    return
  }
  const watch = route.access === 'token' ? new TokenRetryWatch(platform, call) : null
  watch?.before()
  noteLeaks(platform, route, call)
  const { answer, errcode } = await attempt(platform, route, call)
  watch?.after(errcode)
  platform.state.calls.push({ at: platform.clock.now(), method: call.method, path: call.path, errcode })
  if (call.fault?.dropAfterAccept && errcode === null) {
    response.destroy()
    return
  }
  write(response, answer)
}

async function attempt(
  platform: Platform,
  route: Route,
  call: ApiCall,
): Promise<{ answer: Answer; errcode: number | null }> {
  try {
    return { answer: await carryOut(platform, route, call), errcode: null }
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error
    const json = { errcode: error.errcode, errmsg: withRequestId(error.message) }
    return { answer: { json }, errcode: error.errcode }
  }
}

async function carryOut(platform: Platform, route: Route, call: ApiCall): Promise<Answer> {
  if (call.method !== route.method) throw wrongMethod(route)
  if (route.access === 'token') checkToken(platform, call)
  const body = route.method === 'POST' ? readJsonObject(call, route.notJson) : {}
  const leave = route.enter?.(platform, body)
  try {
    // Taken here, so that a fault befalls a call that was right so far.
    call.fault = takeFault(platform.state.faults, call.path)
    await pass(platform, call.fault, route.workMs?.(platform) ?? 0)
    if (call.fault?.errcode !== undefined) throw new WeChatError(call.fault.errcode, '(fault on demand)')
    return route.handle(platform, call, body)
  } finally {
    leave?.()
  }
}

function wrongMethod(route: Route): WeChatError {
  const fallback = route.method === 'POST' ? 43002 : STRICT_CHOICES.getCallUsedWithOtherMethod.errcode
  return new WeChatError(route.wrongMethod ?? fallback)
}

async function pass({ held }: Platform, fault: Fault | null, workMs: number): Promise<void> {
  if (fault?.hold) await held.wait()
  const ms = Math.max(fault?.latencyMs ?? 0, workMs)
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
}

function noteLeaks(platform: Platform, route: Route, call: ApiCall): void {
  if (route.access === 'secret') return
  const query = new URLSearchParams(call.query)
  query.delete('access_token')
  const leaked = secretsIn(platform.state, `${query} ${call.raw.toString('utf8')}`)
  if (leaked.length > 0) violate(platform, 59, 'secret-in-request', `${call.path}: ${leaked.join(', ')}`)
}

function write(response: ServerResponse, answer: Answer): void {
  if ('image' in answer) {
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': answer.image.length })
    response.end(answer.image)
    return
  }
  // The platform labels its JSON as plain text at places; a client must not go by the label.
  sendJson(response, 200, answer.json, 'text/plain; charset=utf-8')
}
