import {
  count,
  flag,
  InputError,
  listOf,
  matching,
  nullable,
  object,
  oneOf,
  optional,
  type Parser,
  recordOf,
  text,
  withDefault,
} from './parse.js'
import { DEFAULT_MESSAGE_ID_FORM, STRICT_CHOICES } from './strict-choices.js'
import { TEMPLATE_VALUE_TYPES, valueTypeOfKey } from './template-values.js'

const appid = matching(/^wx[0-9a-f]{16}$/, 'an AppID: wx and 16 hexadecimal digits')
const secret = matching(/^[0-9a-f]{32}$/, 'an AppSecret: 32 hexadecimal digits')
const openid = matching(/^[A-Za-z0-9_-]{6,64}$/, 'an openid')
const page = matching(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/, 'a page path without leading slash and query')

const keywordShape = object({
  key: text,
  type: optional(oneOf(...TEMPLATE_VALUE_TYPES)),
  label: withDefault(text, () => '关键词'),
  values: withDefault(listOf(text), () => []),
})

const keyword: Parser<ReturnType<typeof keywordShape>> = (value, path) => {
  const parsed = keywordShape(value, path)
  const type = valueTypeOfKey(parsed.key)
  if (type === null) throw new InputError(`${path}.key: expected a type and a number, such as thing1`)
  if (parsed.type !== undefined && parsed.type !== type) {
    throw new InputError(`${path}.type: the key ${parsed.key} says ${type}`)
  }
  return parsed
}

const templateFields = {
  templateId: matching(/^[A-Za-z0-9_-]{6,64}$/, 'a template id'),
  title: withDefault(text, () => '提醒'),
  kind: withDefault(oneOf('one-time', 'long-term'), () => 'one-time' as const),
  keywords: listOf(keyword),
  banned: withDefault(flag, () => false),
  /** A long-term template whose consent the phone reports as `acceptWithAlert`. */
  alert: withDefault(flag, () => false),
}

const templateInRecord = object(templateFields)
export const parseTemplate = object({ key: text, ...templateFields })

export const parseUser = object({
  openid,
  /** Of another mini-program when given and not the account's own. */
  appid: optional(appid),
  unionid: optional(text),
  phone: optional(matching(/^1\d{10}$/, 'a mainland mobile number')),
  highRisk: withDefault(flag, () => false),
  mainSwitchOff: withDefault(flag, () => false),
})

export const parsePushTarget = object({
  url: matching(/^http:\/\/[^\s]+$/, 'an http address'),
  token: matching(/^[\x21-\x7E]{3,32}$/, 'a token of 3 to 32 visible characters'),
  encodingAesKey: matching(/^[A-Za-z0-9]{43}$/, 'an EncodingAESKey of 43 letters and digits'),
  mode: withDefault(oneOf('plain', 'secure'), () => 'secure' as const),
})

const ipWhitelist = object({
  allowed: listOf(text),
  refuseWith: withDefault(oneOf(40164, 61004), () => STRICT_CHOICES.addressNotWhitelisted.errcode),
})

/** Quotas as documented, except the daily ones, which a test sets small. */
const limitShape = {
  tokenLifeSeconds: 7200,
  tokenCallsPerMinute: 10_000,
  /** Token calls in one run after which the client is taken to have no cache; 0 = unlimited. */
  tokenCallsPerRun: 30,
  forcedRefreshesPerDay: 20,
  loginsPerUserMinute: 100,
  sendsPerDay: 10_000_000,
  secChecksPerMinute: 4000,
  codesPerMinute: 5000,
  /** How long a send is worked on, in real milliseconds: makes overlapping sends to one user visible. */
  sendWorkMs: 10,
  pushAnswerMs: 5000,
  pushResends: 3,
}

export type Limits = typeof limitShape

const limits: Parser<Partial<Limits>> = (value, path) => {
  const parsed = object(
    Object.fromEntries(Object.keys(limitShape).map((key) => [key, optional(count)])) as Record<
      keyof Limits,
      Parser<number | undefined>
    >,
  )(value, path)
  return Object.fromEntries(Object.entries(parsed).filter(([, v]) => v !== undefined))
}

export function withLimitDefaults(given: Partial<Limits>): Limits {
  return { ...limitShape, ...given }
}

/** Switches that a test may also turn while the process runs. */
const switches = {
  frozen: optional(flag),
  ipWhitelist: optional(nullable(ipWhitelist)),
  messageIdForm: optional(oneOf('digits', 'string')),
  sensitiveWords: optional(listOf(text)),
  riskyWords: optional(listOf(text)),
  reviewWords: optional(listOf(text)),
  limits: optional(limits),
}

export const parseSettings = object(switches)

const config = object({
  appid: withDefault(appid, () => 'wx00000000000000aa'),
  secret: withDefault(secret, () => '00000000000000000000000000000000'),
  originalId: withDefault(
    matching(/^gh_[0-9a-f]{12}$/, 'gh_ and 12 hexadecimal digits'),
    () => 'gh_000000000000',
  ),
  otherApps: withDefault(listOf(object({ appid, secret })), () => []),
  templates: withDefault<Record<string, ReturnType<typeof templateInRecord>>>(
    recordOf(templateInRecord),
    () => ({}),
  ),
  pages: withDefault(listOf(page), () => []),
  users: withDefault(listOf(parseUser), () => []),
  pushTarget: withDefault(nullable(parsePushTarget), () => null),
  ...switches,
})

export const parsePages = object({ pages: listOf(page) })
export const parseOpenid = openid

export type StandInConfig = ReturnType<typeof config>
export type UserSeed = ReturnType<typeof parseUser>
export type TemplateSeed = ReturnType<typeof parseTemplate>
export type PushTarget = ReturnType<typeof parsePushTarget>
export type Settings = ReturnType<typeof parseSettings>
export type IpWhitelist = ReturnType<typeof ipWhitelist>

/** What callers may leave out: everything with a default. */
export type StandInConfigInput = Partial<{
  appid: string
  secret: string
  originalId: string
  otherApps: { appid: string; secret: string }[]
  templates: Record<string, TemplateInput>
  pages: string[]
  users: ({ openid: string } & Partial<UserSeed>)[]
  pushTarget: ({ url: string; token: string; encodingAesKey: string } & Partial<PushTarget>) | null
}> &
  Partial<Settings>

export type TemplateInput = {
  templateId: string
  keywords: { key: string; type?: string; label?: string; values?: string[] }[]
  title?: string
  kind?: 'one-time' | 'long-term'
  banned?: boolean
  alert?: boolean
}

/** @throws InputError with the path of the first wrong value */
export function parseConfig(value: unknown): StandInConfig {
  return config(value, '')
}

export const SETTING_DEFAULTS = {
  frozen: false,
  ipWhitelist: null,
  messageIdForm: DEFAULT_MESSAGE_ID_FORM,
  sensitiveWords: ['毒品', '吸毒', '贩毒', '涉毒', '冰毒', '海洛因', '尿检'],
  riskyWords: ['冰毒', '海洛因', '贩毒'],
  reviewWords: ['毒品', '吸毒'],
}
