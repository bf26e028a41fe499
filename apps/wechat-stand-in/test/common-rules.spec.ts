import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  APPID,
  aMessage,
  CADRE,
  type Client,
  OTHER_APPID,
  OTHER_SECRET,
  refusal,
  SECRET,
  startClient,
} from './harness.js'

let client: Client

beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.standIn.close())

const TOKEN_GETS = ['/wxa/checksession']
const TOKEN_POSTS = [
  '/wxa/business/getuserphonenumber',
  '/cgi-bin/message/subscribe/send',
  '/wxa/msg_sec_check',
  '/wxa/getwxacodeunlimit',
]

describe('row 1 — access_token missing in the query', () => {
  it.each(TOKEN_POSTS)('%s answers 41001', async (path) => {
    expect(await client.post(path, {})).toMatchObject(refusal(41001))
  })

  it.each(TOKEN_GETS)('%s answers 41001', async (path) => {
    expect(await client.get(path)).toMatchObject(refusal(41001))
  })
})

describe('row 2 — token of nobody or of another account', () => {
  it('a token never issued answers 40014', async () => {
    expect(await client.post(`${TOKEN_POSTS[0]}?access_token=never`, {})).toMatchObject(refusal(40014))
  })

  it('a token of another AppID answers 40001', async () => {
    const { json } = await client.stable({ appid: OTHER_APPID, secret: OTHER_SECRET })
    const reply = await client.post(`${TOKEN_POSTS[0]}?access_token=${json.access_token}`, {})
    expect(reply).toMatchObject(refusal(40001))
  })
})

describe('row 3 — token past its life', () => {
  it('answers 42001 from the second its life ends', async () => {
    const path = `${TOKEN_POSTS[0]}?access_token=${await client.token()}`
    client.standIn.clock.advance(7_199_999)
    expect(await client.post(path, {})).toMatchObject(refusal(40029))
    client.standIn.clock.advance(1)
    expect(await client.post(path, {})).toMatchObject(refusal(42001))
  })
})

describe('row 4 — token in the JSON body', () => {
  it.each(TOKEN_POSTS)('%s answers 47001', async (path) => {
    const token = await client.token()
    expect(await client.post(path, { access_token: token })).toMatchObject(refusal(47001))
    expect(await client.post(`${path}?access_token=${token}`, { access_token: token })).toMatchObject(
      refusal(47001),
    )
  })
})

describe('row 5 — wrong method', () => {
  it.each([
    ['/cgi-bin/stable_token', 43002],
    ['/wxa/business/getuserphonenumber', 43002],
    ['/cgi-bin/message/subscribe/send', 43002],
    ['/wxa/getwxacodeunlimit', 43002],
    ['/wxa/msg_sec_check', 43302],
  ])('GET %s answers %i', async (path, errcode) => {
    expect(await client.get(path)).toMatchObject(refusal(errcode))
  })

  it.each(['/sns/jscode2session', '/cgi-bin/token', '/wxa/checksession'])(
    'POST %s answers 43001',
    async (path) => {
      expect(await client.post(path, {})).toMatchObject(refusal(43001))
    },
  )
})

describe('row 6 — bodies that are no JSON object', () => {
  const post = async (body: string | Buffer, type?: string, path = '/cgi-bin/message/subscribe/send') =>
    client.raw('POST', `${path}?access_token=${await client.token()}`, body, type)

  it('an empty body answers 44002', async () => {
    expect(await post('')).toMatchObject(refusal(44002))
  })

  it('text that is no JSON answers 47001', async () => {
    expect(await post('{touser:1}')).toMatchObject(refusal(47001))
  })

  it('a JSON list answers 47001', async () => {
    expect(await post('[]')).toMatchObject(refusal(47001))
  })

  it('bytes that are no UTF-8 answer 47001', async () => {
    expect(await post(Buffer.from([0x7b, 0x22, 0xc4, 0xe3, 0x22, 0x3a, 0x31, 0x7d]))).toMatchObject(
      refusal(47001),
    )
  })

  it('a form post answers 47001, even around JSON', async () => {
    const form = 'application/x-www-form-urlencoded'
    expect(await post('touser=1', form)).toMatchObject(refusal(47001))
    expect(await post(JSON.stringify(aMessage()), form)).toMatchObject(refusal(47001))
  })
})

describe('row 7 — caller not in the whitelist', () => {
  const calls = {
    stable_token: () => client.stable(),
    token: () => client.get(`/cgi-bin/token?grant_type=client_credential&appid=${APPID}&secret=${SECRET}`),
    jscode2session: () => client.login('any'),
  }

  it.each(Object.entries(calls))('%s answers 40164', async (_name, call) => {
    await client.control('/__/settings', { ipWhitelist: { allowed: ['10.0.0.1'] } })
    expect(await call()).toMatchObject(refusal(40164, '127.0.0.1'))
  })

  it.each(Object.entries(calls))('%s answers 61004 in the documented form', async (_name, call) => {
    await client.control('/__/settings', { ipWhitelist: { allowed: [], refuseWith: 61004 } })
    expect(await call()).toMatchObject(refusal(61004))
  })

  it('lets listed callers and token calls through', async () => {
    const token = await client.token()
    await client.control('/__/settings', { ipWhitelist: { allowed: [] } })
    expect(await client.post(`/wxa/msg_sec_check?access_token=${token}`, {})).toMatchObject(refusal(47001))
    await client.control('/__/settings', { ipWhitelist: { allowed: ['127.0.0.1'] } })
    expect((await client.stable()).json).toHaveProperty('access_token')
  })
})

describe('rows 8 and 9 — AppID, AppSecret, freeze, grant type', () => {
  const cases: [string, Record<string, string>, number][] = [
    ['AppID missing', { appid: '' }, 41002],
    ['AppID wrong', { appid: 'wx9999999999999999' }, 40013],
    ['AppSecret missing', { secret: '' }, 41004],
    ['AppSecret wrong', { secret: SECRET.replace('1', '2') }, 40125],
    ['AppSecret of another AppID', { secret: OTHER_SECRET }, 40125],
    ['grant type wrong', { grant_type: 'password' }, 40002],
  ]

  it.each(cases)('stable_token: %s', async (_name, change, errcode) => {
    expect(await client.stable(change)).toMatchObject(refusal(errcode))
  })

  it.each(cases)('token: %s', async (_name, change, errcode) => {
    const query = { grant_type: 'client_credential', appid: APPID, secret: SECRET, ...change }
    expect(await client.get(`/cgi-bin/token?${new URLSearchParams(query)}`)).toMatchObject(refusal(errcode))
  })

  it.each(cases)('jscode2session: %s', async (_name, change, errcode) => {
    expect(await client.login('any', change)).toMatchObject(refusal(errcode))
  })

  it('a frozen AppSecret answers 40243', async () => {
    await client.control('/__/settings', { frozen: true })
    expect(await client.stable()).toMatchObject(refusal(40243))
    expect(await client.login(await client.code(CADRE))).toMatchObject(refusal(40243))
  })
})

describe('every answer', () => {
  it('carries another request id each time', async () => {
    const texts = await Promise.all([client.login('x'), client.login('x')])
    expect(texts[0].json.errmsg).not.toBe(texts[1].json.errmsg)
  })

  it('is labelled as plain text although it is JSON', async () => {
    expect((await client.stable()).type).toBe('text/plain; charset=utf-8')
  })

  it('fails loudly on a path it does not know', async () => {
    expect(await client.post('/wxa/media_check_async', {})).toMatchObject({ status: 501 })
    expect(await client.violationCodes()).toEqual(['unknown-path'])
  })
})
