import { createHmac, randomBytes } from 'node:crypto'
import { checkCredentials } from '../credentials.js'
import type { Platform } from '../platform.js'
import { type Code, hit, type User } from '../state.js'
import { WeChatError } from '../wechat-error.js'
import type { Route } from './route.js'

const CODE_LIFE_MS = 5 * 60_000

/** Whether a code still counts at all; a used one is another matter, each interface has its own code for it. */
export function isCurrent({ clock }: Platform, code: Code): boolean {
  return clock.now() - code.issuedAt <= CODE_LIFE_MS
}

export const jscode2session: Route = {
  path: '/sns/jscode2session',
  method: 'GET',
  access: 'secret',
  handle(platform, call) {
    const { state, clock } = platform
    const { query } = call
    const given = {
      appid: query.get('appid'),
      secret: query.get('secret'),
      grantType: query.get('grant_type'),
    }
    const { appid } = checkCredentials(platform, call, given, 'authorization_code')
    const value = query.get('js_code')
    if (!value) throw new WeChatError(41008)
    const code = state.codes.get(value)
    if (code?.kind !== 'login' || code.appid !== appid) throw new WeChatError(40029)
    if (hit(state, `login ${code.openid}`, clock.minute()) > state.limits.loginsPerUserMinute) {
      throw new WeChatError(45011)
    }
    if (code.used) throw new WeChatError(40163)
    if (!isCurrent(platform, code)) throw new WeChatError(40029)
    code.used = true
    const user = state.users.get(code.openid)!
    if (user.highRisk) throw new WeChatError(40226)
    user.sessionKey = randomBytes(16).toString('base64')
    state.sessionKeys.add(user.sessionKey)
    // No errcode on success, and a unionid only for those who have one.
    const unionid = user.unionid === undefined ? {} : { unionid: user.unionid }
    return { json: { openid: user.openid, session_key: user.sessionKey, ...unionid } }
  },
}

export const checkSession: Route = {
  path: '/wxa/checksession',
  method: 'GET',
  access: 'token',
  handle({ state }, { query }) {
    const openid = query.get('openid')
    if (!openid) throw new WeChatError(41009)
    const user = state.users.get(openid)
    if (!user || user.appid !== state.appid) throw new WeChatError(40003)
    if (query.get('sig_method') !== 'hmac_sha256') throw new WeChatError(87008)
    if (query.get('signature') !== sessionSignature(user)) throw new WeChatError(87009)
    return { json: { errcode: 0, errmsg: 'ok' } }
  },
}

/** The key is the base64 text as it stands, not the bytes it means. */
function sessionSignature(user: User): string | null {
  return user.sessionKey === null ? null : createHmac('sha256', user.sessionKey).update('').digest('hex')
}
