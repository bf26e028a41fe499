import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { expect } from '@jest/globals'
import type { StandInConfigInput } from '../src/config.js'
import { type StandIn, startStandIn } from '../src/server.js'

export const APPID = 'wx1111111111111111'
export const SECRET = '11111111111111111111111111111111'
export const OTHER_APPID = 'wx2222222222222222'
export const OTHER_SECRET = '22222222222222222222222222222222'

export const CADRE = 'oCadre000001'
export const RESIDENT = 'oResident0001'
export const RISKY_USER = 'oRisky000001'
export const FOREIGNER = 'oForeign00001'

export const DUE = 'tmpl-due-0001'
export const DIGEST = 'tmpl-digest-0001'

export const CONFIG: StandInConfigInput = {
  appid: APPID,
  secret: SECRET,
  originalId: 'gh_0123456789ab',
  otherApps: [{ appid: OTHER_APPID, secret: OTHER_SECRET }],
  templates: {
    due: {
      templateId: DUE,
      title: '待办事项提醒',
      keywords: [{ key: 'thing1' }, { key: 'date2' }, { key: 'phrase3' }],
    },
    digest: {
      templateId: DIGEST,
      title: '工作周报',
      kind: 'long-term',
      alert: true,
      keywords: [{ key: 'thing1' }],
    },
  },
  pages: ['pages/home/index', 'pages/tasks/index'],
  users: [
    { openid: CADRE, unionid: 'uCadre', phone: '13800000001' },
    { openid: RESIDENT },
    { openid: RISKY_USER, highRisk: true },
    { openid: FOREIGNER, appid: OTHER_APPID, phone: '13800000002' },
  ],
  limits: { sendWorkMs: 0, tokenCallsPerRun: 0 },
}

/** A frozen base: time passes only when a test lets it. */
export const START = Date.parse('2026-11-23T06:05:00.000Z')

export type Reply = { status: number; type: string; text: string; json: Record<string, unknown> }

export class Client {
  constructor(readonly standIn: StandIn) {}

  async raw(method: string, path: string, body?: string | Buffer, type = 'application/json'): Promise<Reply> {
    const { status, headers, bytes } = await call(`${this.standIn.url}${path}`, method, body, type)
    const text = bytes.toString('utf8')
    return { status, type: headers, text, json: parse(text) }
  }

  get(path: string): Promise<Reply> {
    return this.raw('GET', path)
  }

  post(path: string, body: unknown): Promise<Reply> {
    return this.raw('POST', path, JSON.stringify(body))
  }

  async control(path: string, body: unknown): Promise<Record<string, unknown>> {
    const reply = await this.post(path, body)
    expect(reply).toMatchObject({ status: 200 })
    return reply.json
  }

  async token(): Promise<string> {
    return String((await this.stable()).json.access_token)
  }

  stable(extra: object = {}): Promise<Reply> {
    const body = { grant_type: 'client_credential', appid: APPID, secret: SECRET, ...extra }
    return this.post('/cgi-bin/stable_token', body)
  }

  async code(openid: string, kind: 'codes' | 'phone-codes' = 'codes'): Promise<string> {
    return String((await this.control(`/__/${kind}`, { openid })).code)
  }

  login(code: string, extra: Record<string, string> = {}): Promise<Reply> {
    const query = { appid: APPID, secret: SECRET, js_code: code, grant_type: 'authorization_code', ...extra }
    return this.get(`/sns/jscode2session?${new URLSearchParams(query)}`)
  }

  async signIn(openid: string): Promise<Record<string, unknown>> {
    return (await this.login(await this.code(openid))).json
  }

  async authorised(path: string, body: unknown): Promise<Reply> {
    return this.post(`${path}?access_token=${await this.token()}`, body)
  }

  async accept(openid: string, ...templateIds: string[]): Promise<Record<string, unknown>> {
    const results = templateIds.map((templateId) => ({ templateId, status: 'accept' }))
    return this.control('/__/subscriptions', { openid, results })
  }

  send(change: object = {}): Promise<Reply> {
    return this.authorised('/cgi-bin/message/subscribe/send', { ...aMessage(), ...change })
  }

  async violations(): Promise<{ row: number; code: string }[]> {
    const { items } = (await this.get('/__/violations')).json as { items: { row: number; code: string }[] }
    return items
  }

  async violationCodes(): Promise<string[]> {
    return (await this.violations()).map(({ code }) => code)
  }
}

export function aMessage() {
  return {
    touser: CADRE,
    template_id: DUE,
    page: 'pages/tasks/index?id=12',
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    data: {
      thing1: { value: '您有1项工作待办' },
      date2: { value: '2026-11-30' },
      phrase3: { value: '待办' },
    },
  }
}

export async function startClient(change: StandInConfigInput = {}): Promise<Client> {
  const limits = { ...CONFIG.limits, ...change.limits }
  return new Client(await startStandIn({ config: { ...CONFIG, ...change, limits }, now: () => START }))
}

export function hmacHex(key: string): string {
  return createHmac('sha256', key).update('').digest('hex')
}

export function refusal(errcode: number, text = ''): object {
  return {
    status: 200,
    json: {
      errcode,
      errmsg: expect.stringMatching(new RegExp(`${text}.* rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$`)),
    },
  }
}

export const ok = { status: 200, json: { errcode: 0, errmsg: 'ok' } }

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

function call(url: string, method: string, body: string | Buffer | undefined, type: string) {
  return new Promise<{ status: number; headers: string; bytes: Buffer }>((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': type }
    const outgoing = request(url, { method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers['content-type'] ?? '',
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
