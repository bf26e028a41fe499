import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/configure-app.js'
import { AccountsService } from '../src/modules/accounts/accounts.service.js'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { FixedClock } from '../src/platform/clock.js'
import { generateKeyFile, KeyRing } from '../src/platform/crypto/key-ring.js'
import { createLog, type Log } from '../src/platform/logging.js'
import { startRefusals } from '../src/start-refusals.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { createTestDatabase, type TestDatabase, testConfig } from './support/database.js'
import { signIn } from './support/sign-in.js'

const PRODUCTION = {
  APP_MODE: 'production',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  PUBLIC_URL: 'https://village.example.cn',
}

/** An application on a database that others use too. */
async function start(
  database: TestDatabase,
  overrides: Record<string, string>,
  log: Log = createLog('silent'),
) {
  const app = await createApp({
    config: testConfig(database.url, overrides),
    keys: new KeyRing(generateKeyFile(overrides.APP_MODE !== 'production')),
    log,
    clock: new FixedClock(new Date(TEST_NOW)),
  })
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  return app
}

describe('the shell around the API', () => {
  let test: TestApp
  let h5: string

  beforeAll(async () => {
    h5 = mkdtempSync(join(tmpdir(), 'dfv-h5-'))
    writeFileSync(join(h5, 'index.html'), '<!doctype html><title>H5</title>')
    mkdirSync(join(h5, 'js'))
    writeFileSync(join(h5, 'js/app.0a1b2c3d.js'), 'let app')
    writeFileSync(join(h5, 'js/app.0a1b2c3d.js.gz'), gzipSync('let app'))
    writeFileSync(join(h5, 'robots.txt'), 'User-agent: *')
    writeFileSync(join(h5, '.secret'), 'no')
    test = await createTestApp({ H5_DIR: h5 })
  })

  afterAll(async () => {
    await test.close()
    rmSync(h5, { recursive: true })
  })

  const get = (url: string, headers: Record<string, string> = {}) =>
    test.app.inject({ method: 'GET', url, headers })

  describe('health', () => {
    it('is live as soon as it runs, ready only when the villages are there', async () => {
      expect((await get('/health/live')).json()).toEqual({ live: true })
      const before = await get('/health/ready')
      expect(before.statusCode).toBe(503)
      expect(before.json()).toMatchObject({
        ready: false,
        checks: { database: { ok: true }, migrations: { ok: true }, areas: { ok: false }, h5: { ok: true } },
      })
      await test.app
        .get(AreasService)
        .upsert(test.database.dataSource.manager, { code: '441581990201', name: '示范村A', isDemo: true })
      const after = await get('/health/ready')
      expect(after.statusCode).toBe(200)
      expect(after.json()).toMatchObject({ ready: true })
    })

    it('is not ready while a migration is missing or the app is not built', async () => {
      const database = await createTestDatabase()
      await database.dataSource.undoLastMigration({ transaction: 'none' })
      const app = await start(database, { H5_DIR: join(h5, 'nowhere') })
      const answer = await app.inject({ method: 'GET', url: '/health/ready' })
      await app.close()
      await database.drop()
      expect(answer.statusCode).toBe(503)
      expect(answer.json()).toMatchObject({ checks: { migrations: { ok: false }, h5: { ok: false } } })
      expect(answer.body).not.toContain(h5)
    })
  })

  describe('the built app', () => {
    it('is served at the root, always asked for anew', async () => {
      const answer = await get('/')
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toContain('text/html')
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
      expect(answer.headers['content-security-policy']).toMatch(/font-src 'self' data:(;|$)/)
      expect(answer.headers['x-frame-options']).toBe('DENY')
      expect((await get('/robots.txt')).headers['cache-control']).toBe('no-cache')
    })

    it('keeps files named by their content for a year', async () => {
      const answer = await get('/js/app.0a1b2c3d.js')
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    })

    it('sends the compressed twin that the build left beside a file', async () => {
      const answer = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip' })
      expect(answer.headers).toMatchObject({
        'content-encoding': 'gzip',
        'content-type': expect.stringContaining('javascript'),
        'cache-control': expect.stringContaining('immutable'),
      })
    })

    it('neither hides the API nor shows what is not the app', async () => {
      expect((await get('/api/areas')).json()).toHaveProperty('items')
      for (const url of [
        '/api/nothing',
        '/nothing.js',
        '/.secret',
        '/../package.json',
        '/js/%2e%2e/%2e%2e/x',
      ]) {
        const answer = await get(url)
        expect([url, answer.statusCode]).toEqual([url, 404])
        expect(answer.headers['content-type']).toContain('application/problem+json')
      }
    })
  })

  it('lets nobody keep an answer of the API, whatever it is', async () => {
    const { headers } = await signIn(test, { name: '镇办', role: 'town-office', areaCode: '441581990' })
    for (const [url, status] of [
      ['/api/areas', 200],
      ['/%61pi/areas', 200],
      ['/api/session', 200],
      ['/api/appointments', 200],
      ['/api/persons/019ab3c2-7c3f-7000-8000-000000000001', 404],
      ['/api/nothing', 404],
      ['/api/areas?level=moon', 422],
    ] as const) {
      const answer = await get(url, headers)
      expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, status, 'no-store'])
    }
    expect((await get('/')).headers['cache-control']).toBe('no-cache')
  })

  it.each(['/api/%ff', '/api/areas/%', '/%E0%A4%A', `/api/persons/${'9'.repeat(300)}`])(
    'has nothing at the address %s, and says so in words',
    async (url) => {
      const answer = await get(url)
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.json()).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
        title: expect.stringMatching(/。$/),
        instance: expect.stringMatching(/^[0-9a-f-]{12}$/),
      })
      expect(answer.body).not.toContain('9'.repeat(50))
    },
  )

  describe('a body that cannot be read', () => {
    const post = (payload: string, type: string | undefined, url = '/api/session/binding-code') =>
      test.app.inject({ method: 'POST', url, payload, headers: type ? { 'content-type': type } : {} })

    it.each([
      ['half a JSON', '{"bindingCode":', 'application/json', 400, 'BODY_NOT_JSON'],
      ['no body', '', 'application/json', 400, 'BODY_NOT_JSON'],
      ['XML', '<a/>', 'application/xml', 415, 'BODY_TYPE_UNKNOWN'],
      ['a form', 'bindingCode=1', 'application/x-www-form-urlencoded', 415, 'BODY_TYPE_UNKNOWN'],
      [
        'more than a megabyte',
        JSON.stringify({ x: 'y'.repeat(1_100_000) }),
        'application/json',
        413,
        'BODY_TOO_LARGE',
      ],
      ['a list', '[]', 'application/json', 422, 'INVALID'],
      ['a number', '7', 'application/json', 422, 'INVALID'],
      ['lists 65 deep', '['.repeat(65) + ']'.repeat(65), 'application/json', 400, 'BODY_NOT_JSON'],
      ['brackets without an end', '[{"a":'.repeat(100_000), 'application/json', 400, 'BODY_NOT_JSON'],
      ['lists 64 deep', '['.repeat(64) + ']'.repeat(64), 'application/json', 422, 'INVALID'],
      [
        'brackets in a text, quotes and all',
        JSON.stringify({ x: '\\"[{'.repeat(100) }),
        'application/json; charset=utf-8',
        422,
        'INVALID',
      ],
      ['a poisoned prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'BODY_NOT_JSON'],
      [
        'one written otherwise, deep',
        '{"a":[{"\\u005f_proto__":{"a":1}}]}',
        'application/json',
        400,
        'BODY_NOT_JSON',
      ],
      [
        'a poisoned constructor',
        '{"constructor":{"prototype":{"a":1}}}',
        'application/json',
        400,
        'BODY_NOT_JSON',
      ],
    ])('is refused in words: %s', async (_, payload, type, status, code) => {
      const answer = await post(payload, type)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({
        status,
        code,
        type: `urn:dfv:problem:${code.toLowerCase().replaceAll('_', '-')}`,
        title: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
        instance: expect.stringMatching(/^[0-9a-f-]{12}$/),
      })
      expect(answer.statusCode).toBe(status)
    })

    it('says field by field what to change', async () => {
      const office = await signIn(test, { name: '镇办', role: 'town-office', areaCode: '441581990' })
      const answer = await test.app.inject({
        method: 'POST',
        url: '/api/appointments',
        headers: office.headers,
        payload: { name: 7, role: 'king', areaCode: 'x', from: '2026-02-30', to: 'soon' },
      })
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({
        title: '有5处要改，请按提示修改后再提交。',
        params: { count: 5 },
        errors: [
          { path: 'name', code: 'invalid_type', text: '这一项要填文字。' },
          { path: 'role', code: 'invalid_value', text: '请从给出的选项里选一个。' },
          { path: 'areaCode', text: expect.stringMatching(/[\u4e00-\u9fff]/) },
          { path: 'from', text: '日期要像2026-11-23这样填，而且要有这一天。' },
          { path: 'to', text: '日期要像2026-11-23这样填，而且要有这一天。' },
        ],
      })
      const empty = await test.app.inject({
        method: 'POST',
        url: '/api/appointments',
        headers: office.headers,
        payload: {},
      })
      expect(empty.json<{ errors: object[] }>().errors[0]).toEqual({
        path: 'name',
        code: 'required',
        text: '这一项没有填，请填上。',
      })
    })
  })

  it('tells a starting app what it needs to know', async () => {
    expect((await get('/api/app-config')).json()).toEqual({
      mode: 'demo',
      now: TEST_NOW,
      hotline: { town: '', police: '110', gov: '12345' },
      wechatTemplates: [],
      rulesVersion: expect.any(String),
      policyVersion: expect.any(String),
    })
  })

  describe('figures', () => {
    it('count answers by route template and show the backlog', async () => {
      await get('/api/areas?under=441581990')
      const answer = await get('/metrics')
      expect(answer.headers['content-type']).toContain('text/plain')
      expect(answer.body).toMatch(
        /http_request_duration_seconds_count\{method="GET",route="\/api\/areas",status="200"\} \d/,
      )
      expect(answer.body).toContain('outbox_events{state="dead"} 0')
      expect(answer.body).not.toContain('441581990')
    })

    it.each([
      [{}, ['127.0.0.1', '::1', '::ffff:127.0.0.9'], ['10.0.0.7', '192.168.1.2', 'fd00::7', '203.0.113.7']],
      [
        { METRICS: 'private' },
        ['127.0.0.1', '::1', '10.0.0.7', '172.16.3.4', 'fd00::7'],
        ['203.0.113.7', '172.32.0.1', '2001:db8::1'],
      ],
    ])('are there with %j for %j, not for %j', async (settings, inside, outside) => {
      const app = await start(test.database, settings as Record<string, string>)
      const status = async (remoteAddress: string) =>
        (await app.inject({ method: 'GET', url: '/metrics', remoteAddress })).statusCode
      const answers = [await Promise.all(inside.map(status)), await Promise.all(outside.map(status))]
      await app.close()
      expect(answers).toEqual([inside.map(() => 200), outside.map(() => 404)])
    })
  })

  it('shows no figures to a caller who says that he is this machine', async () => {
    const app = await start(test.database, { TRUST_PROXY: 'on' })
    const answer = await app.inject({
      method: 'GET',
      url: '/metrics',
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': '127.0.0.1, 203.0.113.7' },
    })
    await app.close()
    expect(answer.statusCode).toBe(404)
  })

  it('shows the description of the API', async () => {
    expect((await get('/docs')).statusCode).toBe(200)
    expect((await get('/docs-json')).json()).toMatchObject({ openapi: expect.stringMatching(/^3/) })
  })

  it('logs the template of a route, never its values, its query or its body', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk))
        done()
      },
    })
    const app = await start(test.database, {}, pino({ level: 'info' }, sink))
    await app.inject({ method: 'GET', url: '/api/areas?under=441581105201&phone=13800000000' })
    await app.inject({ method: 'GET', url: '/api/persons/019ab3c2-7c3f-7000-8000-000000000001' })
    await app.inject({
      method: 'POST',
      url: '/api/session/binding-code',
      payload: { bindingCode: 'AAAA-BBBB-CCCC' },
    })
    await app.inject({ method: 'GET', url: '/api/nothing/13800000000' })
    await app.close()
    const text = lines.join('')
    const requests = lines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'request')
    expect(requests).toMatchObject([
      {
        method: 'GET',
        route: '/api/areas',
        status: 200,
        requestId: expect.any(String),
        ms: expect.any(Number),
      },
      { method: 'GET', route: '/api/persons/:id', status: 401 },
      { method: 'POST', route: '/api/session/binding-code', status: 403 },
      { method: 'GET', route: 'unknown', status: 404 },
    ])
    for (const secret of ['13800000000', '019ab3c2', 'AAAA', '441581105201'])
      expect(text).not.toContain(secret)
  })

  describe('too many requests', () => {
    let app: NestFastifyApplication
    beforeAll(async () => {
      app = await start(test.database, { ADDRESS_REQUESTS_PER_MINUTE: '5', ACCOUNT_REQUESTS_PER_MINUTE: '7' })
    })
    afterAll(() => app.close())

    const ask = (remoteAddress: string, headers: Record<string, string> = {}, url = '/api/areas') =>
      app.inject({ method: 'GET', url, remoteAddress, headers })
    const statuses = async (times: number, ...request: Parameters<typeof ask>) => {
      const codes: number[] = []
      for (let i = 0; i < times; i++) codes.push((await ask(...request)).statusCode)
      return codes
    }
    /** A session that this application vouches for; each start of a test has keys of its own. */
    const someone = (person: { name: string; role?: 'grid-worker'; areaCode?: string }) =>
      signIn({ ...test, app }, person)

    it('lets a village through and stops a machine', async () => {
      expect(await statuses(6, '203.0.113.1')).toEqual([200, 200, 200, 200, 200, 429])
      expect((await ask('203.0.113.1')).headers['retry-after']).toBe('60')
      expect(await statuses(1, '203.0.113.2')).toEqual([200])
    })

    it.each([
      ['a forged token', '203.0.113.3', { authorization: 'Bearer x.y.z' }, '/api/session', 401],
      ['no token', '203.0.113.4', {}, '/api/session', 401],
      ['a route that is none', '203.0.113.5', {}, '/api/nothing', 404],
    ])('counts those with %s by address', async (_, address, headers, url, status) => {
      expect(await statuses(6, address, headers, url)).toEqual([...Array(5).fill(status), 429])
    })

    it('counts a signed-in person by account, wherever he is and whatever he is refused', async () => {
      const { headers } = await someone({ name: '网格员', role: 'grid-worker', areaCode: '441581990201' })
      expect(await statuses(4, '203.0.113.8', headers, '/api/appointments')).toEqual(Array(4).fill(403))
      expect(await statuses(4, '203.0.113.9', headers)).toEqual([200, 200, 200, 429])
      const colleague = await someone({ name: '同事', role: 'grid-worker', areaCode: '441581990201' })
      expect(await statuses(7, '203.0.113.8', colleague.headers)).toEqual(Array(7).fill(200))
      expect(await statuses(1, '203.0.113.8')).toEqual([200])
    })
  })

  describe('in production', () => {
    let database: TestDatabase
    let app: NestFastifyApplication

    beforeAll(async () => {
      database = await createTestDatabase()
      app = await start(database, PRODUCTION)
    })

    afterAll(async () => {
      await app.close()
      await database.drop()
    })

    it('has no account picker', async () => {
      const accountId = await app
        .get(AccountsService)
        .create(database.dataSource.manager, { name: '甲', isDemo: true })
      for (const [method, url] of [
        ['GET', '/api/demo/accounts'],
        ['POST', '/api/demo/session'],
      ] as const) {
        const payload = method === 'POST' ? { accountId } : undefined
        const answer = await app.inject({ method, url, payload })
        expect([url, answer.statusCode]).toEqual([url, 404])
      }
      await database.dataSource.query('DELETE FROM account')
    })

    it('sends cookies over https only', async () => {
      const answer = await app.inject({ method: 'DELETE', url: '/api/session' })
      expect(answer.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict' })
      expect(answer.headers['strict-transport-security']).toBeDefined()
    })

    it('does not start on demonstration accounts or keys', async () => {
      const tx = database.dataSource.manager
      const production = testConfig(database.url, PRODUCTION)
      const [demoKeys, keys] = [true, false].map((demo) => new KeyRing(generateKeyFile(demo))) as [
        KeyRing,
        KeyRing,
      ]
      expect(await startRefusals(production, keys, tx)).toEqual([])
      expect(await startRefusals(production, demoKeys, tx)).toEqual([expect.stringContaining('KEYS_FILE')])
      await app.get(AccountsService).create(tx, { name: '演示', isDemo: true })
      expect(await startRefusals(production, keys, tx)).toEqual([
        'The database holds demonstration accounts.',
      ])
      expect(await startRefusals(testConfig(database.url), demoKeys, tx)).toEqual([])
    })

    it.each([
      ['the stand-in', { WECHAT_API_BASE: 'http://127.0.0.1:9000' }, 'WECHAT_API_BASE'],
      ['no AppID', { WECHAT_APPID: '' }, 'WECHAT_APPID'],
      ['no secret', { WECHAT_SECRET: '' }, 'WECHAT_SECRET'],
      ['plain http', { PUBLIC_URL: 'http://village.example.cn' }, 'PUBLIC_URL'],
    ])('does not start with %s', (_, change, name) => {
      expect(() => testConfig(database.url, { ...PRODUCTION, ...change })).toThrow(name)
    })
  })
})
