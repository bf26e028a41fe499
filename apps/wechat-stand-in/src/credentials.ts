import type { ApiCall } from './api-call.js'
import { type Platform, violate } from './platform.js'
import { WeChatError } from './wechat-error.js'

export type Credentials = { appid: unknown; secret: unknown; grantType: unknown }

/** Checks AppID, AppSecret, freeze, whitelist and grant type in the order of their codes' meaning. */
export function checkCredentials(
  { state }: Platform,
  call: ApiCall,
  given: Credentials,
  grantType: string,
): { appid: string } {
  if (!given.appid) throw new WeChatError(41002)
  const app = [state, ...state.otherApps].find((candidate) => candidate.appid === given.appid)
  if (!app) throw new WeChatError(40013)
  if (!given.secret) throw new WeChatError(41004)
  if (given.secret !== app.secret) throw new WeChatError(40125)
  if (state.frozen) throw new WeChatError(40243)
  const whitelist = state.ipWhitelist
  if (whitelist && !whitelist.allowed.includes(call.address)) {
    throw new WeChatError(whitelist.refuseWith, call.address)
  }
  if (given.grantType !== grantType) throw new WeChatError(40002)
  return { appid: app.appid }
}

export function checkToken({ state, clock }: Platform, call: ApiCall): void {
  const value = call.query.get('access_token')
  if (!value) {
    if (tokenStandsInBody(call)) throw new WeChatError(47001, 'access_token belongs into the query')
    throw new WeChatError(41001)
  }
  const token = state.tokens.get(value)
  if (!token) throw new WeChatError(40014)
  if (token.appid !== state.appid) throw new WeChatError(40001)
  if (token.revokedAt !== null && token.revokedAt <= clock.now()) throw new WeChatError(40001)
  if (token.expiresAt <= clock.now()) throw new WeChatError(42001)
}

function tokenStandsInBody(call: ApiCall): boolean {
  return /"access_token"\s*:/.test(call.raw.toString('utf8'))
}

const TOKEN_ERRORS = [40001, 40014, 42001]
const SAME_REQUEST_MS = 60_000

/**
 * Watches what a client does with a refused token: take a new one, repeat once, and then leave it. A request is the
 * same when everything but its token is.
 */
export class TokenRetryWatch {
  constructor(
    private readonly platform: Platform,
    private readonly call: ApiCall,
  ) {}

  before(): void {
    const refused = this.#refused()
    if (!refused) return
    if (refused.failures >= 2) {
      violate(this.platform, 57, 'third-try-after-token-error', this.call.path)
    }
    if (refused.token === this.#token) {
      violate(this.platform, 57, 'refused-token-used-again', this.call.path)
    }
  }

  after(errcode: number | null): void {
    const { state, clock } = this.platform
    if (errcode === null || !TOKEN_ERRORS.includes(errcode)) {
      state.refusedTokens.delete(this.#key)
      return
    }
    const failures = (this.#refused()?.failures ?? 0) + 1
    state.refusedTokens.set(this.#key, { failures, token: this.#token, at: clock.now() })
  }

  #refused() {
    const refused = this.platform.state.refusedTokens.get(this.#key)
    return refused && this.platform.clock.now() - refused.at < SAME_REQUEST_MS ? refused : undefined
  }

  get #token(): string {
    return this.call.query.get('access_token') ?? ''
  }

  get #key(): string {
    const query = new URLSearchParams(this.call.query)
    query.delete('access_token')
    return `${this.call.path}?${query} ${this.call.raw.toString('base64')}`
  }
}
