import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aMessage, CADRE, type Client, DUE, ok, refusal, SECRET, startClient } from './harness.js'
import { PushReceiver } from './push-receiver.js'

const SEND = '/cgi-bin/message/subscribe/send'
let client: Client

beforeEach(async () => {
  client = await startClient()
  await client.accept(CADRE, DUE)
  await client.accept(CADRE, DUE)
})
afterEach(() => client.standIn.close())

const fault = (body: object) => client.control('/__/faults', body)
const sendWith = (token: string) => client.post(`${SEND}?access_token=${token}`, aMessage())
const credits = () => client.standIn.state.users.get(CADRE)!.credits.get(DUE)

describe('row 56 — busy at the first try', () => {
  it('answers -1 once, changes nothing, and succeeds at the second try', async () => {
    await fault({ path: SEND, errcode: -1 })
    expect(await client.send()).toMatchObject(refusal(-1))
    expect(credits()).toBe(2)
    expect(await client.send()).toMatchObject(ok)
  })

  it('leaves a login code unused', async () => {
    await fault({ path: '/sns/jscode2session', errcode: -1 })
    const code = await client.code(CADRE)
    expect(await client.login(code)).toMatchObject(refusal(-1))
    expect((await client.login(code)).json).toHaveProperty('openid')
  })

  it('befalls as many calls as it was told, on its path only', async () => {
    await fault({ path: SEND, errcode: 45009, times: 2 })
    expect(await client.send()).toMatchObject(refusal(45009))
    expect((await client.stable()).json).toHaveProperty('access_token')
    expect(await client.send()).toMatchObject(refusal(45009))
    expect(await client.send()).toMatchObject(ok)
  })

  it('can be slow', async () => {
    await fault({ path: SEND, latencyMs: 30 })
    const started = performance.now()
    expect(await client.send()).toMatchObject(ok)
    expect(performance.now() - started).toBeGreaterThanOrEqual(29)
  })
})

describe('row 57 — a token refused although it looked right', () => {
  const refuse = (times: number) => fault({ path: SEND, errcode: 40001, times })
  const renew = async () => {
    client.standIn.clock.advance(30_000)
    return String((await client.stable({ force_refresh: true })).json.access_token)
  }

  it('a client that renews and repeats once is right', async () => {
    await refuse(1)
    expect(await sendWith(await client.token())).toMatchObject(refusal(40001))
    expect(await sendWith(await renew())).toMatchObject(ok)
    expect(await client.violations()).toEqual([])
  })

  it('a third try is recorded', async () => {
    await refuse(2)
    await sendWith(await client.token())
    await sendWith(await renew())
    await sendWith(await renew())
    expect(await client.violations()).toMatchObject([{ row: 57, code: 'third-try-after-token-error' }])
  })

  it('the refused token used again is recorded', async () => {
    await refuse(1)
    const token = await client.token()
    await sendWith(token)
    await sendWith(token)
    expect(await client.violations()).toMatchObject([{ row: 57, code: 'refused-token-used-again' }])
  })

  it('the same request a minute later is a new one', async () => {
    await refuse(2)
    await sendWith(await client.token())
    await sendWith(await renew())
    client.standIn.clock.advance(60_000)
    await sendWith(await client.token())
    expect(await client.violations()).toEqual([])
  })
})

describe('row 58 — accepted, then the connection is cut', () => {
  const drop = (change: object = {}) => fault({ path: SEND, dropAfterAccept: true, ...change })

  it('the message is out and the credit spent', async () => {
    await drop()
    await expect(client.send()).rejects.toThrow('socket hang up')
    expect(credits()).toBe(1)
    expect(client.standIn.state.sent).toMatchObject([{ openid: CADRE, dropped: true }])
  })

  it('sending again before event and timeout is recorded', async () => {
    await drop({ withholdEvent: true })
    await expect(client.send()).rejects.toThrow()
    client.standIn.clock.advance(599_999)
    await client.send()
    expect(await client.violations()).toMatchObject([{ row: 58, code: 'sent-again-while-unknown' }])
  })

  it('sending again after the timeout is right when no event came', async () => {
    await drop({ withholdEvent: true })
    await expect(client.send()).rejects.toThrow()
    client.standIn.clock.advance(600_000)
    expect(await client.send()).toMatchObject(ok)
    expect(await client.violations()).toEqual([])
  })

  it('sending again after the event is recorded, however late', async () => {
    const receiver = await PushReceiver.start()
    await client.control('/__/push-target', receiver.target)
    await drop()
    await expect(client.send()).rejects.toThrow()
    await client.standIn.settled()
    expect(receiver.messages).toMatchObject([{ Event: 'subscribe_msg_sent_event' }])
    client.standIn.clock.advance(600_000)
    await client.send()
    expect(await client.violations()).toMatchObject([{ row: 58, code: 'sent-again-after-event' }])
    await receiver.close()
  })

  it('another message to the same user is no repetition', async () => {
    await drop({ withholdEvent: true })
    await expect(client.send()).rejects.toThrow()
    const data = { ...aMessage().data, thing1: { value: '您有2项工作待办' } }
    expect(await client.send({ data })).toMatchObject(ok)
    expect(await client.violations()).toEqual([])
  })
})

describe('row 59 — secrets where they do not belong', () => {
  const check = (text: string) => client.control('/__/leak-check', { where: 'log of a test', text })

  it('finds AppSecret, session key and token, and records them', async () => {
    const { session_key } = await client.signIn(CADRE)
    const token = await client.token()
    const log = `${SECRET} ${encodeURIComponent(String(session_key))} ${token}`
    expect(await check(log)).toEqual({ clean: false, found: ['AppSecret', 'session_key', 'access_token'] })
    expect(await client.violations()).toMatchObject([{ row: 59, code: 'secret-leaked' }])
  })

  it('finds a token that is no longer valid', async () => {
    const old = await client.token()
    await client.stable({ force_refresh: true })
    expect(await check(old)).toMatchObject({ found: ['access_token'] })
  })

  it('leaves clean text alone', async () => {
    expect(await check('signed in')).toEqual({ clean: true, found: [] })
    expect(await client.violations()).toEqual([])
  })

  it('finds a secret in a request of another interface', async () => {
    await client.send({ page: `pages/tasks/index?s=${SECRET}` })
    expect(await client.violations()).toMatchObject([{ row: 59, code: 'secret-in-request' }])
  })
})
