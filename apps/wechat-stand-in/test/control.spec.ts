import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startStandIn } from '../src/server.js'
import { CADRE, type Client, CONFIG, DUE, RESIDENT, SECRET, startClient } from './harness.js'

let client: Client

beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.standIn.close())

const refused = (error: string) => ({ status: 400, json: { error: expect.stringContaining(error) } })

describe('configuration', () => {
  it.each<[object, string]>([
    [{ appId: 'wx' }, 'appId: expected one of appid'],
    [{ appid: 'demo' }, 'appid: expected an AppID'],
    [{ templates: { due: { templateId: DUE, keywords: [{ key: 'remark1' }] } } }, 'keywords[0].key'],
    [{ templates: { due: { templateId: DUE, keywords: [{ key: 'thing1', type: 'date' }] } } }, 'says thing'],
    [{ users: [{ openid: CADRE, phone: '12' }] }, 'users[0].phone'],
    [{ pages: ['/pages/home/index'] }, 'pages[0]'],
    [{ limits: { sendsPerday: 1 } }, 'limits.sendsPerday'],
  ])('%j is refused with its path', async (config, message) => {
    await expect(startStandIn({ config })).rejects.toThrow(message)
  })

  it('starts with nothing at all', async () => {
    const bare = await startStandIn()
    expect(bare.state.appid).toMatch(/^wx/)
    await bare.close()
  })
})

describe('control endpoints', () => {
  it('add a user, who keeps credits when added again', async () => {
    await client.control('/__/users', { openid: 'oNew00000001' })
    await client.accept('oNew00000001', DUE)
    await client.control('/__/users', { openid: 'oNew00000001', phone: '13900000000' })
    const user = client.standIn.state.users.get('oNew00000001')
    expect([user?.phone, user?.credits.get(DUE)]).toEqual(['13900000000', 1])
  })

  it('give no code to strangers and no phone code without a phone', async () => {
    expect(await client.post('/__/codes', { openid: 'oNobody00001' })).toMatchObject(refused('not a user'))
    expect(await client.post('/__/phone-codes', { openid: RESIDENT })).toMatchObject(
      refused('no phone number'),
    )
  })

  it('move the clock', async () => {
    expect(await client.control('/__/clock', { advanceMs: 1000 })).toEqual({
      now: '2026-11-23T06:05:01.000Z',
    })
    const setTo = '2027-01-01T00:00:00.000Z'
    expect(await client.control('/__/clock', { setTo, freeze: true })).toEqual({ now: setTo })
    expect(await client.post('/__/clock', { setTo: 'tomorrow' })).toMatchObject(refused('setTo'))
  })

  it('refuse a misspelt key, a fault without effect and text that is no JSON', async () => {
    expect(await client.post('/__/faults', { path: '/x', errCode: 1 })).toMatchObject(refused('errCode'))
    expect(await client.post('/__/faults', { path: '/x' })).toMatchObject(refused('needs errcode'))
    expect(await client.raw('POST', '/__/faults', '{')).toMatchObject(refused('JSON'))
  })

  it('answer 404 to a path they do not have', async () => {
    expect(await client.get('/__/nothing')).toMatchObject({ status: 404 })
  })

  it('refuse to push without a target or without anything to replay', async () => {
    const push = { openid: CADRE, event: 'subscribe_msg_popup_event', items: [{}] }
    expect(await client.post('/__/push', push)).toMatchObject(refused('no push target'))
    const target = {
      url: 'http://127.0.0.1:1/',
      token: 'pushtoken',
      encodingAesKey: 'A'.repeat(43),
      verify: false,
    }
    await client.control('/__/push-target', { ...target, mode: 'plain' })
    expect(await client.post('/__/push', { ...push, deliberately: 'replay' })).toMatchObject(
      refused('replayed'),
    )
    expect(await client.post('/__/push', { ...push, deliberately: 'wrong-appid' })).toMatchObject(
      refused('secure'),
    )
  })

  it('tell the state without a secret in it', async () => {
    const { session_key } = await client.signIn(CADRE)
    const token = await client.token()
    const { text, json } = await client.get('/__/state')
    expect(json).toMatchObject({
      now: '2026-11-23T06:05:00.000Z',
      calls: { '/sns/jscode2session': 1, '/cgi-bin/stable_token': 1 },
      tokenCalls: 1,
      violations: 0,
    })
    for (const secret of [SECRET, String(session_key), token]) expect(text).not.toContain(secret)
  })

  it('list the calls with their errcodes', async () => {
    await client.login('unknown')
    expect((await client.get('/__/calls')).json.items).toMatchObject([
      { method: 'GET', path: '/sns/jscode2session', errcode: 40029 },
    ])
  })

  it('reset everything to the configuration', async () => {
    await client.accept(CADRE, DUE)
    await client.send()
    await client.control('/__/clock', { advanceMs: 5000 })
    await client.control('/__/settings', { frozen: true })
    await client.get('/unknown')
    await client.control('/__/reset', {})
    expect((await client.get('/__/state')).json).toMatchObject({
      now: '2026-11-23T06:05:00.000Z',
      calls: {},
      sent: 0,
      violations: 0,
    })
    expect(client.standIn.state.users.size).toBe(CONFIG.users!.length)
    expect((await client.stable()).json).toHaveProperty('access_token')
  })
})
