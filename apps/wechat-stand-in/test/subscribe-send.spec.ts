import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  aMessage,
  CADRE,
  type Client,
  DIGEST,
  DUE,
  FOREIGNER,
  ok,
  RESIDENT,
  refusal,
  startClient,
} from './harness.js'

const PATH = '/cgi-bin/message/subscribe/send'
let client: Client

beforeEach(async () => {
  client = await startClient()
  await client.accept(CADRE, DUE)
})
afterEach(() => client.standIn.close())

const sent = async () => (await client.get('/__/sent')).json.items as Record<string, unknown>[]
const withValue = (key: string, value: unknown) => ({ data: { ...aMessage().data, [key]: value } })

describe('a message that is right', () => {
  it('is accepted and listed word for word', async () => {
    expect(await client.send()).toMatchObject(ok)
    expect(await sent()).toEqual([
      {
        msgId: '1864323726461255681',
        at: '2026-11-23T06:05:00.000Z',
        openid: CADRE,
        templateId: DUE,
        templateKey: 'due',
        page: 'pages/tasks/index?id=12',
        miniprogramState: 'formal',
        lang: 'zh_CN',
        data: { thing1: '您有1项工作待办', date2: '2026-11-30', phrase3: '待办' },
        dropped: false,
      },
    ])
  })

  it('answers with an id above 2^53, as bare digits or as a string', async () => {
    await client.accept(CADRE, DUE)
    expect((await client.send()).text).toContain('"msgid":1864323726461255681}')
    await client.control('/__/settings', { messageIdForm: 'string' })
    expect((await client.send()).text).toContain('"msgid":"1864323726461255683"}')
  })
})

describe('row 23 — openid', () => {
  it.each([[''], [undefined], ['oNobody00001'], [FOREIGNER]])('%j answers 40003', async (touser) => {
    expect(await client.send({ touser })).toMatchObject(refusal(40003))
  })
})

describe('row 24 — template', () => {
  it.each([['tmpl-unknown'], [undefined]])('%j answers 40037', async (template_id) => {
    expect(await client.send({ template_id })).toMatchObject(refusal(40037))
  })
})

describe('row 25 — data', () => {
  it.each([[undefined], [null], ['{"thing1":{"value":"x"}}'], [[]]])('%j answers 47003', async (data) => {
    expect(await client.send({ data })).toMatchObject(refusal(47003, 'argument invalid! data'))
  })

  it('a missing key answers 47003 and is named', async () => {
    const { thing1, date2 } = aMessage().data
    expect(await client.send({ data: { thing1, date2 } })).toMatchObject(
      refusal(47003, 'argument invalid! data.phrase3.value is empty'),
    )
  })

  it.each<[string, string, unknown, string]>([
    ['an extra key', 'thing9', { value: '多' }, 'data.thing9.value invalid'],
    ['an empty value', 'thing1', { value: '' }, 'data.thing1.value is empty'],
    ['a bare string', 'thing1', '您有1项工作待办', 'data.thing1.value invalid'],
    ['a number', 'thing1', { value: 1 }, 'data.thing1.value invalid'],
    ['null', 'thing1', null, 'data.thing1.value invalid'],
    ['21 characters', 'thing1', { value: '一'.repeat(21) }, 'data.thing1.value invalid'],
    ['a wrong date', 'date2', { value: '月底' }, 'data.date2.value invalid'],
    ['a phrase with a digit', 'phrase3', { value: '待办1' }, 'data.phrase3.value invalid'],
  ])('%s answers 47003', async (_name, key, value, text) => {
    expect(await client.send(withValue(key, value))).toMatchObject(
      refusal(47003, `argument invalid! ${text}`),
    )
  })

  it('an enum keyword takes only the template’s own values', async () => {
    const keywords = [{ key: 'enum1', values: ['进行中', '已完成'] }]
    await client.control('/__/templates', { key: 'state', templateId: 'tmpl-state-0001', keywords })
    await client.accept(CADRE, 'tmpl-state-0001')
    const send = (value: string) =>
      client.send({ template_id: 'tmpl-state-0001', data: { enum1: { value } } })
    expect(await send('未知')).toMatchObject(refusal(47003))
    expect(await send('进行中')).toMatchObject(ok)
  })
})

describe('row 26 — page', () => {
  it.each([['/pages/home/index'], ['pages/drafts/index'], ['pages/drafts/index?id=1'], [7]])(
    '%j answers 41030',
    async (page) => {
      expect(await client.send({ page })).toMatchObject(refusal(41030))
    },
  )

  it('may be absent', async () => {
    expect(await client.send({ page: undefined })).toMatchObject(ok)
  })

  it('counts as soon as it is published', async () => {
    await client.control('/__/pages', { pages: ['pages/drafts/index'] })
    expect(await client.send({ page: 'pages/drafts/index?id=1' })).toMatchObject(ok)
  })
})

describe('row 27 — miniprogram_state and lang', () => {
  it.each([
    [{ miniprogram_state: undefined }, 'miniprogram_state'],
    [{ miniprogram_state: 'release' }, 'miniprogram_state'],
    [{ lang: undefined }, 'lang'],
    [{ lang: 'zh-CN' }, 'lang'],
  ])('%j answers 47003', async (change, text) => {
    expect(await client.send(change)).toMatchObject(refusal(47003, text))
  })
})

describe('row 28 — credits', () => {
  it('one tap is one message', async () => {
    await client.accept(CADRE, DUE)
    expect(await client.send()).toMatchObject(ok)
    expect(await client.send()).toMatchObject(ok)
    expect(await client.send()).toMatchObject(refusal(43101))
  })

  it('a message that is refused costs nothing', async () => {
    await client.send({ lang: undefined })
    expect(await client.send()).toMatchObject(ok)
  })

  it('a long-term template needs one consent for many messages', async () => {
    const digest = { template_id: DIGEST, data: { thing1: { value: '本周工作周报' } } }
    expect(await client.send(digest)).toMatchObject(refusal(43101))
    await client.accept(CADRE, DIGEST)
    expect(await client.send(digest)).toMatchObject(ok)
    expect(await client.send(digest)).toMatchObject(ok)
  })
})

describe('row 29 — rejected by the user', () => {
  it('answers 43101 while the template is rejected', async () => {
    const change = (status: string) =>
      client.control('/__/subscription-changes', { openid: CADRE, items: [{ templateId: DUE, status }] })
    await change('reject')
    expect(await client.send()).toMatchObject(refusal(43101))
    await change('accept')
    expect(await client.send()).toMatchObject(ok)
  })

  it('answers 43101 while the main switch is off', async () => {
    await client.control('/__/subscription-changes', { openid: CADRE, mainSwitchOff: true })
    expect(await client.send()).toMatchObject(refusal(43101))
    await client.control('/__/subscription-changes', { openid: CADRE, mainSwitchOff: false })
    expect(await client.send()).toMatchObject(ok)
  })
})

describe('row 30 — two messages to one user at the same moment', () => {
  const inFlight = async () => {
    for (;;) {
      const { json } = await client.get('/__/state')
      if (json.held === 1) return
    }
  }

  it('the second answers 43108, another user is not concerned', async () => {
    await client.accept(CADRE, DUE)
    await client.accept(RESIDENT, DUE)
    await client.control('/__/faults', { path: PATH, hold: true })
    const first = client.send()
    await inFlight()
    expect(await client.send()).toMatchObject(refusal(43108))
    expect(await client.send({ touser: RESIDENT })).toMatchObject(ok)
    expect(await client.control('/__/faults/release', {})).toEqual({ released: 1 })
    expect(await first).toMatchObject(ok)
    expect(await client.send()).toMatchObject(ok)
  })
})

describe('row 31 — banned template', () => {
  it('answers 43107', async () => {
    const keywords = [{ key: 'thing1' }, { key: 'date2' }, { key: 'phrase3' }]
    await client.control('/__/templates', { key: 'due', templateId: DUE, keywords, banned: true })
    expect(await client.send()).toMatchObject(refusal(43107))
  })
})

describe('row 32 — sensitive words', () => {
  it.each(['毒品', '吸毒', '贩毒', '冰毒', '尿检'])('%s answers 45168', async (word) => {
    expect(await client.send(withValue('thing1', { value: `关于${word}的通知` }))).toMatchObject(
      refusal(45168),
    )
  })

  it('the programme’s own name is no such word', async () => {
    expect(await client.send(withValue('thing1', { value: '无毒村创建工作' }))).toMatchObject(ok)
  })
})

describe('row 33 — daily cap', () => {
  it('answers 45009 until midnight in China', async () => {
    await client.control('/__/settings', { limits: { sendsPerDay: 1 } })
    await client.accept(CADRE, DUE)
    await client.send()
    expect(await client.send()).toMatchObject(refusal(45009))
    client.standIn.clock.setTo(Date.parse('2026-11-24T00:00:00+08:00'))
    expect(await client.send()).toMatchObject(ok)
  })
})
