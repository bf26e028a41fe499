import { parseOpenid } from './config.js'
import { opaque } from './opaque.js'
import { flag, InputError, listOf, object, oneOf, optional, text, withDefault } from './parse.js'
import type { Platform } from './platform.js'
import type { Code, User } from './state.js'

/** What happens on the user's phone before our server hears of it. */

const STATUSES = [
  'accept',
  'acceptWithAudio',
  'acceptWithAlert',
  'acceptWithForcePush',
  'reject',
  'ban',
  'filter',
] as const

/** The platform asks for three templates at most at a time. */
const MAX_TEMPLATES = 3

const popup = object({
  openid: parseOpenid,
  results: listOf(object({ templateId: text, status: oneOf(...STATUSES) })),
})

const change = object({
  openid: parseOpenid,
  items: withDefault(listOf(object({ templateId: text, status: oneOf('accept', 'reject') })), () => []),
  mainSwitchOff: optional(flag),
})

function userOf({ state }: Platform, openid: string): User {
  const user = state.users.get(openid)
  if (!user) throw new InputError(`openid: ${openid} is not a user of the stand-in`)
  return user
}

/** A user who gets a code has the mini-program open, which counts as a visit. */
export function issueCode(platform: Platform, kind: Code['kind'], openid: string): { code: string } {
  const { state, clock } = platform
  const user = userOf(platform, openid)
  if (kind === 'phone' && user.phone === undefined)
    throw new InputError(`openid: ${openid} has no phone number`)
  user.lastVisitAt = clock.now()
  const code = opaque(kind === 'login' ? 24 : 48)
  state.codes.set(code, { kind, openid, appid: user.appid, issuedAt: clock.now(), used: false })
  return { code }
}

export function visit(platform: Platform, openid: string): { visitedAt: string } {
  const user = userOf(platform, openid)
  user.lastVisitAt = platform.clock.now()
  return { visitedAt: new Date(user.lastVisitAt).toISOString() }
}

/**
 * `requestSubscribeMessage` as the user answered it: grants what was accepted, pushes the popup event and returns
 * what the phone's call resolves to.
 */
export function requestSubscribe(platform: Platform, body: unknown): Record<string, string> {
  const { state, pushes } = platform
  const { openid, results } = popup(body, '')
  const user = userOf(platform, openid)
  if (results.length === 0) refuse(10001, "TmplIds can't be empty")
  if (results.length > MAX_TEMPLATES) refuse(20003, 'count out of bounds')
  const kinds = new Set(results.map(({ templateId }) => state.templates.get(templateId)?.kind))
  if (kinds.has(undefined)) refuse(20001, 'no template data')
  if (kinds.size > 1) refuse(20002, 'types must be same')
  if (user.mainSwitchOff) refuse(20004, 'main switch off')
  const reported: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' }
  const items: object[] = []
  for (const { templateId, status } of results) {
    const template = state.templates.get(templateId)!
    const accepted = status.startsWith('accept')
    if (accepted) grant(user, templateId, template.kind)
    reported[templateId] = status === 'accept' && template.alert ? 'acceptWithAlert' : status
    if (accepted || status === 'reject') {
      items.push({
        TemplateId: templateId,
        SubscribeStatusString: accepted ? 'accept' : 'reject',
        PopupScene: '0',
      })
    }
  }
  if (items.length > 0) void pushes.send({ event: 'subscribe_msg_popup_event', openid, items })
  return reported
}

/** The user's own settings page; only rejections are pushed. */
export function changeSubscriptions(platform: Platform, body: unknown): object {
  const { openid, items, mainSwitchOff } = change(body, '')
  const user = userOf(platform, openid)
  user.mainSwitchOff = mainSwitchOff ?? user.mainSwitchOff
  for (const { templateId, status } of items) {
    if (status === 'accept') user.rejected.delete(templateId)
    else user.rejected.add(templateId)
  }
  const rejected = items
    .filter(({ status }) => status === 'reject')
    .map(({ templateId }) => ({ TemplateId: templateId, SubscribeStatusString: 'reject' }))
  if (rejected.length > 0) {
    void platform.pushes.send({ event: 'subscribe_msg_change_event', openid, items: rejected })
  }
  return {}
}

function grant(user: User, templateId: string, kind: 'one-time' | 'long-term'): void {
  user.rejected.delete(templateId)
  if (kind === 'long-term') user.longTerm.add(templateId)
  else user.credits.set(templateId, (user.credits.get(templateId) ?? 0) + 1)
}

function refuse(errCode: number, errMsg: string): never {
  throw new InputError(`requestSubscribeMessage:fail ${errMsg} (${errCode})`)
}
