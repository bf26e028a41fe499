import {
  type IpWhitelist,
  type Limits,
  type PushTarget,
  SETTING_DEFAULTS,
  type Settings,
  type StandInConfig,
  type TemplateSeed,
  type UserSeed,
  withLimitDefaults,
} from './config.js'
import type { Fault } from './faults.js'
import type { Delivery } from './push-sender.js'
import type { MessageIdForm } from './strict-choices.js'

export type User = {
  openid: string
  appid: string
  unionid?: string
  phone?: string
  highRisk: boolean
  mainSwitchOff: boolean
  lastVisitAt: number | null
  sessionKey: string | null
  /** one-time credits by template id */
  credits: Map<string, number>
  longTerm: Set<string>
  rejected: Set<string>
}

export type Code = {
  kind: 'login' | 'phone'
  openid: string
  appid: string
  issuedAt: number
  used: boolean
}

export type Token = {
  value: string
  appid: string
  kind: 'stable' | 'legacy'
  expiresAt: number
  revokedAt: number | null
}

export type SentMessage = {
  msgId: bigint
  at: number
  openid: string
  templateId: string
  templateKey: string
  page: string | null
  miniprogramState: string
  lang: string
  data: Record<string, string>
  /** accepted, but the caller's connection was cut before the answer */
  dropped: boolean
}

/** Something no correct client does: the test that finds one fails. `row` is the rule's number, 0 for none. */
export type Violation = { row: number; code: string; detail: string; at: number }

export type RecordedCall = { at: number; method: string; path: string; errcode: number | null }

export type UnknownSend = { at: number; told: boolean }

export type RefusedToken = { failures: number; token: string; at: number }

export type State = {
  appid: string
  secret: string
  originalId: string
  otherApps: { appid: string; secret: string }[]
  frozen: boolean
  ipWhitelist: IpWhitelist | null
  messageIdForm: MessageIdForm
  sensitiveWords: string[]
  riskyWords: string[]
  reviewWords: string[]
  limits: Limits
  users: Map<string, User>
  templates: Map<string, TemplateSeed>
  pages: Set<string>
  pushTarget: PushTarget | null
  codes: Map<string, Code>
  tokens: Map<string, Token>
  forcedAt: Map<string, number>
  /** hits by quota name and window; one map serves all quotas */
  quotas: Map<string, number>
  tokenCalls: number
  phoneAnswers: number
  inFlight: Set<string>
  faults: Fault[]
  sent: SentMessage[]
  unknownSends: Map<string, UnknownSend>
  refusedTokens: Map<string, RefusedToken>
  deliveries: Delivery[]
  violations: Violation[]
  calls: RecordedCall[]
  nextMsgId: bigint
  /** every session key ever handed out, for the leak check */
  sessionKeys: Set<string>
}

/** Above 2^53 and odd, so that a number parsed from JSON is not the id. */
const FIRST_MESSAGE_ID = 1_864_323_726_461_255_681n

export function createState(config: StandInConfig): State {
  const state: State = {
    appid: config.appid,
    secret: config.secret,
    originalId: config.originalId,
    otherApps: config.otherApps,
    ...SETTING_DEFAULTS,
    limits: withLimitDefaults({}),
    users: new Map(),
    templates: new Map(),
    pages: new Set(config.pages),
    pushTarget: config.pushTarget,
    codes: new Map(),
    tokens: new Map(),
    forcedAt: new Map(),
    quotas: new Map(),
    tokenCalls: 0,
    phoneAnswers: 0,
    inFlight: new Set(),
    faults: [],
    sent: [],
    unknownSends: new Map(),
    refusedTokens: new Map(),
    deliveries: [],
    violations: [],
    calls: [],
    nextMsgId: FIRST_MESSAGE_ID,
    sessionKeys: new Set(),
  }
  applySettings(state, config)
  for (const seed of config.users) addUser(state, seed)
  for (const [key, seed] of Object.entries(config.templates)) {
    state.templates.set(seed.templateId, { key, ...seed })
  }
  return state
}

export function applySettings(state: State, settings: Settings): void {
  state.frozen = settings.frozen ?? state.frozen
  if (settings.ipWhitelist !== undefined) state.ipWhitelist = settings.ipWhitelist
  state.messageIdForm = settings.messageIdForm ?? state.messageIdForm
  state.sensitiveWords = settings.sensitiveWords ?? state.sensitiveWords
  state.riskyWords = settings.riskyWords ?? state.riskyWords
  state.reviewWords = settings.reviewWords ?? state.reviewWords
  state.limits = { ...state.limits, ...settings.limits }
}

/** A user already known keeps credits and visits; only what the seed says changes. */
export function addUser(state: State, seed: UserSeed): User {
  const known = state.users.get(seed.openid)
  const user: User = {
    lastVisitAt: null,
    sessionKey: null,
    credits: new Map(),
    longTerm: new Set(),
    rejected: new Set(),
    ...known,
    openid: seed.openid,
    appid: seed.appid ?? known?.appid ?? state.appid,
    unionid: seed.unionid ?? known?.unionid,
    phone: seed.phone ?? known?.phone,
    highRisk: seed.highRisk,
    mainSwitchOff: seed.mainSwitchOff,
  }
  state.users.set(user.openid, user)
  return user
}

/** Counts a call in its window and says how many there were. */
export function hit(state: State, quota: string, window: number): number {
  const key = `${quota}@${window}`
  const total = (state.quotas.get(key) ?? 0) + 1
  state.quotas.set(key, total)
  return total
}
