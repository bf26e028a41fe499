import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  CADRE,
  type Client,
  FOREIGNER,
  hmacHex,
  OTHER_APPID,
  OTHER_SECRET,
  ok,
  RESIDENT,
  RISKY_USER,
  refusal,
  startClient,
} from './harness.js'

const FIVE_MINUTES = 300_000
let client: Client

beforeEach(async () => {
  client = await startClient()
})
afterEach(() => client.standIn.close())

describe('row 14 — login code unknown, old or of another AppID', () => {
  it('an unknown code answers 40029', async () => {
    expect(await client.login('unknown')).toMatchObject(refusal(40029))
  })

  it('an absent code answers 41008', async () => {
    expect(await client.login('')).toMatchObject(refusal(41008))
  })

  it('a code works for five minutes and answers 40029 after them', async () => {
    const [first, second] = [await client.code(CADRE), await client.code(CADRE)]
    client.standIn.clock.advance(FIVE_MINUTES)
    expect((await client.login(first)).json).toHaveProperty('openid', CADRE)
    client.standIn.clock.advance(1)
    expect(await client.login(second)).toMatchObject(refusal(40029))
  })

  it('a code of another AppID answers 40029', async () => {
    expect(await client.login(await client.code(FOREIGNER))).toMatchObject(refusal(40029))
    const own = await client.login(await client.code(FOREIGNER), { appid: OTHER_APPID, secret: OTHER_SECRET })
    expect(own.json).toHaveProperty('openid', FOREIGNER)
  })

  it('a phone code answers 40029', async () => {
    expect(await client.login(await client.code(CADRE, 'phone-codes'))).toMatchObject(refusal(40029))
  })
})

describe('row 15 — login code used', () => {
  it('answers 40163', async () => {
    const code = await client.code(CADRE)
    await client.login(code)
    expect(await client.login(code)).toMatchObject(refusal(40163))
  })
})

describe('row 16 — high-risk user', () => {
  it('answers 40226', async () => {
    expect(await client.login(await client.code(RISKY_USER))).toMatchObject(refusal(40226))
  })
})

describe('row 17 — one user signing in too often', () => {
  it('answers 45011 above 100 a minute, for this user only, until the next minute', async () => {
    for (let round = 0; round < 100; round += 1) await client.signIn(CADRE)
    const code = await client.code(CADRE)
    expect(await client.login(code)).toMatchObject(refusal(45011))
    expect(await client.signIn(RESIDENT)).toHaveProperty('openid')
    client.standIn.clock.advance(60_000)
    expect((await client.login(code)).json).toHaveProperty('openid')
  })
})

describe('row 18 — a successful sign-in', () => {
  it('has no errcode, and a unionid for seeded users only', async () => {
    expect(await client.signIn(CADRE)).toEqual({
      openid: CADRE,
      session_key: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
      unionid: 'uCadre',
    })
    expect(Object.keys(await client.signIn(RESIDENT))).toEqual(['openid', 'session_key'])
  })

  it('makes the earlier session key invalid', async () => {
    const first = await client.signIn(CADRE)
    const second = await client.signIn(CADRE)
    expect(await checkSession(first.session_key)).toMatchObject(refusal(87009))
    expect(await checkSession(second.session_key)).toMatchObject(ok)
  })
})

describe('row 22 — checksession', () => {
  it('wants sig_method hmac_sha256', async () => {
    const { session_key } = await client.signIn(CADRE)
    expect(await checkSession(session_key, { sig_method: 'sha1' })).toMatchObject(refusal(87008))
  })

  it('wants lower-case hex, keyed with the base64 text', async () => {
    const key = String((await client.signIn(CADRE)).session_key)
    expect(await checkSession(key)).toMatchObject(ok)
    expect(await checkSession(key, { signature: hmacHex(key).toUpperCase() })).toMatchObject(refusal(87009))
    expect(await checkSession(key, { signature: '00' })).toMatchObject(refusal(87009))
  })

  it('answers 87009 for a user who never signed in', async () => {
    expect(await checkSession('none', { openid: RESIDENT })).toMatchObject(refusal(87009))
  })

  it('signs as the published example does', () => {
    expect(hmacHex('HyVFkGl5F5OQWJZZaNzBBg==')).toBe(
      '252b75c92698025afe925b29cca5517fdf9ee67aae072cf3225ebf3a53783058',
    )
  })
})

describe('row 19 — phone code wrong, used or old', () => {
  it('a login code answers 40029', async () => {
    expect(await phone({ code: await client.code(CADRE) })).toMatchObject(refusal(40029))
  })

  it('a used code answers 40029', async () => {
    const code = await client.code(CADRE, 'phone-codes')
    expect(await phone({ code })).toMatchObject(ok)
    expect(await phone({ code })).toMatchObject(refusal(40029))
  })

  it('a code older than five minutes answers 40029', async () => {
    const code = await client.code(CADRE, 'phone-codes')
    client.standIn.clock.advance(FIVE_MINUTES + 1)
    expect(await phone({ code })).toMatchObject(refusal(40029))
  })

  it('a code of another AppID and an absent one answer 40029', async () => {
    expect(await phone({ code: await client.code(FOREIGNER, 'phone-codes') })).toMatchObject(refusal(40029))
    expect(await phone({})).toMatchObject(refusal(40029))
  })
})

describe('row 20 — phone code of someone else', () => {
  it('answers 40003 and leaves the code to its owner', async () => {
    const code = await client.code(CADRE, 'phone-codes')
    expect(await phone({ code, openid: RESIDENT })).toMatchObject(refusal(40003))
    expect(await phone({ code, openid: CADRE })).toMatchObject(ok)
  })
})

describe('row 21 — country code', () => {
  it('comes once as a number and once as a string', async () => {
    const answers = [
      await phone({ code: await client.code(CADRE, 'phone-codes') }),
      await phone({ code: await client.code(CADRE, 'phone-codes') }),
    ].map(({ json }) => json.phone_info)
    const watermark = { timestamp: expect.any(Number), appid: 'wx1111111111111111' }
    const number = { phoneNumber: '13800000001', purePhoneNumber: '13800000001', watermark }
    expect(answers).toEqual([
      { ...number, countryCode: 86 },
      { ...number, countryCode: '86' },
    ])
  })
})

function phone(body: object) {
  return client.authorised('/wxa/business/getuserphonenumber', body)
}

async function checkSession(key: unknown, change: Record<string, string> = {}) {
  const query = new URLSearchParams({
    access_token: await client.token(),
    openid: CADRE,
    signature: hmacHex(String(key)),
    sig_method: 'hmac_sha256',
    ...change,
  })
  return client.get(`/wxa/checksession?${query}`)
}
