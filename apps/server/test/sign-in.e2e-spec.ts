import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppointmentOfficeService } from '../src/modules/accounts/appointment-office.service.js'
import { AppointmentsService } from '../src/modules/accounts/appointments.service.js'
import { ScanService } from '../src/modules/accounts/scan.service.js'
import type { SessionOut, SessionState } from '../src/modules/accounts/session.dto.js'
import { SessionService } from '../src/modules/accounts/session.service.js'
import { AreasService } from '../src/modules/areas/areas.service.js'
import { Transactions } from '../src/platform/database/transactions.js'
import { createTestApp, TEST_NOW, type TestApp } from './support/app.js'
import { type SignedIn, signIn } from './support/sign-in.js'
import { type StandIn, startStandIn } from './support/stand-in.js'

const TOWN = '441581990'
const VILLAGE_A = '441581990201'
const VILLAGE_B = '441581990202'
const OTHER_TOWN = '441581991'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

type Answer = Awaited<ReturnType<TestApp['app']['inject']>>
type Appointed = { id: string; accountId: string; name: string; bound: boolean; to: string | null }
type Call = { body?: object; token?: string; headers?: Record<string, string> }

describe('signing in', () => {
  let test: TestApp
  let wechat: StandIn
  let office: SignedIn
  let people = 0

  beforeAll(async () => {
    wechat = await startStandIn()
    test = await createTestApp(wechat.env)
    const areas = test.app.get(AreasService)
    const tx = test.database.dataSource.manager
    for (const [code, name] of [
      ['441581', '陆丰市'],
      [TOWN, '示范镇'],
      [VILLAGE_A, '示范村A'],
      [VILLAGE_B, '示范村B'],
      [OTHER_TOWN, '邻镇'],
      [`${OTHER_TOWN}201`, '邻镇某村'],
    ] as const)
      await areas.upsert(tx, { code, name, isDemo: true })
    office = await signIn(test, { name: '镇办', role: 'town-office', areaCode: TOWN })
  })

  afterAll(async () => {
    await test.close()
    await wechat.close()
  })

  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, { body, token, headers }: Call = {}) =>
    test.app.inject({
      method,
      url,
      payload: body,
      headers: {
        'x-client': 'weapp',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
    })
  const asOffice = (method: 'GET' | 'POST', url: string, body?: object) =>
    test.app.inject({ method, url, payload: body, headers: office.headers })
  const session = (answer: Answer): SessionOut & { refreshToken: string } => {
    expect(answer.statusCode).toBe(200)
    return answer.json()
  }
  const problem = (answer: Answer, status: number, code: string) => {
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ status, code, title: expect.stringMatching(/[。]$/) })
  }
  const newOpenid = async (phone?: string) => {
    people += 1
    const openid = `oPerson-${people}`
    await wechat.addUser(openid, phone === undefined ? {} : { phone })
    return openid
  }
  const withWeChat = async (openid: string) =>
    session(await call('POST', '/api/session/wechat', { body: { code: await wechat.loginCode(openid) } }))
  const phoneSignIn = async (openid: string, token: string) =>
    call('POST', '/api/session/wechat/phone', { body: { code: await wechat.phoneCode(openid) }, token })
  const appoint = async (person: object): Promise<Appointed> => {
    const answer = await asOffice('POST', '/api/appointments', {
      role: 'village-secretary',
      areaCode: VILLAGE_A,
      from: '2026-01-01',
      ...person,
    })
    expect(answer.statusCode).toBe(201)
    return answer.json()
  }
  const codeFor = async (appointment: Appointed): Promise<string> => {
    const answer = await asOffice('POST', `/api/appointments/${appointment.id}/binding-code`)
    expect(answer.statusCode).toBe(201)
    return answer.json<{ bindingCode: string }>().bindingCode
  }
  const whoAmI = (token: string, headers?: Record<string, string>) =>
    call('GET', '/api/session', { token, headers })

  describe('with WeChat', () => {
    it('makes a stranger a resident, and knows him the next time', async () => {
      const openid = await newOpenid()
      const first = await withWeChat(openid)
      const second = await withWeChat(openid)
      expect(first.appointments).toEqual([])
      expect(second.account).toEqual(first.account)
      const state = (await whoAmI(second.accessToken)).json<SessionState>()
      expect(state).toMatchObject({ role: 'resident', active: null })
      expect(state.permissions).not.toContain('record.submit')
    })

    it('makes one account of two sign-ins at the same moment', async () => {
      const openid = await newOpenid()
      const sessions = await Promise.all([withWeChat(openid), withWeChat(openid), withWeChat(openid)])
      expect(new Set(sessions.map((s) => s.account.id)).size).toBe(1)
    })

    it.each([
      ['a code WeChat does not know', { code: 'made-up' }, 401, 'WECHAT_CODE_INVALID'],
      ['no code', {}, 422, 'INVALID'],
      ['a code that is a number', { code: 7 }, 422, 'INVALID'],
      ['a code of a thousand letters', { code: 'x'.repeat(1000) }, 422, 'INVALID'],
    ])('refuses %s', async (_, body, status, code) => {
      problem(await call('POST', '/api/session/wechat', { body }), status, code)
    })

    it('refuses a code used before', async () => {
      const code = await wechat.loginCode(await newOpenid())
      await call('POST', '/api/session/wechat', { body: { code } })
      problem(await call('POST', '/api/session/wechat', { body: { code } }), 401, 'WECHAT_CODE_INVALID')
    })
  })

  describe('with the phone number that the town prepared', () => {
    it('gives the cadre his work account and keeps note of the resident he was', async () => {
      const openid = await newOpenid('13800000001')
      const prepared = await appoint({ name: '陈一', phone: '138 0000 0001' })
      const resident = await withWeChat(openid)
      const worker = session(await phoneSignIn(openid, resident.accessToken))
      expect(worker.account).toEqual({ id: prepared.accountId, name: '陈一' })
      expect(worker.appointments).toMatchObject([
        { role: 'village-secretary', areaCode: VILLAGE_A, areaName: '示范村A', roleLabel: '村书记' },
      ])
      expect((await withWeChat(openid)).account.id).toBe(prepared.accountId)
      problem(await whoAmI(resident.accessToken), 401, 'SIGN_IN_REQUIRED')
      const [old] = await test.database.dataSource.query(
        `SELECT state, successor_id FROM account WHERE id = ?`,
        [resident.account.id],
      )
      expect(old).toEqual({ state: 'moved', successor_id: prepared.accountId })
      const audit = await test.database.dataSource.query(
        `SELECT action, area_code FROM audit_entry WHERE object_id = ?`,
        [prepared.accountId],
      )
      expect(audit).toContainEqual({ action: 'account.bound', area_code: VILLAGE_A })
    })

    it('says the same of a number nobody prepared, one whose work ended, and one bound elsewhere', async () => {
      const nobody = await newOpenid('13800000002')
      const ended = await newOpenid('13800000003')
      const bound = await newOpenid('13800000004')
      const { id } = await appoint({ name: '陈三', phone: '13800000003' })
      await asOffice('POST', `/api/appointments/${id}/end`)
      await appoint({ name: '陈四', phone: '13800000004' })
      const first = await withWeChat(bound)
      session(await phoneSignIn(bound, first.accessToken))
      const recycled = await newOpenid('13800000004')
      const bodies = []
      for (const openid of [nobody, ended, recycled]) {
        const answer = await phoneSignIn(openid, (await withWeChat(openid)).accessToken)
        problem(answer, 403, 'PHONE_NOT_PREPARED')
        bodies.push({ ...answer.json<object>(), instance: '' })
      }
      expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    })

    it('keeps name and phone out of the tables and the phone out of every answer', async () => {
      await appoint({ name: '林密封', phone: '13800000005' })
      const dump = JSON.stringify([
        await test.database.dataSource.query(
          'SELECT HEX(name_sealed), HEX(phone_sealed), phone_index FROM account',
        ),
        await test.database.dataSource.query('SELECT * FROM audit_entry'),
        (await asOffice('GET', '/api/appointments')).json(),
      ])
      expect(dump).not.toContain('13800000005')
      expect(dump).not.toContain(Buffer.from('林密封').toString('hex').toUpperCase())
    })

    it("refuses another person's phone code", async () => {
      const mine = await newOpenid('13800000006')
      const other = await newOpenid('13800000007')
      await appoint({ name: '陈七', phone: '13800000007' })
      const { accessToken } = await withWeChat(mine)
      problem(await phoneSignIn(other, accessToken), 401, 'WECHAT_CODE_INVALID')
    })
  })

  describe('with a printed binding code', () => {
    it('opens the account without WeChat, once', async () => {
      const prepared = await appoint({ name: '黄一' })
      const code = await codeFor(prepared)
      expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){2}$/)
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
      const opened = session(
        await call('POST', '/api/session/binding-code', { body: { bindingCode: typed } }),
      )
      expect(opened.account.id).toBe(prepared.accountId)
      problem(
        await call('POST', '/api/session/binding-code', { body: { bindingCode: code } }),
        403,
        'BINDING_CODE_WRONG',
      )
    })

    it('binds the WeChat that is signed in', async () => {
      const prepared = await appoint({ name: '黄二' })
      const openid = await newOpenid()
      const { accessToken: token } = await withWeChat(openid)
      const bindingCode = await codeFor(prepared)
      session(await call('POST', '/api/session/binding-code', { body: { bindingCode }, token }))
      expect((await withWeChat(openid)).account.id).toBe(prepared.accountId)
    })

    it('cuts off a lost phone as soon as the office prints a new code', async () => {
      const prepared = await appoint({ name: '黄三', phone: '13800000013' })
      const lost = await newOpenid('13800000013')
      const before = session(await phoneSignIn(lost, (await withWeChat(lost)).accessToken))
      const bindingCode = await codeFor(prepared)
      problem(await whoAmI(before.accessToken), 401, 'SIGN_IN_REQUIRED')
      expect((await withWeChat(lost)).account.id).not.toBe(prepared.accountId)
      const bought = await newOpenid()
      const { accessToken: token } = await withWeChat(bought)
      session(await call('POST', '/api/session/binding-code', { body: { bindingCode }, token }))
      expect((await withWeChat(bought)).account.id).toBe(prepared.accountId)
    })

    it('is dead after five wrong tries', async () => {
      const code = await codeFor(await appoint({ name: '黄四' }))
      const wrong = `${code.slice(0, 5)}2222-2222`
      for (let i = 0; i < 5; i++)
        problem(
          await call('POST', '/api/session/binding-code', { body: { bindingCode: wrong } }),
          403,
          'BINDING_CODE_WRONG',
        )
      problem(
        await call('POST', '/api/session/binding-code', { body: { bindingCode: code } }),
        403,
        'BINDING_CODE_WRONG',
      )
    })

    it('is dead after seven days and when a newer one was printed', async () => {
      const prepared = await appoint({ name: '黄五' })
      const first = await codeFor(prepared)
      const second = await codeFor(prepared)
      problem(
        await call('POST', '/api/session/binding-code', { body: { bindingCode: first } }),
        403,
        'BINDING_CODE_WRONG',
      )
      test.clock.advance(7 * DAY)
      const late = await call('POST', '/api/session/binding-code', { body: { bindingCode: second } })
      test.clock.set(TEST_NOW)
      problem(late, 403, 'BINDING_CODE_WRONG')
    })

    it('does not take the WeChat of one prepared account for another', async () => {
      const openid = await newOpenid('13800000016')
      await appoint({ name: '黄六', phone: '13800000016' })
      const { accessToken: token } = session(
        await phoneSignIn(openid, (await withWeChat(openid)).accessToken),
      )
      const bindingCode = await codeFor(await appoint({ name: '黄七' }))
      const answer = await call('POST', '/api/session/binding-code', { body: { bindingCode }, token })
      problem(answer, 409, 'WECHAT_ALREADY_BOUND')
      session(await call('POST', '/api/session/binding-code', { body: { bindingCode } }))
    })

    it('stops a machine that guesses', async () => {
      const codes = []
      let waits: unknown
      for (let i = 0; i < 61; i++) {
        const answer = await test.app.inject({
          method: 'POST',
          url: '/api/session/binding-code',
          remoteAddress: '203.0.113.9',
          payload: { bindingCode: 'AAAA-BBBB-CCCC' },
        })
        codes.push(answer.json<{ code: string }>().code)
        waits = answer.headers['retry-after']
      }
      expect(codes.slice(0, 60)).toEqual(Array(60).fill('BINDING_CODE_WRONG'))
      expect(codes[60]).toBe('SIGN_IN_TOO_OFTEN')
      expect(waits).toBe('600')
    })
  })

  describe('the session', () => {
    const refresh = (refreshToken?: string) =>
      call('POST', '/api/session/refresh', { body: refreshToken === undefined ? {} : { refreshToken } })

    it('lasts ten minutes, then needs a refresh', async () => {
      const { accessToken, refreshToken } = await withWeChat(await newOpenid())
      test.clock.advance(10 * MINUTE - 1000)
      const before = await whoAmI(accessToken)
      test.clock.advance(2000)
      const after = await whoAmI(accessToken)
      const renewed = session(await refresh(refreshToken))
      const again = await whoAmI(renewed.accessToken)
      test.clock.set(TEST_NOW)
      expect([before.statusCode, again.statusCode]).toEqual([200, 200])
      problem(after, 401, 'SIGN_IN_REQUIRED')
    })

    it('answers a repeated refresh alike for half a minute: the answer may have been lost', async () => {
      const { refreshToken } = await withWeChat(await newOpenid())
      const first = session(await refresh(refreshToken))
      test.clock.advance(29_000)
      const repeated = session(await refresh(refreshToken))
      test.clock.set(TEST_NOW)
      expect(repeated.refreshToken).toBe(first.refreshToken)
      session(await refresh(first.refreshToken))
    })

    it('ends for the thief and the robbed when an old token comes back', async () => {
      const { refreshToken } = await withWeChat(await newOpenid())
      const next = session(await refresh(refreshToken))
      test.clock.advance(31_000)
      const replay = await refresh(refreshToken)
      const robbed = await refresh(next.refreshToken)
      const token = await whoAmI(next.accessToken)
      test.clock.set(TEST_NOW)
      for (const answer of [replay, robbed, token]) problem(answer, 401, 'SIGN_IN_REQUIRED')
    })

    it('survives many refreshes at once', async () => {
      const { refreshToken } = await withWeChat(await newOpenid())
      const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)))
      expect(new Set(answers.map((answer) => session(answer).refreshToken)).size).toBe(1)
    })

    it('ends after thirty days without use', async () => {
      const { refreshToken } = await withWeChat(await newOpenid())
      test.clock.advance(29 * DAY)
      const used = session(await refresh(refreshToken))
      test.clock.advance(30 * DAY)
      const late = await refresh(used.refreshToken)
      test.clock.set(TEST_NOW)
      problem(late, 401, 'SIGN_IN_REQUIRED')
    })

    it.each([
      '',
      'nonsense',
      '00000000-0000-0000-0000-000000000000.00',
      `${'x'.repeat(120)}`,
      `${'编'.repeat(36)}.${'0'.repeat(64)}`,
      '😀.',
      `00000000-0000-0000-0000-000000000000.${'0'.repeat(64)}.${'0'.repeat(16)}`,
    ])('refuses the refresh token %p', async (token) => {
      problem(await refresh(token), 401, 'SIGN_IN_REQUIRED')
    })

    it.each(['%', 'caf\u00e9', `${'\u00e9'.repeat(36)}.${'0'.repeat(64)}`, '"'])(
      'refuses the refresh cookie %p, to renew and to sign out',
      async (value) => {
        const headers = { 'x-client': 'h5', cookie: `dfv_refresh=${value}` }
        problem(await call('POST', '/api/session/refresh', { headers }), 401, 'SIGN_IN_REQUIRED')
        expect((await call('DELETE', '/api/session', { headers })).statusCode).toBe(204)
      },
    )

    it('is not ended by a token that somebody made up for it', async () => {
      const { refreshToken } = await withWeChat(await newOpenid())
      const [id = '', secret = '', tag = ''] = refreshToken.split('.')
      const other = secret.replace(/./g, (digit) => (digit === '0' ? '1' : '0'))
      for (const token of [
        `${id}.${other}.${tag}`,
        `${id}.${other}`,
        `${id}.${secret}`,
        `${id}.`,
        `${refreshToken}.`,
        ` ${refreshToken}`,
        refreshToken.toUpperCase(),
      ])
        problem(await refresh(token), 401, 'SIGN_IN_REQUIRED')
      session(await refresh(refreshToken))
    })

    it.each(['不是编号', 'caf\u00e9', 'x', "' OR 1=1", `${'0'.repeat(36)}`])(
      'does not act under the appointment %p',
      async (id) => {
        const { accessToken } = await withWeChat(await newOpenid())
        const appointment = Buffer.from(id).toString('latin1')
        problem(await whoAmI(accessToken, { 'x-appointment': appointment }), 403, 'APPOINTMENT_NOT_YOURS')
      },
    )

    it('refuses a token that was altered, is signed with another key, or has no signature', async () => {
      const { accessToken } = await withWeChat(await newOpenid())
      const [head = '', body = '', signature = ''] = accessToken.split('.')
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: office.accountId })).toString('base64url')
      const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url')
      for (const token of [`${head}.${forged}.${signature}`, `${unsigned}.${body}.`, 'a.b.c', 'x'])
        problem(await whoAmI(token), 401, 'SIGN_IN_REQUIRED')
    })

    it('gives the browser its token in a cookie that scripts and other sites cannot use', async () => {
      const bindingCode = await codeFor(await appoint({ name: '周一' }))
      const answer = await call('POST', '/api/session/binding-code', {
        body: { bindingCode },
        headers: { 'x-client': 'h5' },
      })
      expect(answer.json()).not.toHaveProperty('refreshToken')
      const cookie = answer.cookies[0]!
      expect(cookie).toMatchObject({ path: '/api/session', httpOnly: true, sameSite: 'Strict' })
      const renewed = await call('POST', '/api/session/refresh', {
        headers: { 'x-client': 'h5', cookie: `${cookie.name}=${cookie.value}` },
      })
      expect(renewed.statusCode).toBe(200)
      expect(renewed.cookies[0]!.value).not.toBe(cookie.value)
      const signedOut = await call('DELETE', '/api/session', {
        headers: { cookie: `${cookie.name}=${renewed.cookies[0]!.value}` },
      })
      expect(signedOut.statusCode).toBe(204)
      expect(signedOut.cookies[0]).toMatchObject({ value: '', maxAge: 0 })
      problem(await whoAmI(renewed.json<SessionOut>().accessToken), 401, 'SIGN_IN_REQUIRED')
    })

    it('is over at once after signing out', async () => {
      const { accessToken, refreshToken } = await withWeChat(await newOpenid())
      expect((await call('DELETE', '/api/session', { token: accessToken })).statusCode).toBe(204)
      problem(await whoAmI(accessToken), 401, 'SIGN_IN_REQUIRED')
      problem(await refresh(refreshToken), 401, 'SIGN_IN_REQUIRED')
    })

    it('tells an unknown app to upgrade', async () => {
      const headers = { 'x-client': 'desktop' }
      problem(await call('POST', '/api/session/wechat', { body: { code: 'x' }, headers }), 422, 'INVALID')
    })
  })

  describe('a recheck before signing', () => {
    it('takes a code of the same WeChat only', async () => {
      const mine = await newOpenid()
      const other = await newOpenid()
      await withWeChat(other)
      const { accessToken: token } = await withWeChat(mine)
      const recheck = async (body: object) => call('POST', '/api/session/recheck', { body, token })
      test.clock.advance(6 * MINUTE)
      const fresh = await recheck({ code: await wechat.loginCode(mine) })
      const stranger = await recheck({ code: await wechat.loginCode(other) })
      const without = await recheck({})
      const expected = test.clock.now().toISOString()
      test.clock.set(TEST_NOW)
      expect(fresh.json()).toEqual({ authenticatedAt: expected })
      for (const answer of [stranger, without]) problem(answer, 403, 'RECHECK_REQUIRED')
    })

    it('on a PC counts only a sign-in of the last five minutes', async () => {
      const recheck = () =>
        test.app.inject({ method: 'POST', url: '/api/session/recheck', headers: office.headers, payload: {} })
      const now = await recheck()
      test.clock.advance(5 * MINUTE + 1000)
      const late = await recheck()
      test.clock.set(TEST_NOW)
      expect(now.statusCode).toBe(200)
      problem(late, 403, 'RECHECK_REQUIRED')
    })
  })

  describe('scanning', () => {
    type Ticket = { ticketId: string; pollSecret: string; match: string; qrText: string; qrSvg: string }
    const newTicket = async (): Promise<Ticket> => {
      const answer = await call('POST', '/api/session/scan')
      expect(answer.statusCode).toBe(201)
      return answer.json()
    }
    const poll = ({ ticketId, pollSecret }: Ticket) =>
      call('POST', `/api/session/scan/${ticketId}/poll`, {
        body: { pollSecret },
        headers: { 'x-client': 'h5' },
      })
    const look = (ticket: Ticket, token: string) =>
      call('GET', `/api/session/scan/${ticket.ticketId}`, { token })
    const approve = (ticket: Ticket, token: string, match = ticket.match) =>
      call('POST', `/api/session/scan/${ticket.ticketId}/approval`, { token, body: { match } })

    it('signs in the PC once, after the phone has seen the same two digits', async () => {
      const phone = await withWeChat(await newOpenid())
      const ticket = await newTicket()
      expect(ticket.qrText).toContain(`/#/packages-account/scan/index?t=${ticket.ticketId}`)
      expect(ticket.qrSvg).toMatch(/^data:image\/svg\+xml;base64,/)
      expect((await poll(ticket)).json()).toEqual({ state: 'waiting' })
      expect((await look(ticket, phone.accessToken)).json()).toMatchObject({
        match: ticket.match,
        state: 'seen',
      })
      expect((await poll(ticket)).json()).toEqual({ state: 'seen' })
      expect((await approve(ticket, phone.accessToken)).statusCode).toBe(204)
      const done = await poll(ticket)
      const { session: pc } = done.json<{ session: SessionOut }>()
      expect(pc.account.id).toBe(phone.account.id)
      expect(pc).not.toHaveProperty('refreshToken')
      expect(done.cookies).toHaveLength(1)
      expect((await poll(ticket)).json()).toEqual({ state: 'expired' })
      problem(await approve(ticket, phone.accessToken), 410, 'SCAN_EXPIRED')
    })

    it('gives one session to two polls at the same moment', async () => {
      const phone = await withWeChat(await newOpenid())
      const ticket = await newTicket()
      await look(ticket, phone.accessToken)
      await approve(ticket, phone.accessToken)
      const states = (await Promise.all([poll(ticket), poll(ticket)])).map(
        (a) => a.json<{ state: string }>().state,
      )
      expect(states.sort()).toEqual(['approved', 'expired'])
    })

    it('is dead after three wrong numbers and after two minutes', async () => {
      const { accessToken } = await withWeChat(await newOpenid())
      const guessed = await newTicket()
      const wrong = guessed.match === '10' ? '11' : '10'
      for (let i = 0; i < 3; i++) problem(await approve(guessed, accessToken, wrong), 409, 'SCAN_MISMATCH')
      problem(await approve(guessed, accessToken), 410, 'SCAN_EXPIRED')
      expect((await poll(guessed)).json()).toEqual({ state: 'expired' })
      const slow = await newTicket()
      test.clock.advance(2 * MINUTE)
      const late = await look(slow, accessToken)
      const polled = await poll(slow)
      test.clock.set(TEST_NOW)
      problem(late, 410, 'SCAN_EXPIRED')
      expect(polled.json()).toEqual({ state: 'expired' })
    })

    it('belongs to the first phone and to the PC that asked', async () => {
      const first = await withWeChat(await newOpenid())
      const second = await withWeChat(await newOpenid())
      const ticket = await newTicket()
      await look(ticket, first.accessToken)
      problem(await look(ticket, second.accessToken), 404, 'NOT_FOUND')
      problem(await approve(ticket, second.accessToken), 404, 'NOT_FOUND')
      problem(await poll({ ...ticket, pollSecret: 'f'.repeat(64) }), 404, 'NOT_FOUND')
      problem(await look(ticket, ''), 401, 'SIGN_IN_REQUIRED')
    })

    it('is worth nothing once the phone that confirmed it is cut off', async () => {
      const prepared = await appoint({ name: '黄八', phone: '13800000018' })
      const lost = await newOpenid('13800000018')
      const { accessToken } = session(await phoneSignIn(lost, (await withWeChat(lost)).accessToken))
      const [approved, seen] = [await newTicket(), await newTicket()]
      await look(approved, accessToken)
      await look(seen, accessToken)
      expect((await approve(approved, accessToken)).statusCode).toBe(204)
      await codeFor(prepared)
      for (const ticket of [approved, seen]) expect((await poll(ticket)).json()).toEqual({ state: 'expired' })
      const open = await test.database.dataSource.query(
        'SELECT id FROM session WHERE account_id = ? AND revoked_at IS NULL',
        [prepared.accountId],
      )
      expect(open).toEqual([])
    })

    it('cannot be confirmed by a request that was under way when the phone was cut off', async () => {
      const phone = await signIn(test, { name: '途中' })
      const ticket = await newTicket()
      await test.app
        .get(Transactions)
        .run((tx) => test.app.get(SessionService).revokeAll(tx, phone.accountId, 'operator'))
      const confirmed = test.app.get(ScanService).approve(phone.actor, ticket.ticketId, ticket.match)
      await expect(confirmed).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' })
      expect((await poll(ticket)).json()).toEqual({ state: 'waiting' })
    })

    it('opens no account that has been closed since it was confirmed', async () => {
      const phone = await signIn(test, { name: '注销' })
      const ticket = await newTicket()
      await test.app.get(ScanService).approve(phone.actor, ticket.ticketId, ticket.match)
      await test.database.dataSource.query(`UPDATE account SET state = 'moved' WHERE id = ?`, [
        phone.accountId,
      ])
      expect((await poll(ticket)).json()).toEqual({ state: 'expired' })
    })
  })

  describe('appointing', () => {
    const create = (body: object, by: SignedIn = office) =>
      test.app.inject({ method: 'POST', url: '/api/appointments', payload: body, headers: by.headers })
    const valid = { name: '新人', role: 'grid-worker', areaCode: VILLAGE_A, from: '2026-01-01' }

    it.each([
      ['another town', { areaCode: `${OTHER_TOWN}201` }, 404, 'NOT_FOUND'],
      ['its own rank', { role: 'town-office', areaCode: TOWN }, 403, 'FORBIDDEN'],
      ['a higher rank', { role: 'county-office', areaCode: '441581' }, 403, 'FORBIDDEN'],
      ['a role that does not suit the area', { role: 'posted-leader', areaCode: TOWN }, 422, 'INVALID'],
      ['a village that does not exist', { areaCode: `${TOWN}299` }, 422, 'INVALID'],
      ['no area code', { areaCode: '44158199020' }, 422, 'INVALID'],
      ['an end before the beginning', { to: '2025-12-31' }, 422, 'INVALID'],
      ['a day that does not exist', { from: '2026-02-30' }, 422, 'INVALID'],
      ['a beginning before anybody was appointed', { from: '1999-12-31' }, 422, 'INVALID'],
      ['a beginning in the year 1', { from: '0001-01-01' }, 422, 'INVALID'],
      ['no name', { name: '  ' }, 422, 'INVALID'],
      ['a name on two lines', { name: '陈\n演一' }, 422, 'INVALID'],
      ['a name with the separator of lines', { name: '陈\u2028演一' }, 422, 'INVALID'],
      ['a name with a tab', { name: '陈\t演一' }, 422, 'INVALID'],
      ['a name that turns the writing round', { name: '陈\u202e演一' }, 422, 'INVALID'],
      ['a name with nothing to see in it', { name: '陈\u200b演一' }, 422, 'INVALID'],
      ['a name with braces', { name: '陈{{year}}' }, 422, 'INVALID'],
      ['half a letter', { name: '陈\ud83d' }, 422, 'INVALID'],
      ['a landline', { phone: '0660-1234567' }, 422, 'INVALID'],
      ['a role of its own making', { role: 'king' }, 422, 'INVALID'],
      ['the role that nobody is appointed to', { role: 'resident' }, 422, 'INVALID'],
    ])('refuses %s', async (_, change, status, code) => {
      const before = await test.database.dataSource.query('SELECT COUNT(*) AS n FROM account')
      problem(await create({ ...valid, ...change }), status, code)
      expect(await test.database.dataSource.query('SELECT COUNT(*) AS n FROM account')).toEqual(before)
    })

    it('lets the county appoint a town office, and the town everyone below', async () => {
      const county = await signIn(test, { name: '市办', role: 'county-office', areaCode: '441581' })
      const town = { ...valid, name: '新镇办', role: 'town-office', areaCode: TOWN }
      expect((await create(town, county)).statusCode).toBe(201)
      problem(await create(valid, county), 403, 'FORBIDDEN')
      const resident = await signIn(test, { name: '群众' })
      problem(await create(valid, resident), 403, 'FORBIDDEN')
    })

    it.each(['欧阳演一', '阿卜杜·热合曼', '𠮷田', '陈 演一', '  陈演二  '])(
      'takes the name %p',
      async (name) => {
        const answer = await create({ ...valid, name })
        expect(answer.statusCode).toBe(201)
        expect(answer.json<Appointed>().name).toBe(name.trim())
      },
    )

    it('says in words what is wrong with a name and a date', async () => {
      const answer = await create({ ...valid, name: '陈{', from: '1999-01-01' })
      expect(answer.json()).toMatchObject({
        errors: [
          { path: 'name', text: '姓名里有不能用的符号，请只填姓名。' },
          { path: 'from', text: '日期太早，请填2000年以后的日期。' },
        ],
      })
    })

    it('gives a prepared person a second appointment, but not under another name', async () => {
      const first = (await create({ ...valid, name: '双职', phone: '13800000021' })).json<Appointed>()
      const second = await create({ ...valid, name: '双职', phone: '13800000021', areaCode: VILLAGE_B })
      expect(second.json<Appointed>().accountId).toBe(first.accountId)
      const again = await create({ ...valid, name: '双职', phone: '13800000021' })
      expect(again.statusCode).toBe(200)
      expect(again.json<Appointed>().id).toBe(first.id)
      problem(await create({ ...valid, name: '别人', phone: '13800000021' }), 409, 'PHONE_OTHER_NAME')
    })

    it('acts under the appointment that the request names', async () => {
      const both = { name: '两村', phone: '13800000022', role: 'village-secretary' }
      const a = (await create({ ...valid, ...both, from: '2026-01-01' })).json<Appointed>()
      const b = (
        await create({ ...valid, ...both, areaCode: VILLAGE_B, from: '2026-02-01' })
      ).json<Appointed>()
      const openid = await newOpenid('13800000022')
      const { accessToken: token } = session(
        await phoneSignIn(openid, (await withWeChat(openid)).accessToken),
      )
      const active = async (id?: string) =>
        (await whoAmI(token, id ? { 'x-appointment': id } : {})).json<SessionState>().active
      expect((await active())?.areaCode).toBe(VILLAGE_A)
      expect((await active(b.id))?.areaCode).toBe(VILLAGE_B)
      for (const foreign of [office.actor.appointmentId!, 'nonsense', "' OR 1=1"])
        problem(await whoAmI(token, { 'x-appointment': foreign }), 403, 'APPOINTMENT_NOT_YOURS')
      await asOffice('POST', `/api/appointments/${a.id}/end`)
      problem(await whoAmI(token, { 'x-appointment': a.id }), 403, 'APPOINTMENT_NOT_YOURS')
      expect((await active())?.areaCode).toBe(VILLAGE_B)
    })

    it('begins on its first day and ends after its last', async () => {
      await create({ ...valid, name: '任期', phone: '13800000023', from: '2026-11-24', to: '2026-11-25' })
      const openid = await newOpenid('13800000023')
      let login = session(await phoneSignIn(openid, (await withWeChat(openid)).accessToken))
      const roles = [login.appointments.length]
      for (const instant of ['2026-11-23T16:00:00Z', '2026-11-25T15:59:00Z', '2026-11-25T16:00:00Z']) {
        test.clock.set(instant)
        login = await withWeChat(openid)
        roles.push(login.appointments.length)
      }
      test.clock.set(TEST_NOW)
      expect(roles).toEqual([0, 1, 1, 0])
    })

    it("hides another town's appointments and refuses to print codes that open them", async () => {
      const mine = (await create({ ...valid, name: '跨镇' })).json<Appointed>()
      const theirs = await test.app.get(AppointmentsService).appoint(test.database.dataSource.manager, {
        accountId: mine.accountId,
        role: 'grid-worker',
        areaCode: `${OTHER_TOWN}201`,
        from: '2026-01-01',
      })
      const list = (await asOffice('GET', '/api/appointments')).json<{ items: Appointed[] }>().items
      expect(list.map((item) => item.id)).toContain(mine.id)
      expect(list.map((item) => item.id)).not.toContain(theirs.id)
      problem(await asOffice('POST', `/api/appointments/${theirs.id}/end`), 404, 'NOT_FOUND')
      problem(await asOffice('POST', `/api/appointments/${theirs.id}/binding-code`), 404, 'NOT_FOUND')
      problem(
        await asOffice('POST', `/api/appointments/${mine.id}/binding-code`),
        403,
        'ACCOUNT_OUT_OF_SCOPE',
      )
    })

    it('is refused outside the fictional town while this is a demonstration', async () => {
      const other = await signIn(test, { name: '邻镇办', role: 'town-office', areaCode: OTHER_TOWN })
      problem(await create({ ...valid, areaCode: `${OTHER_TOWN}201` }, other), 403, 'DEMO_READ_ONLY')
    })

    it('does not give a town office a code for its own account or for one whose work has ended', async () => {
      const own = office.actor.appointmentId
      problem(await asOffice('POST', `/api/appointments/${own}/binding-code`), 404, 'NOT_FOUND')
      const ended = (await create({ ...valid, name: '离任' })).json<Appointed>()
      await asOffice('POST', `/api/appointments/${ended.id}/end`)
      problem(await asOffice('POST', `/api/appointments/${ended.id}/binding-code`), 404, 'NOT_FOUND')
    })

    it('starts with an office that the command line made', async () => {
      const made = await test.app
        .get(AppointmentOfficeService)
        .createTownOffice({ areaCode: TOWN, name: '第一个', phone: '13800000031' })
      const bindingCode = made.bindingCode
      const first = session(await call('POST', '/api/session/binding-code', { body: { bindingCode } }))
      expect(first.appointments).toMatchObject([{ role: 'town-office', areaCode: TOWN, areaName: '示范镇' }])
    })
  })

  it('kept to the contract of WeChat throughout', async () => {
    expect(await wechat.violations()).toEqual([])
  })
})
