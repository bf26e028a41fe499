import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { CADRE, type Client, FOREIGNER, RESIDENT, refusal, startClient } from './harness.js'

let client: Client

beforeEach(async () => {
  client = await startClient()
  await client.control('/__/visits', { openid: CADRE })
})
afterEach(() => client.standIn.close())

const check = (change: object = {}) =>
  client.authorised('/wxa/msg_sec_check', {
    version: 2,
    openid: CADRE,
    scene: 2,
    content: '已完成走访',
    ...change,
  })

const code = (change: object = {}) =>
  client.authorised('/wxa/getwxacodeunlimit', { scene: 'v=12&t=3', page: 'pages/home/index', ...change })

describe('row 37 — msg_sec_check version', () => {
  it.each([[1], ['2'], [undefined]])('%j answers 47001', async (version) => {
    expect(await check({ version })).toMatchObject(refusal(47001))
  })
})

describe('row 38 — msg_sec_check scene', () => {
  it.each([[0], [5], ['2'], [undefined]])('%j answers 40129', async (scene) => {
    expect(await check({ scene })).toMatchObject(refusal(40129))
  })
})

describe('row 39 — msg_sec_check openid', () => {
  it('an unknown openid answers 40003', async () => {
    expect(await check({ openid: 'oNobody00001' })).toMatchObject(refusal(40003))
  })

  it('an openid of another AppID answers 43104', async () => {
    expect(await check({ openid: FOREIGNER })).toMatchObject(refusal(43104))
  })

  it('a user who did not come within two hours answers 61010', async () => {
    expect(await check({ openid: RESIDENT })).toMatchObject(refusal(61010))
    client.standIn.clock.advance(7_200_000)
    expect((await check()).json).toHaveProperty('result')
    client.standIn.clock.advance(1)
    expect(await check()).toMatchObject(refusal(61010))
  })

  it('signing in counts as a visit', async () => {
    await client.signIn(RESIDENT)
    expect((await check({ openid: RESIDENT })).json).toHaveProperty('result')
  })
})

describe('row 40 — msg_sec_check content', () => {
  it.each([[''], [undefined]])('%j answers 44002', async (content) => {
    expect(await check({ content })).toMatchObject(refusal(44002))
  })

  it('2500 characters pass, 2501 answer 47001', async () => {
    expect((await check({ content: '村'.repeat(2500) })).json).toHaveProperty('result')
    expect(await check({ content: '村'.repeat(2501) })).toMatchObject(refusal(47001))
  })

  it('a signature belongs to scene 1 only', async () => {
    expect(await check({ signature: '签名' })).toMatchObject(refusal(47001))
    expect((await check({ signature: '签名', scene: 1 })).json).toHaveProperty('result')
  })
})

describe('row 41 — msg_sec_check verdicts', () => {
  it.each([
    ['已完成走访', { suggest: 'pass', label: 100 }],
    ['拒绝毒品从我做起', { suggest: 'review', label: 20001 }],
    ['出售冰毒', { suggest: 'risky', label: 20006 }],
  ])('%s: HTTP 200, errcode 0 and a result', async (content, result) => {
    const reply = await check({ content })
    expect(reply).toMatchObject({ status: 200, json: { errcode: 0, errmsg: 'ok', result } })
    expect(reply.json.detail).toContainEqual({ strategy: 'content_model', errcode: 0, ...result, prob: 90 })
  })

  it('looks into title and nickname too', async () => {
    expect((await check({ title: '出售冰毒' })).json.result).toEqual({ suggest: 'risky', label: 20006 })
    expect((await check({ nickname: '吸毒' })).json.result).toEqual({ suggest: 'review', label: 20001 })
  })
})

describe('row 42 — msg_sec_check minute quota', () => {
  it('answers 45009 above it', async () => {
    await client.control('/__/settings', { limits: { secChecksPerMinute: 1 } })
    await check()
    expect(await check()).toMatchObject(refusal(45009))
    client.standIn.clock.advance(60_000)
    expect((await check()).json).toHaveProperty('result')
  })
})

describe('row 46 — getwxacodeunlimit scene', () => {
  it.each([[''], [undefined], ['a'.repeat(33)], [12]])('%j answers 40169', async (scene) => {
    expect(await code({ scene })).toMatchObject(refusal(40169))
  })

  it('a body that is no JSON answers 40169', async () => {
    const path = `/wxa/getwxacodeunlimit?access_token=${await client.token()}`
    expect(await client.raw('POST', path, 'scene=1', 'text/plain')).toMatchObject(refusal(40169))
  })

  it.each([['%E6%9D%91'], ['村=12'], ['a b'], ['a"b']])('%j answers 40129', async (scene) => {
    expect(await code({ scene })).toMatchObject(refusal(40129))
  })

  it('takes 32 characters of the whole set', async () => {
    expect((await code({ scene: "aZ09!#$&'()*+,/:;=?@-._~" })).type).toBe('image/jpeg')
    expect((await code({ scene: 'a'.repeat(32) })).type).toBe('image/jpeg')
  })
})

describe('row 47 — getwxacodeunlimit page', () => {
  it.each([['/pages/home/index'], ['pages/home/index?id=1'], ['pages/drafts/index']])(
    '%s answers 41030',
    async (page) => {
      expect(await code({ page })).toMatchObject(refusal(41030))
    },
  )

  it('an unpublished page passes with check_path false, a malformed one does not', async () => {
    expect((await code({ page: 'pages/drafts/index', check_path: false })).type).toBe('image/jpeg')
    expect(await code({ page: '/pages/home/index', check_path: false })).toMatchObject(refusal(41030))
  })

  it('no page means the home page', async () => {
    expect((await code({ page: undefined })).type).toBe('image/jpeg')
  })
})

describe('row 48 — getwxacodeunlimit arguments', () => {
  it.each([
    [{ env_version: '' }],
    [{ env_version: 'formal' }],
    [{ width: 279 }],
    [{ width: 1281 }],
    [{ width: '430' }],
    [{ check_path: 'false' }],
  ])('%j answers 40097', async (change) => {
    expect(await code(change)).toMatchObject(refusal(40097))
  })

  it.each([[{ width: 280 }], [{ width: 1280 }], [{ env_version: 'develop' }]])(
    '%j passes',
    async (change) => {
      expect((await code(change)).type).toBe('image/jpeg')
    },
  )
})

describe('row 49 — getwxacodeunlimit minute quota', () => {
  it('answers 45009 above it', async () => {
    await client.control('/__/settings', { limits: { codesPerMinute: 1 } })
    await code()
    expect(await code()).toMatchObject(refusal(45009))
  })
})

describe('row 50 — getwxacodeunlimit success', () => {
  it('is a JPEG from its first to its last bytes', async () => {
    const reply = await fetch(
      `${client.standIn.url}/wxa/getwxacodeunlimit?access_token=${await client.token()}`,
      {
        method: 'POST',
        body: JSON.stringify({ scene: 'v=12' }),
      },
    )
    const bytes = Buffer.from(await reply.arrayBuffer())
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(bytes.subarray(0, 4).toString('hex')).toBe('ffd8ffe0')
    expect(bytes.subarray(6, 10).toString('latin1')).toBe('JFIF')
    expect(bytes.subarray(-2).toString('hex')).toBe('ffd9')
  })
})
