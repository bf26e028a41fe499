import { createHash } from 'node:crypto'
import type { ApiCall, Body } from '../api-call.js'
import type { TemplateSeed } from '../config.js'
import { type Platform, violate } from '../platform.js'
import { hit, type SentMessage, type User } from '../state.js'
import { STRICT_CHOICES, UNKNOWN_SEND_WAIT_MS } from '../strict-choices.js'
import { isTemplateValue, valueTypeOfKey } from '../template-values.js'
import { WeChatError } from '../wechat-error.js'
import type { Route } from './route.js'

const STATES = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

export const subscribeSend: Route = {
  path: '/cgi-bin/message/subscribe/send',
  method: 'POST',
  access: 'token',
  enter({ state }, body) {
    const openid = String(body.touser ?? '')
    if (!state.users.has(openid)) return () => {}
    if (state.inFlight.has(openid)) throw new WeChatError(43108)
    state.inFlight.add(openid)
    return () => state.inFlight.delete(openid)
  },
  workMs: ({ state }) => state.limits.sendWorkMs,
  handle(platform, call, body) {
    const { state } = platform
    watchUnknownSends(platform, body)
    const user = state.users.get(String(body.touser ?? ''))
    if (!user || user.appid !== state.appid) throw new WeChatError(40003)
    const template = state.templates.get(String(body.template_id ?? ''))
    if (!template) throw new WeChatError(40037)
    if (template.banned) throw new WeChatError(43107)
    checkStateAndLanguage(body)
    const page = checkPage(state.pages, body.page)
    const data = checkData(template, body.data)
    checkWords(state.sensitiveWords, data)
    takeCredit(platform, user, template)
    const message = accept(platform, call, { user, template, page, data, body })
    const msgid = state.messageIdForm === 'digits' ? message.msgId : String(message.msgId)
    return { json: { errcode: 0, errmsg: 'ok', msgid } }
  },
}

function checkStateAndLanguage(body: Body): void {
  const { errcode } = STRICT_CHOICES.stateOrLanguageMissing
  if (!STATES.includes(body.miniprogram_state as string)) throw new WeChatError(errcode, 'miniprogram_state')
  if (!LANGUAGES.includes(body.lang as string)) throw new WeChatError(errcode, 'lang')
}

/** Absent or empty: the card opens nothing. */
function checkPage(published: Set<string>, page: unknown): string | null {
  if (page === undefined || page === '') return null
  if (typeof page !== 'string' || !published.has(page.split('?')[0]!)) throw new WeChatError(41030)
  return page
}

function checkData(template: TemplateSeed, data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new WeChatError(47003, 'data')
  const given = data as Record<string, unknown>
  const extra = Object.keys(given).find((key) => !template.keywords.some((keyword) => keyword.key === key))
  if (extra !== undefined) throw new WeChatError(47003, `data.${extra}.value invalid`)
  const values: Record<string, string> = {}
  for (const { key, values: allowed } of template.keywords) {
    const value = (given[key] as { value?: unknown } | null | undefined)?.value
    if (given[key] === undefined || value === '') throw new WeChatError(47003, `data.${key}.value is empty`)
    if (typeof value !== 'string' || !isTemplateValue(valueTypeOfKey(key)!, value, allowed)) {
      throw new WeChatError(47003, `data.${key}.value invalid`)
    }
    values[key] = value
  }
  return values
}

function checkWords(sensitive: string[], data: Record<string, string>): void {
  const text = Object.values(data).join('\n')
  if (sensitive.some((word) => text.includes(word))) throw new WeChatError(45168)
}

function takeCredit({ state, clock }: Platform, user: User, template: TemplateSeed): void {
  if (user.mainSwitchOff || user.rejected.has(template.templateId)) {
    throw new WeChatError(STRICT_CHOICES.refusedByUser.errcode)
  }
  const credits = user.credits.get(template.templateId) ?? 0
  const allowed = template.kind === 'long-term' ? user.longTerm.has(template.templateId) : credits > 0
  if (!allowed) throw new WeChatError(43101)
  if (hit(state, 'send', clock.chinaDay()) > state.limits.sendsPerDay) throw new WeChatError(45009)
  if (template.kind === 'one-time') user.credits.set(template.templateId, credits - 1)
}

type Accepted = {
  user: User
  template: TemplateSeed
  page: string | null
  data: Record<string, string>
  body: Body
}

function accept(platform: Platform, call: ApiCall, accepted: Accepted): SentMessage {
  const { state, clock, pushes } = platform
  const { user, template, page, data, body } = accepted
  const dropped = call.fault?.dropAfterAccept ?? false
  const message: SentMessage = {
    msgId: state.nextMsgId,
    at: clock.now(),
    openid: user.openid,
    templateId: template.templateId,
    templateKey: template.key,
    page,
    miniprogramState: String(body.miniprogram_state),
    lang: String(body.lang),
    data,
    dropped,
  }
  state.nextMsgId += 2n
  state.sent.push(message)
  const key = fingerprint(body)
  if (dropped) state.unknownSends.set(key, { at: clock.now(), told: false })
  if (dropped && call.fault?.withholdEvent) return message
  const item = {
    TemplateId: template.templateId,
    MsgID: state.messageIdForm === 'digits' ? message.msgId : String(message.msgId),
    ErrorCode: '0',
    ErrorStatus: 'success',
  }
  void pushes
    .send({ event: 'subscribe_msg_sent_event', openid: user.openid, items: [item] })
    .then((delivery) => {
      const unknown = state.unknownSends.get(key)
      if (dropped && unknown && delivery?.acknowledged) unknown.told = true
    })
  return message
}

/** After a cut connection the message may be out: sending it again needs the event's absence and patience. */
function watchUnknownSends(platform: Platform, body: Body): void {
  const { state, clock } = platform
  const key = fingerprint(body)
  const unknown = state.unknownSends.get(key)
  if (!unknown) return
  if (unknown.told) {
    violate(platform, 58, 'sent-again-after-event', 'the sent event had come for this very message')
  } else if (clock.now() - unknown.at < UNKNOWN_SEND_WAIT_MS) {
    violate(platform, 58, 'sent-again-while-unknown', 'neither the sent event nor the timeout had come')
  }
  state.unknownSends.delete(key)
}

function fingerprint({ touser, template_id, page, data }: Body): string {
  return createHash('sha256')
    .update(JSON.stringify([touser, template_id, page, data]))
    .digest('hex')
}
