import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { APPID, type Client, refusal, SECRET, startClient } from './harness.js'

let client: Client

beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.standIn.close())

const works = async (token: unknown) => {
  const reply = await client.post(`/wxa/business/getuserphonenumber?access_token=${token}`, {})
  // A good token gets as far as the missing code.
  return reply.json.errcode === 40029
}

describe('row 10 — stable_token in normal mode', () => {
  it('returns the same token with the remaining seconds and no errcode', async () => {
    const first = (await client.stable()).json
    client.standIn.clock.advance(1_000_000)
    const second = (await client.stable()).json
    expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 })
    expect(second).toEqual({ access_token: first.access_token, expires_in: 6200 })
  })

  it('renews in the last 300 seconds; old and new work side by side until the old one ends', async () => {
    const first = (await client.stable()).json
    client.standIn.clock.advance(6_899_000)
    expect((await client.stable()).json).toEqual({ access_token: first.access_token, expires_in: 301 })
    client.standIn.clock.advance(1000)
    const second = (await client.stable()).json
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.expires_in).toBe(7200)
    expect([await works(first.access_token), await works(second.access_token)]).toEqual([true, true])
    client.standIn.clock.advance(300_000)
    expect([await works(first.access_token), await works(second.access_token)]).toEqual([false, true])
  })
})

describe('row 11 — stable_token with force_refresh', () => {
  it('kills the old token at once', async () => {
    const old = await client.token()
    const fresh = (await client.stable({ force_refresh: true })).json.access_token
    expect(await client.post(`/wxa/msg_sec_check?access_token=${old}`, {})).toMatchObject(refusal(40001))
    expect(await works(fresh)).toBe(true)
    expect(await client.token()).toBe(fresh)
  })

  it('gives the same token back within 30 seconds', async () => {
    const first = (await client.stable({ force_refresh: true })).json.access_token
    client.standIn.clock.advance(29_999)
    expect((await client.stable({ force_refresh: true })).json.access_token).toBe(first)
    client.standIn.clock.advance(1)
    expect((await client.stable({ force_refresh: true })).json.access_token).not.toBe(first)
  })

  it('answers 45009 after 20 a day, and works again after midnight in China', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect((await client.stable({ force_refresh: true })).json).toHaveProperty('access_token')
      client.standIn.clock.advance(30_000)
    }
    expect(await client.stable({ force_refresh: true })).toMatchObject(refusal(45009))
    expect((await client.stable()).json).toHaveProperty('access_token')
    client.standIn.clock.setTo(Date.parse('2026-11-24T00:00:00+08:00'))
    expect((await client.stable({ force_refresh: true })).json).toHaveProperty('access_token')
  })
})

describe('row 12 — too many token calls', () => {
  it('answers 45011 above the minute quota and recovers in the next minute', async () => {
    await client.control('/__/settings', { limits: { tokenCallsPerMinute: 2 } })
    await client.stable()
    await client.stable()
    expect(await client.stable()).toMatchObject(refusal(45011))
    client.standIn.clock.advance(60_000)
    expect((await client.stable()).json).toHaveProperty('access_token')
  })

  it('records a client without cache once', async () => {
    await client.control('/__/settings', { limits: { tokenCallsPerRun: 2 } })
    for (let call = 0; call < 4; call += 1) await client.stable()
    expect(await client.violations()).toMatchObject([{ row: 12, code: 'token-not-cached' }])
  })
})

describe('row 13 — the old token interface', () => {
  const legacy = () =>
    client.get(`/cgi-bin/token?grant_type=client_credential&appid=${APPID}&secret=${SECRET}`)

  it('works, but any call is recorded as a test failure', async () => {
    expect((await legacy()).json).toEqual({ access_token: expect.any(String), expires_in: 7200 })
    expect(await client.violations()).toMatchObject([{ row: 13, code: 'legacy-token-called' }])
  })

  it('kills the previous token after 300 seconds and leaves stable tokens alone', async () => {
    const stable = await client.token()
    const first = (await legacy()).json.access_token
    const second = (await legacy()).json.access_token
    expect(second).not.toBe(first)
    client.standIn.clock.advance(299_999)
    expect(await works(first)).toBe(true)
    client.standIn.clock.advance(1)
    expect([await works(first), await works(second), await works(stable)]).toEqual([false, true, true])
  })
})
