import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TEST_NOW } from '../../../test/support/app.js'
import { createTestDatabase, type TestDatabase, testConfig } from '../../../test/support/database.js'
import { type StandIn, startStandIn } from '../../../test/support/stand-in.js'
import { FixedClock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { generateKeyFile, KeyRing } from '../../platform/crypto/key-ring.js'
import { Transactions } from '../../platform/database/transactions.js'
import { WeChatTemplates } from './templates.js'
import { WeChatClient } from './wechat-client.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatTokenRepository } from './wechat-token.repository.js'
import { WeChatTokens } from './wechat-tokens.js'

const TOKEN_PATH = '/cgi-bin/stable_token'
const SEND_PATH = '/cgi-bin/message/subscribe/send'
const VALUES = {
  text: { text: '您有1项工作今天到期' },
  due: { date: '2026-11-23' },
  note: { text: '请打开小程序查看' },
}

/** An address where nobody listens. */
async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

describe('WeChat client', () => {
  let database: TestDatabase
  let standIn: StandIn
  let clock: FixedClock
  const keys = new KeyRing(generateKeyFile(true))
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })

  /** A replica: everything its own but database, keys and WeChat. */
  const replica = (overrides: Record<string, string> = {}) => {
    const config = testConfig(database.url, { ...standIn.env, ...overrides })
    const http = new WeChatHttp(config)
    const tokens = new WeChatTokens(
      new WeChatTokenRepository(),
      new Transactions(database.dataSource),
      new FieldCipher(keys),
      http,
      config,
      clock,
      log,
    )
    return { tokens, client: new WeChatClient(http, tokens, new WeChatTemplates(config), config, log) }
  }
  const message = (openId: string) => ({
    openId,
    templateKey: 'work-reminder' as const,
    page: 'packages-me/inbox/index',
    values: VALUES,
  })
  const fault = (path: string, more: object) => standIn.control('POST /__/faults', { path, ...more })

  beforeAll(async () => {
    database = await createTestDatabase()
    standIn = await startStandIn()
    clock = new FixedClock(new Date(TEST_NOW))
  })

  beforeEach(async () => {
    await database.empty()
    await standIn.control('POST /__/reset', {})
    clock.set(TEST_NOW)
    await standIn.setClock(TEST_NOW)
    await standIn.addUser('o-user-1', { phone: '13800000000' })
    await standIn.addUser('o-user-2', { phone: '13900000000' })
  })

  afterEach(async () => {
    const text = logged.join('')
    await standIn.control('POST /__/leak-check', { where: 'log', text: `${text} ` })
    expect(text).not.toMatch(/o-user|o-risky|1380000|1390000|access_token|https?:/)
    expect(await standIn.violations()).toEqual([])
  })

  afterAll(async () => {
    await standIn.close()
    await database.drop()
  })

  it('logs codes and request ids, and nothing that opens or names anything', async () => {
    const { client } = replica()
    await fault(SEND_PATH, { errcode: 47003 })
    await client.sendSubscribeMessage(message('o-user-1'))
    await fault('/sns/jscode2session', { errcode: 40125 })
    await expect(client.codeToSession(await standIn.loginCode('o-user-1'))).rejects.toThrow()
    const entries = logged.map((line) => JSON.parse(line) as Record<string, unknown>).slice(-2)
    expect(entries).toMatchObject([
      { path: SEND_PATH, errcode: 47003, class: 'defect', rid: expect.stringMatching(/^[0-9a-f-]+$/) },
      { path: '/sns/jscode2session', errcode: 40125, class: 'account' },
    ])
  })

  describe('access token', () => {
    it('is asked for once by two replicas that need it at the same moment', async () => {
      const [a, b] = [replica(), replica()]
      const tokens = await Promise.all([1, 2, 3].flatMap(() => [a.tokens.current(), b.tokens.current()]))
      expect(new Set(tokens.map(({ value }) => value)).size).toBe(1)
      expect((await standIn.calls())[TOKEN_PATH]).toBe(1)
    })

    it('is kept in the database, sealed', async () => {
      const { value } = await replica().tokens.current()
      const rows: { token_sealed: Buffer }[] = await database.dataSource.query(`SELECT * FROM wechat_token`)
      expect(JSON.stringify(rows)).not.toContain(value)
      expect(rows[0]?.token_sealed.includes(value)).toBe(false)
      expect((await replica().tokens.current()).value).toBe(value)
      expect((await standIn.calls())[TOKEN_PATH]).toBe(1)
    })

    it('is renewed five minutes before its end, not earlier', async () => {
      const { tokens } = replica()
      const first = await tokens.current()
      const move = async (seconds: number) => {
        clock.advance(seconds * 1000)
        await standIn.control('POST /__/clock', { advanceMs: seconds * 1000 })
      }
      await move(6890)
      expect((await tokens.current()).value).toBe(first.value)
      await move(20)
      expect((await tokens.current()).value).not.toBe(first.value)
      expect((await standIn.calls())[TOKEN_PATH]).toBe(2)
    })

    it('that WeChat refuses is replaced once, and the call repeated once', async () => {
      const { client, tokens } = replica()
      const before = await tokens.current()
      await standIn.answerPopup('o-user-1', 'accept')
      await fault(SEND_PATH, { errcode: 40001 })
      expect(await client.sendSubscribeMessage(message('o-user-1'))).toMatchObject({ outcome: 'sent' })
      expect((await tokens.current()).value).not.toBe(before.value)
      // The first; in normal mode, which repeats the refused one; then by force.
      expect((await standIn.calls())[TOKEN_PATH]).toBe(3)
      expect((await standIn.calls())[SEND_PATH]).toBe(2)
    })

    it('refused twice is final: no third call', async () => {
      const { client } = replica()
      await standIn.answerPopup('o-user-1', 'accept')
      await fault(SEND_PATH, { errcode: 42001, times: 2 })
      expect(await client.sendSubscribeMessage(message('o-user-1'))).toEqual({
        outcome: 'refused',
        class: 'token',
        errcode: 42001,
      })
      expect((await standIn.calls())[SEND_PATH]).toBe(2)
    })

    it('is not forced again within 30 seconds', async () => {
      const { tokens } = replica()
      await tokens.replace(await tokens.current())
      await expect(tokens.replace(await tokens.current())).rejects.toThrow('forced refresh not allowed now')
      clock.advance(31_000)
      await standIn.control('POST /__/clock', { advanceMs: 31_000 })
      const old = await tokens.current()
      expect((await tokens.replace(old)).value).not.toBe(old.value)
    })

    it('that another replica has replaced already is taken from it', async () => {
      const [a, b] = [replica(), replica()]
      const refused = await a.tokens.current()
      const [first, second] = await Promise.all([a.tokens.replace(refused), b.tokens.replace(refused)])
      expect(first).toEqual(second)
      expect((await standIn.calls())[TOKEN_PATH]).toBe(3)
    })

    it('is asked for again after a failure', async () => {
      const { tokens } = replica()
      await fault(TOKEN_PATH, { errcode: 40243 })
      await expect(tokens.current()).rejects.toMatchObject({ errcode: 40243, class: 'account' })
      expect((await tokens.current()).value).not.toBe('')
    })
  })

  describe('sign-in', () => {
    it('gives the openid, and the unionid of those who have one', async () => {
      const { client } = replica()
      expect(await client.codeToSession(await standIn.loginCode('o-user-1'))).toEqual({ openId: 'o-user-1' })
      await standIn.addUser('o-user-3', { unionid: 'u-3' })
      expect(await client.codeToSession(await standIn.loginCode('o-user-3'))).toEqual({
        openId: 'o-user-3',
        unionId: 'u-3',
      })
      expect((await standIn.calls())[TOKEN_PATH]).toBeUndefined()
    })

    it('takes a code once', async () => {
      const { client } = replica()
      const code = await standIn.loginCode('o-user-1')
      await client.codeToSession(code)
      await expect(client.codeToSession(code)).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' })
      await expect(client.codeToSession('made-up')).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' })
    })

    it('tells a user whom WeChat blocks apart', async () => {
      await standIn.addUser('o-risky-1', { highRisk: true })
      const code = await standIn.loginCode('o-risky-1')
      await expect(replica().client.codeToSession(code)).rejects.toMatchObject({ code: 'WECHAT_BLOCKED' })
    })

    it('tries once more when WeChat is busy', async () => {
      await fault('/sns/jscode2session', { errcode: -1 })
      const code = await standIn.loginCode('o-user-1')
      expect(await replica().client.codeToSession(code)).toEqual({ openId: 'o-user-1' })
    })

    it('says unavailable when WeChat is away, limits us, or refuses our secret', async () => {
      const code = await standIn.loginCode('o-user-1')
      const unavailable = { code: 'WECHAT_UNAVAILABLE' }
      const away = replica({ WECHAT_API_BASE: await nowhere() })
      await expect(away.client.codeToSession(code)).rejects.toMatchObject(unavailable)
      const wrong = replica({ WECHAT_SECRET: 'f'.repeat(32) })
      await expect(wrong.client.codeToSession(code)).rejects.toMatchObject(unavailable)
      await fault('/sns/jscode2session', { errcode: 45011 })
      await expect(replica().client.codeToSession(code)).rejects.toMatchObject(unavailable)
    })
  })

  describe('phone number', () => {
    it('is given for the code of the same person', async () => {
      const { client } = replica()
      expect(await client.phoneNumber(await standIn.phoneCode('o-user-1'), 'o-user-1')).toBe('13800000000')
      expect(await client.phoneNumber(await standIn.phoneCode('o-user-2'), 'o-user-2')).toBe('13900000000')
    })

    it('is refused for somebody else’s code, a login code, and a used one', async () => {
      const { client } = replica()
      const invalid = { code: 'WECHAT_CODE_INVALID' }
      const others = await standIn.phoneCode('o-user-2')
      await expect(client.phoneNumber(others, 'o-user-1')).rejects.toMatchObject(invalid)
      const login = await standIn.loginCode('o-user-1')
      await expect(client.phoneNumber(login, 'o-user-1')).rejects.toMatchObject(invalid)
      await client.phoneNumber(others, 'o-user-2')
      await expect(client.phoneNumber(others, 'o-user-2')).rejects.toMatchObject(invalid)
    })
  })

  describe('subscribe message', () => {
    it('arrives as configured, with its id in full', async () => {
      await standIn.answerPopup('o-user-1', 'accept')
      const result = await replica().client.sendSubscribeMessage(message('o-user-1'))
      const [sent] = await standIn.sent()
      expect(sent).toMatchObject({
        openid: 'o-user-1',
        templateKey: 'work-reminder',
        page: 'packages-me/inbox/index',
        miniprogramState: 'formal',
        lang: 'zh_CN',
        data: { thing1: '您有1项工作今天到期', date2: '2026年11月23日', thing3: '请打开小程序查看' },
      })
      expect(result).toEqual({ outcome: 'sent', messageId: sent?.msgId })
      expect(BigInt(sent?.msgId ?? 0)).toBeGreaterThan(2n ** 53n)
    })

    it.each([
      [43101, 'no-credit'],
      [40003, 'unknown-user'],
      [45009, 'day-limit'],
      [43107, 'template-banned'],
      [45168, 'defect'],
      [-1, 'busy'],
    ] as const)('%i comes back as %s and is not repeated here', async (errcode, kind) => {
      await standIn.answerPopup('o-user-1', 'accept')
      await fault(SEND_PATH, { errcode })
      const result = await replica().client.sendSubscribeMessage(message('o-user-1'))
      expect(result).toEqual({ outcome: 'refused', class: kind, errcode })
      expect((await standIn.calls())[SEND_PATH]).toBe(1)
    })

    it('is unknown when the connection broke after the call, and certainly not sent when there was none', async () => {
      await standIn.answerPopup('o-user-1', 'accept')
      await fault(SEND_PATH, { dropAfterAccept: true, withholdEvent: true })
      expect(await replica().client.sendSubscribeMessage(message('o-user-1'))).toEqual({ outcome: 'unknown' })
      const away = replica({ WECHAT_API_BASE: await nowhere() })
      expect(await away.client.sendSubscribeMessage(message('o-user-1'))).toEqual({
        outcome: 'refused',
        class: 'busy',
        errcode: null,
      })
    })
  })
})
