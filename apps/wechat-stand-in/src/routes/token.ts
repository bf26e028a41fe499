import { checkCredentials } from '../credentials.js'
import { opaque } from '../opaque.js'
import { type Platform, violate } from '../platform.js'
import { hit, type Token } from '../state.js'
import { STRICT_CHOICES } from '../strict-choices.js'
import { WeChatError } from '../wechat-error.js'
import type { Answer, Route } from './route.js'

/** A token is renewed so long before its end; the old one lives on beside the new one. */
const RENEWAL_MS = 300_000
const FORCE_APART_MS = 30_000

export const stableToken: Route = {
  path: '/cgi-bin/stable_token',
  method: 'POST',
  access: 'secret',
  handle(platform, call, body) {
    const given = { appid: body.appid, secret: body.secret, grantType: body.grant_type }
    const { appid } = checkCredentials(platform, call, given, 'client_credential')
    countTokenCall(platform, appid)
    const current = latest(platform, appid, 'stable')
    if (body.force_refresh === true) return answer(platform, forced(platform, appid, current))
    const { clock } = platform
    if (current && current.expiresAt - clock.now() > RENEWAL_MS) return answer(platform, current)
    return answer(platform, issue(platform, appid, 'stable'))
  },
}

export const legacyToken: Route = {
  path: '/cgi-bin/token',
  method: 'GET',
  access: 'secret',
  handle(platform, call) {
    const { query } = call
    const given = {
      appid: query.get('appid'),
      secret: query.get('secret'),
      grantType: query.get('grant_type'),
    }
    const { appid } = checkCredentials(platform, call, given, 'client_credential')
    violate(platform, 13, 'legacy-token-called', 'every call kills the token of all other callers')
    countTokenCall(platform, appid)
    const { state, clock } = platform
    for (const token of state.tokens.values()) {
      if (token.kind === 'legacy' && token.appid === appid && token.revokedAt === null) {
        token.revokedAt = clock.now() + RENEWAL_MS
      }
    }
    return answer(platform, issue(platform, appid, 'legacy'))
  },
}

function countTokenCall(platform: Platform, appid: string): void {
  const { state, clock } = platform
  if (hit(state, `token ${appid}`, clock.minute()) > state.limits.tokenCallsPerMinute) {
    throw new WeChatError(STRICT_CHOICES.tokenCallsPerMinute.errcode)
  }
  state.tokenCalls += 1
  const budget = state.limits.tokenCallsPerRun
  if (budget > 0 && state.tokenCalls === budget + 1) {
    violate(platform, 12, 'token-not-cached', `more than ${budget} token calls in one run`)
  }
}

/** Called sooner than 30 s after the last one, a forced refresh refreshes nothing. */
function forced(platform: Platform, appid: string, current: Token | null): Token {
  const { state, clock } = platform
  const last = state.forcedAt.get(appid)
  if (current && last !== undefined && clock.now() - last < FORCE_APART_MS) return current
  if (hit(state, `forced ${appid}`, clock.chinaDay()) > state.limits.forcedRefreshesPerDay) {
    throw new WeChatError(STRICT_CHOICES.forcedRefreshesPerDay.errcode)
  }
  state.forcedAt.set(appid, clock.now())
  for (const token of state.tokens.values()) {
    if (token.kind === 'stable' && token.appid === appid) token.revokedAt ??= clock.now()
  }
  return issue(platform, appid, 'stable')
}

function latest({ state, clock }: Platform, appid: string, kind: Token['kind']): Token | null {
  const alive = [...state.tokens.values()].filter(
    (token) =>
      token.appid === appid &&
      token.kind === kind &&
      token.revokedAt === null &&
      token.expiresAt > clock.now(),
  )
  return alive.at(-1) ?? null
}

function issue({ state, clock }: Platform, appid: string, kind: Token['kind']): Token {
  const token: Token = {
    value: opaque(96),
    appid,
    kind,
    expiresAt: clock.now() + state.limits.tokenLifeSeconds * 1000,
    revokedAt: null,
  }
  state.tokens.set(token.value, token)
  return token
}

function answer({ clock }: Platform, token: Token): Answer {
  const remaining = Math.floor((token.expiresAt - clock.now()) / 1000)
  return { json: { access_token: token.value, expires_in: remaining } }
}
