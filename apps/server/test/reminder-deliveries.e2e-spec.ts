import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pushSignature } from '../src/modules/wechat/push-crypto.js'
import { WeChatClient } from '../src/modules/wechat/wechat-client.js'
import { ReminderTown } from './support/reminder-town.js'

const SEND_PATH = '/cgi-bin/message/subscribe/send'
const TOKEN_PATH = '/cgi-bin/stable_token'

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('messages and what WeChat says to them', () => {
  let town: ReminderTown

  beforeAll(async () => {
    town = await ReminderTown.create()
  })

  beforeEach(() => town.begin())

  afterEach(async () => {
    expect(await town.standIn.violations()).toEqual([])
  })

  afterAll(() => town.close())

  describe('when WeChat does not simply say yes', () => {
    beforeEach(async () => {
      await town.allow(town.worker, 'o-worker')
      await town.duties({})
      await town.plan()
    })

    it('an expired token is renewed once', async () => {
      await town.fault(SEND_PATH, { errcode: 42001 })
      await town.drain()
      expect(await town.states()).toEqual(['sent'])
      expect(await town.callsOf(TOKEN_PATH)).toBe(3)
    })

    it('busy: tried again after 1, 2 and 4 seconds', async () => {
      await town.fault(SEND_PATH, { errcode: -1, times: 3 })
      const calls = async () => await town.callsOf(SEND_PATH)
      await town.drain()
      for (const [index, seconds] of [1, 2, 4].entries()) {
        await town.wait(seconds * 1000 - 1)
        await town.drain()
        expect(await calls()).toBe(index + 1)
        await town.wait(1)
        await town.drain()
        expect(await calls()).toBe(index + 2)
      }
      expect(await town.deliveries()).toEqual([{ state: 'sent', attempts: 4, errcode: null }])
      expect(await town.remaining(town.worker)).toBe(0)
    })

    it('43101: the credits are gone, whatever we thought', async () => {
      await town.tap(town.worker)
      await town.fault(SEND_PATH, { errcode: 43101 })
      await town.drain()
      expect(await town.deliveries()).toEqual([{ state: 'no-credit', attempts: 1, errcode: 43101 }])
      expect(await town.remaining(town.worker)).toBe(0)
      await town.wait(3_600_000)
      await town.run()
      expect(await town.callsOf(SEND_PATH)).toBe(1)
    })

    it.each([
      [40003, 'rejected'],
      [47003, 'failed'],
      [45168, 'failed'],
      [43107, 'failed'],
    ])('%i: %s for good, and the credit is kept', async (errcode, state) => {
      await town.fault(SEND_PATH, { errcode })
      await town.drain()
      await town.wait(3_600_000)
      await town.run()
      expect(await town.deliveries()).toEqual([{ state, attempts: 1, errcode }])
      expect(await town.callsOf(SEND_PATH)).toBe(1)
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('43108: once more after a second', async () => {
      await town.fault(SEND_PATH, { errcode: 43108 })
      await town.drain()
      await town.wait(1000)
      await town.drain()
      expect(await town.states()).toEqual(['sent'])
    })

    it('the day’s quota is used up: the next morning, as that day’s message', async () => {
      await town.fault(SEND_PATH, { errcode: 45009 })
      await town.drain()
      expect(await town.states()).toEqual(['queued'])
      await town.at('2026-11-24T08:00:00')
      await town.run()
      expect(await town.states()).toEqual(['sent'])
    })

    describe('a limit that one message meets holds for those behind it', () => {
      beforeEach(async () => {
        await town.bind(town.secretary, 'o-secretary')
        await town.allow(town.secretary, 'o-secretary')
        await town.duties({ owedBy: 'village-secretary' })
        await town.plan()
      })
      const calls = () => town.callsOf(SEND_PATH)

      it('45011: until the next full minute, on every replica', async () => {
        await town.at('2026-11-23T09:00:20')
        await town.fault(SEND_PATH, { errcode: 45011 })
        await town.drain()
        expect(await calls()).toBe(1)
        await town.at('2026-11-23T09:00:59')
        await town.drain(town.replicas[1])
        expect(await calls()).toBe(1)
        await town.at('2026-11-23T09:01:00')
        await town.drain(town.replicas[1])
        expect(await town.states()).toEqual(['sent', 'sent'])
        expect(await calls()).toBe(3)
      })

      it('45009: until the next working morning', async () => {
        await town.at('2026-11-27T09:00:00')
        await town.fault(SEND_PATH, { errcode: 45009 })
        await town.drain()
        await town.at('2026-11-28T09:00:00')
        await town.drain()
        expect(await calls()).toBe(1)
        await town.at('2026-11-30T08:00:00')
        await town.drain()
        expect(await town.states()).toEqual(['sent', 'sent'])
      })

      it('43107: nobody tries the banned template again before tomorrow', async () => {
        await town.fault(SEND_PATH, { errcode: 43107 })
        await town.drain()
        expect(await town.deliveries()).toMatchObject([
          { state: 'failed', errcode: 43107 },
          { state: 'failed', errcode: 43107 },
        ])
        expect(await calls()).toBe(1)
        expect(await town.remaining(town.secretary)).toBe(1)
        await town.at('2026-11-24T09:01:00')
        await town.tell({ dedupeKey: 'returned:later' })
        await town.drain()
        expect(await calls()).toBe(2)
      })
    })

    it('no answer, but WeChat’s event: sent, and not again', async () => {
      await town.takePushes()
      await town.fault(SEND_PATH, { dropAfterAccept: true })
      await town.drain()
      await town.standIn.settle()
      await town.drain()
      expect(await town.states()).toEqual(['sent'])
      await town.wait(11 * 60_000)
      await town.run()
      expect(await town.standIn.sent()).toHaveLength(1)
      expect(await town.remaining(town.worker)).toBe(0)
    })

    it('no answer and no event: nothing for ten minutes, then once more', async () => {
      await town.fault(SEND_PATH, { dropAfterAccept: true, withholdEvent: true })
      await town.drain()
      expect(await town.states()).toEqual(['unknown'])
      await town.standIn.answerPopup('o-worker', 'accept')
      await town.wait(10 * 60_000 - 5_000)
      await town.run()
      expect(await town.callsOf(SEND_PATH)).toBe(1)
      await town.wait(10_000)
      await town.run()
      expect(await town.states()).toEqual(['sent'])
      expect(await town.callsOf(SEND_PATH)).toBe(2)
    })

    it('a process that dies while it sends leaves a doubt, which another one settles', async () => {
      const wechat = town.test.app.get(WeChatClient)
      const send = wechat.sendSubscribeMessage
      const [, other] = town.replicas
      // It hangs, as a process that was killed does to its callers.
      wechat.sendSubscribeMessage = () => new Promise(() => {})
      void town.drain()
      await waitFor(async () => (await town.states())[0] === 'sending')
      wechat.sendSubscribeMessage = send
      await town.drain(other)
      expect(await town.states()).toEqual(['sending'])
      await town.wait(61_000)
      await town.drain(other)
      expect(await town.states()).toEqual(['unknown'])
      expect(await town.callsOf(SEND_PATH)).toBe(0)
      await town.wait(10 * 60_000)
      await town.drain(other)
      expect(await town.states()).toEqual(['sent'])
      expect(await town.callsOf(SEND_PATH)).toBe(1)
      expect(await town.remaining(town.worker)).toBe(0)
    })
  })

  describe('message pushes', () => {
    beforeEach(async () => {
      expect(await town.takePushes()).toBe(true)
    })
    const push = (event: string, items: object[], deliberately = 'none') =>
      town.standIn.control<{ attempts: { status: number; body: string }[] }>('POST /__/push', {
        openid: 'o-worker',
        event,
        items,
        deliberately,
      })
    const popup = (deliberately?: string) =>
      push(
        'subscribe_msg_popup_event',
        [{ TemplateId: town.standIn.templateId, SubscribeStatusString: 'accept', PopupScene: '0' }],
        deliberately,
      )

    it('what is not WeChat’s is refused and leaves nothing', async () => {
      for (const wrong of ['wrong-signature', 'wrong-appid', 'bad-pad']) {
        const { attempts } = await popup(wrong)
        expect(attempts.map(({ status }) => status)).toEqual([403])
      }
      expect(await town.tx.query('SELECT id FROM wechat_push_event')).toEqual([])
    })

    it('a repeated push counts once', async () => {
      await popup('wide-pad')
      await popup('replay')
      await town.drain()
      await town.drain()
      expect(await town.remaining(town.worker)).toBe(1)
    })

    it('a stale push is refused', async () => {
      const url = new URL(`${await town.test.app.getUrl()}/wechat/push`)
      const timestamp = String(town.test.clock.now().getTime() / 1000 - 301)
      const signature = pushSignature(town.standIn.env.WECHAT_PUSH_TOKEN ?? '', timestamp, '1')
      url.search = new URLSearchParams({ signature, timestamp, nonce: '1', echostr: 'echo' }).toString()
      expect((await fetch(url)).status).toBe(403)
    })

    it('with a key configured, plain and unsigned bodies are refused', async () => {
      const plain = await town.test.app.inject({
        method: 'POST',
        url: '/wechat/push',
        payload: { Event: 'x' },
      })
      expect(plain.statusCode).toBe(403)
      const xml = await town.test.app.inject({
        method: 'POST',
        url: '/wechat/push',
        headers: { 'content-type': 'text/xml' },
        payload: '<xml><Event>x</Event></xml>',
      })
      expect(xml.statusCode).toBe(403)
      expect((await town.test.app.inject({ method: 'GET', url: '/wechat/push?echostr=1' })).statusCode).toBe(
        403,
      )
    })

    it('the user’s refusal in the settings ends the credits; a “no” in the pop-up does not', async () => {
      await town.allow(town.worker, 'o-worker')
      await town.standIn.settle()
      await town.drain()
      await push('subscribe_msg_popup_event', [
        { TemplateId: town.standIn.templateId, SubscribeStatusString: 'reject' },
      ])
      await town.drain()
      expect(await town.remaining(town.worker)).toBe(1)
      await push('subscribe_msg_change_event', [
        { TemplateId: town.standIn.templateId, SubscribeStatusString: 'reject' },
      ])
      await town.drain()
      expect(await town.remaining(town.worker)).toBe(0)
    })
  })
})
