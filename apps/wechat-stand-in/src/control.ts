import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  parseOpenid,
  parsePages,
  parsePushTarget,
  parseSettings,
  parseTemplate,
  parseUser,
  type StandInConfig,
} from './config.js'
import { parseFault } from './faults.js'
import { readBody, sendJson } from './http.js'
import { secretsIn } from './leaks.js'
import { count, flag, InputError, json, listOf, object, oneOf, optional, text, withDefault } from './parse.js'
import { changeSubscriptions, issueCode, requestSubscribe, visit } from './phone-side.js'
import { type Platform, violate } from './platform.js'
import { DELIBERATE } from './push-sender.js'
import { addUser, applySettings, createState } from './state.js'
import { sentView, stateView } from './state-view.js'

type Control = Platform & { readonly config: StandInConfig }
type Handler = (control: Control, body: unknown) => unknown

const ofUser = object({ openid: parseOpenid })
const clockMove = object({
  advanceMs: optional(count),
  setTo: optional(json),
  freeze: withDefault(flag, () => false),
})
const leakCheck = object({ where: text, text })
const targetRequest = object({
  url: text,
  token: text,
  encodingAesKey: text,
  mode: optional(text),
  verify: withDefault(flag, () => true),
})
const pushRequest = object({
  openid: parseOpenid,
  event: oneOf('subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event'),
  items: listOf(json),
  deliberately: withDefault(oneOf(...DELIBERATE), () => 'none' as const),
})

/** What a test or the demo may do to the stand-in, by `METHOD path`. */
const HANDLERS: Record<string, Handler> = {
  'POST /__/users': ({ state }, body) => ({ openid: addUser(state, parseUser(body, '')).openid }),
  'POST /__/codes': (control, body) => issueCode(control, 'login', ofUser(body, '').openid),
  'POST /__/phone-codes': (control, body) => issueCode(control, 'phone', ofUser(body, '').openid),
  'POST /__/visits': (control, body) => visit(control, ofUser(body, '').openid),
  'POST /__/subscriptions': (control, body) => requestSubscribe(control, body),
  'POST /__/subscription-changes': (control, body) => changeSubscriptions(control, body),
  'POST /__/templates': ({ state }, body) => {
    const template = parseTemplate(body, '')
    state.templates.set(template.templateId, template)
    return { templateId: template.templateId }
  },
  'POST /__/pages': ({ state }, body) => {
    state.pages = new Set(parsePages(body, '').pages)
    return { pages: [...state.pages] }
  },
  'POST /__/settings': ({ state }, body) => {
    applySettings(state, parseSettings(body, ''))
    return {}
  },
  'POST /__/clock': moveClock,
  'POST /__/faults': ({ state }, body) => {
    state.faults.push(parseFault(body))
    return { faults: state.faults }
  },
  'POST /__/faults/release': ({ held }) => {
    const released = held.count
    held.release()
    return { released }
  },
  'POST /__/push-target': setPushTarget,
  'POST /__/push': push,
  'POST /__/settle': async ({ pushes }) => {
    await pushes.settled()
    return {}
  },
  'POST /__/leak-check': (control, body) => {
    const { where, text: given } = leakCheck(body, '')
    const found = secretsIn(control.state, given)
    if (found.length > 0) violate(control, 59, 'secret-leaked', `${where}: ${found.join(', ')}`)
    return { clean: found.length === 0, found }
  },
  'POST /__/reset': reset,
  'GET /__/sent': ({ state }) => ({ items: state.sent.map(sentView) }),
  'GET /__/pushes': ({ state }) => ({ items: state.deliveries }),
  'GET /__/calls': ({ state }) => ({ items: state.calls }),
  'GET /__/violations': ({ state }) => ({ items: state.violations }),
  'GET /__/state': (control) => stateView(control),
}

export async function answerControl(
  control: Control,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const handler = HANDLERS[`${request.method} ${path}`]
  if (!handler) {
    sendJson(response, 404, { error: `No control endpoint ${request.method} ${path}` })
    return
  }
  try {
    const raw = await readBody(request)
    sendJson(response, 200, await handler(control, raw.length === 0 ? {} : parseJson(raw)))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    sendJson(response, 400, { error: error.message })
  }
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    throw new InputError('body: expected JSON')
  }
}

function moveClock({ clock }: Control, body: unknown): unknown {
  const { advanceMs, setTo, freeze } = clockMove(body, '')
  if (setTo !== undefined) {
    const instant = typeof setTo === 'number' ? setTo : Date.parse(String(setTo))
    if (Number.isNaN(instant)) throw new InputError('setTo: expected milliseconds or an ISO instant')
    clock.setTo(instant, freeze)
  }
  if (advanceMs !== undefined) clock.advance(advanceMs)
  return { now: new Date(clock.now()).toISOString() }
}

/** Saved only when the address passes the check, as in the console. */
async function setPushTarget({ state, pushes }: Control, body: unknown): Promise<unknown> {
  const { verify, ...given } = targetRequest(body, '')
  const target = parsePushTarget(given, '')
  if (verify) {
    const { verified, answer } = await pushes.checkUrl(target)
    if (!verified) return { verified, answer }
  }
  state.pushTarget = target
  return { verified: verify }
}

async function push({ state, pushes }: Control, body: unknown): Promise<unknown> {
  const { deliberately, items, ...event } = pushRequest(body, '')
  if (!state.pushTarget) throw new InputError('push: no push target is set')
  if (state.pushTarget.mode === 'plain' && ['wrong-appid', 'bad-pad', 'wide-pad'].includes(deliberately)) {
    throw new InputError(`deliberately: ${deliberately} exists in secure mode only`)
  }
  const delivery = await pushes.send({ ...event, items: items as object[] }, deliberately)
  if (!delivery) throw new InputError('deliberately: nothing has been pushed yet that could be replayed')
  return delivery
}

async function reset({ state, clock, pushes, held, config }: Control): Promise<unknown> {
  held.release()
  await pushes.abort()
  clock.reset()
  Object.assign(state, createState(config))
  return {}
}
