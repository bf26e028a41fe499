import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { CADRE, type Client, DIGEST, DUE, ok, startClient } from './harness.js'
import { PushReceiver } from './push-receiver.js'

let client: Client
let receiver: PushReceiver

beforeEach(async () => {
  receiver = await PushReceiver.start()
  client = await startClient()
})
afterEach(async () => {
  await client.standIn.close()
  await receiver.close()
})

const target = (change: object = {}) => client.control('/__/push-target', { ...receiver.target, ...change })
const settle = () => client.control('/__/settle', {})
const deliveries = async () => (await client.get('/__/pushes')).json.items as Record<string, unknown>[]
const push = (deliberately: string) =>
  client.control('/__/push', {
    openid: CADRE,
    event: 'subscribe_msg_change_event',
    items: [{ TemplateId: DUE, SubscribeStatusString: 'reject' }],
    deliberately,
  })

const MODES = ['plain', 'secure']

describe('row 34 — event of a sent message', () => {
  it.each(MODES)('comes with List as a bare object and the id in digits (%s mode)', async (mode) => {
    await target({ mode })
    await client.accept(CADRE, DUE)
    await settle()
    expect(await client.send()).toMatchObject(ok)
    await settle()
    expect(receiver.messages.at(-1)).toMatchObject({
      ToUserName: 'gh_0123456789ab',
      FromUserName: CADRE,
      CreateTime: '1795413900',
      MsgType: 'event',
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: DUE, ErrorCode: '0', ErrorStatus: 'success' },
    })
    expect(receiver.received.at(-1)!.text).toContain('"MsgID":1864323726461255681,')
  })

  it('parsed as a number the id is another one', () => {
    expect(String(JSON.parse('1864323726461255681'))).not.toBe('1864323726461255681')
  })
})

describe('row 36 — event of the subscribe popup', () => {
  it('one item comes as an object', async () => {
    await target()
    await client.accept(CADRE, DUE)
    await settle()
    expect(receiver.messages).toMatchObject([
      {
        Event: 'subscribe_msg_popup_event',
        FromUserName: CADRE,
        List: { TemplateId: DUE, SubscribeStatusString: 'accept', PopupScene: '0' },
      },
    ])
  })

  it('several items come as a list; filtered and banned ones do not come', async () => {
    await target()
    const keywords = [{ key: 'thing1' }]
    await client.control('/__/templates', { key: 'more', templateId: 'tmpl-more-0001', keywords })
    await client.control('/__/templates', { key: 'same', templateId: 'tmpl-same-0001', keywords })
    await client.control('/__/subscriptions', {
      openid: CADRE,
      results: [
        { templateId: DUE, status: 'accept' },
        { templateId: 'tmpl-more-0001', status: 'reject' },
        { templateId: 'tmpl-same-0001', status: 'filter' },
      ],
    })
    await settle()
    expect(receiver.messages[0]!.List).toEqual([
      { TemplateId: DUE, SubscribeStatusString: 'accept', PopupScene: '0' },
      { TemplateId: 'tmpl-more-0001', SubscribeStatusString: 'reject', PopupScene: '0' },
    ])
  })

  it('the phone hears acceptWithAlert for a long-term template, the server hears accept', async () => {
    await target()
    expect(await client.accept(CADRE, DIGEST)).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      [DIGEST]: 'acceptWithAlert',
    })
    await settle()
    expect(receiver.messages[0]!.List).toMatchObject({ SubscribeStatusString: 'accept' })
  })

  it.each([
    [[], '10001'],
    [[DUE, DUE, DUE, DUE], '20003'],
    [['tmpl-unknown'], '20001'],
    [[DUE, DIGEST], '20002'],
  ])('%j fails on the phone with %s', async (templateIds, errCode) => {
    const results = templateIds.map((templateId) => ({ templateId, status: 'accept' }))
    const reply = await client.post('/__/subscriptions', { openid: CADRE, results })
    expect(reply).toMatchObject({ status: 400, json: { error: expect.stringContaining(errCode) } })
  })

  it('fails on the phone with 20004 while the main switch is off', async () => {
    await client.control('/__/subscription-changes', { openid: CADRE, mainSwitchOff: true })
    const reply = await client.post('/__/subscriptions', {
      openid: CADRE,
      results: [{ templateId: DUE, status: 'accept' }],
    })
    expect(reply.json.error).toContain('20004')
  })

  it('of the user’s settings only rejections are pushed', async () => {
    await target()
    for (const status of ['reject', 'accept']) {
      await client.control('/__/subscription-changes', {
        openid: CADRE,
        items: [{ templateId: DUE, status }],
      })
    }
    await settle()
    expect(receiver.messages).toMatchObject([
      { Event: 'subscribe_msg_change_event', List: { TemplateId: DUE, SubscribeStatusString: 'reject' } },
    ])
  })
})

describe('row 53 — pushes that are right and pushes that are wrong', () => {
  it.each(['none', 'wide-pad'])('%s is accepted', async (deliberately) => {
    await target()
    expect(await push(deliberately)).toMatchObject({ acknowledged: true, attempts: [{ status: 200 }] })
    expect(await client.violations()).toEqual([])
  })

  it.each(['wrong-signature', 'wrong-appid', 'bad-pad'])(
    '%s is sent once and must be refused',
    async (deliberately) => {
      await target()
      expect(await push(deliberately)).toMatchObject({ acknowledged: false, attempts: [{ status: 401 }] })
      expect([receiver.messages, await client.violations()]).toEqual([[], []])
    },
  )

  it('finds a receiver that does not check the signature', async () => {
    await target()
    receiver.checksSignature = false
    await push('wrong-signature')
    expect(await client.violations()).toMatchObject([{ row: 53, code: 'wrong-push-not-refused' }])
  })

  it('a wrong signature in plain mode must be refused too', async () => {
    await target({ mode: 'plain' })
    expect(await push('wrong-signature')).toMatchObject({ attempts: [{ status: 401 }] })
  })

  it('a replay is the same message, byte for byte', async () => {
    await target()
    await push('none')
    expect(await push('replay')).toMatchObject({ acknowledged: true, deliberately: 'replay' })
    expect(receiver.received[1]).toEqual(receiver.received[0])
  })

  it('finds a receiver that refuses a right push', async () => {
    await target({ token: 'anothertoken1', verify: false })
    await client.control('/__/settings', { limits: { pushResends: 0 } })
    await push('none')
    expect(await client.violations()).toMatchObject([{ row: 53, code: 'right-push-refused' }])
  })
})

describe('row 54 — URL check', () => {
  it('saves the target when the bare echo string comes back', async () => {
    expect(await target()).toEqual({ verified: true })
  })

  it('finds an echo in quotes and saves nothing', async () => {
    receiver.answerEcho = (echo, response) => response.end(JSON.stringify(echo))
    expect(await target()).toMatchObject({ verified: false })
    expect(await client.violations()).toMatchObject([{ row: 54, code: 'url-check-failed' }])
    expect((await client.get('/__/state')).json.pushTarget).toBeNull()
  })
})

describe('row 55 — a push that is not answered', () => {
  it('is sent again three times, the same each time', async () => {
    await client.control('/__/settings', { limits: { pushAnswerMs: 20 } })
    await target()
    receiver.answer = () => {}
    await push('none')
    expect(receiver.received).toHaveLength(4)
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1)
    expect(await deliveries()).toMatchObject([
      { acknowledged: false, attempts: Array(4).fill({ status: null, error: 'no answer in time' }) },
    ])
  })

  it('is sent again after a server error, until it is acknowledged', async () => {
    await target()
    receiver.answer = (response) => {
      response.writeHead(receiver.received.length === 1 ? 500 : 200).end()
    }
    expect(await push('none')).toMatchObject({
      acknowledged: true,
      attempts: [{ status: 500 }, { status: 200 }],
    })
  })

  it('finds an answer wrapped by an interceptor', async () => {
    await target()
    receiver.answer = (response) => response.end('{"code":0}')
    await push('none')
    expect(await client.violations()).toMatchObject([{ row: 55, code: 'push-answer-wrapped' }])
  })
})

describe('row 59 — secrets in an answer to a push', () => {
  it('are found', async () => {
    await target()
    receiver.answer = (response) => response.end(`error at ${receiver.target.token}`)
    await push('none')
    expect(await client.violationCodes()).toContain('secret-in-push-answer')
  })
})
