import { describe, expect, it } from 'vitest'
import { PushRefused } from './push-crypto.js'
import { readFields, readSubscriptionPush } from './push-message.js'

const read = (body: string) => readSubscriptionPush(readFields(body))
const json = (event: string, rest: object) =>
  JSON.stringify({
    ToUserName: 'gh_1',
    FromUserName: 'o-user',
    CreateTime: '1620973045',
    MsgType: 'event',
    Event: event,
    ...rest,
  })

describe('subscription pushes', () => {
  it('reads one item that stands bare', () => {
    const item = { TemplateId: 't1', SubscribeStatusString: 'accept', PopupScene: '0' }
    expect(read(json('subscribe_msg_popup_event', { List: item }))).toEqual({
      openId: 'o-user',
      event: 'subscribe_msg_popup_event',
      createdAt: '1620973045',
      items: [{ kind: 'popup', templateId: 't1', accepted: true }],
    })
  })

  it('reads several items as a list, and every kind of yes', () => {
    const List = [
      { TemplateId: 't1', SubscribeStatusString: 'acceptWithAlert' },
      { TemplateId: 't2', SubscribeStatusString: 'reject' },
    ]
    expect(read(json('subscribe_msg_popup_event', { List }))?.items).toEqual([
      { kind: 'popup', templateId: 't1', accepted: true },
      { kind: 'popup', templateId: 't2', accepted: false },
    ])
  })

  it('reads the list under the name of the event, as some senders write it', () => {
    const SubscribeMsgChangeEvent = [{ TemplateId: 't1', SubscribeStatusString: 'reject' }]
    expect(read(json('subscribe_msg_change_event', { SubscribeMsgChangeEvent }))?.items).toEqual([
      { kind: 'change', templateId: 't1', accepted: false },
    ])
  })

  it.each([
    ['text', '"1864323726461255681"', '"0"'],
    ['a bare number beyond 2^53', '1864323726461255681', '0'],
  ])('keeps every digit of a message id given as %s', (_, id, code) => {
    const body = `{"FromUserName":"o-user","CreateTime":1620973045,"Event":"subscribe_msg_sent_event","List":{"TemplateId":"t1","MsgID":${id},"ErrorCode":${code},"ErrorStatus":"success"}}`
    expect(read(body)?.items).toEqual([
      { kind: 'sent', templateId: 't1', messageId: '1864323726461255681', errorCode: 0 },
    ])
  })

  it('reads XML, with CDATA and several items', () => {
    const xml = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-user]]></FromUserName>
      <CreateTime>1610969440</CreateTime><MsgType><![CDATA[event]]></MsgType>
      <Event><![CDATA[subscribe_msg_popup_event]]></Event>
      <SubscribeMsgPopupEvent>
        <List><TemplateId><![CDATA[t1]]></TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>
        <List><TemplateId>t&amp;2</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>
      </SubscribeMsgPopupEvent></xml>`
    expect(read(xml)).toMatchObject({
      openId: 'o-user',
      createdAt: '1610969440',
      items: [
        { templateId: 't1', accepted: true },
        { templateId: 't&2', accepted: false },
      ],
    })
  })

  it('passes over events that are none of ours', () => {
    expect(read(json('debug_demo', { debug_str: 'hello world' }))).toBeUndefined()
    expect(read('{"Event":"subscribe_msg_popup_event","List":{"TemplateId":"t1"}}')).toBeUndefined()
  })

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>'],
    ['an unknown entity', '<xml><a>&b;</a></xml>'],
    ['attributes', '<xml a="1"><b>1</b></xml>'],
    ['crossed elements', '<xml><a><b></a></b></xml>'],
    ['an open element', '<xml><a>1</a>'],
    ['two roots', '<xml><a>1</a></xml><xml><a>1</a></xml>'],
    ['endless depth', '<a>'.repeat(2000)],
  ])('refuses %s', (_, body) => {
    expect(() => readFields(body)).toThrow(PushRefused)
  })
})
