import { parseLossless } from './lossless-json.js'
import { PushRefused } from './push-crypto.js'
import { parsePushXml } from './push-xml.js'

export type PushFields = Readonly<Record<string, unknown>>

/** One thing that happened to a user's subscriptions. */
export type SubscriptionItem =
  | { kind: 'popup'; templateId: string; accepted: boolean }
  | { kind: 'change'; templateId: string; accepted: boolean }
  | { kind: 'sent'; templateId: string; messageId: string; errorCode: number }

export type SubscriptionPush = { openId: string; event: string; createdAt: string; items: SubscriptionItem[] }

/** Event → the element its list is in when the console is set to XML. */
const EVENTS: Record<string, { kind: SubscriptionItem['kind']; wrapper: string }> = {
  subscribe_msg_popup_event: { kind: 'popup', wrapper: 'SubscribeMsgPopupEvent' },
  subscribe_msg_change_event: { kind: 'change', wrapper: 'SubscribeMsgChangeEvent' },
  subscribe_msg_sent_event: { kind: 'sent', wrapper: 'SubscribeMsgSentEvent' },
}

/**
 * Fields of a push body, XML or JSON by its first character: the content type is not to be trusted.
 * @throws PushRefused
 */
export function readFields(text: string): PushFields {
  const value = text.trimStart().startsWith('<') ? parsePushXml(text) : parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PushRefused('body')
  return value as PushFields
}

/** @returns undefined for an event that is none of ours */
export function readSubscriptionPush(fields: PushFields): SubscriptionPush | undefined {
  const event = String(fields.Event ?? '')
  const known = EVENTS[event]
  const openId = String(fields.FromUserName ?? '')
  if (!known || openId === '') return undefined
  const items = listOf(fields, known.wrapper).flatMap((item) => readItem(known.kind, item))
  return { openId, event, createdAt: String(fields.CreateTime ?? ''), items }
}

/** One object stands bare, several as a list; at the top in JSON, inside an element of the event's name in XML. */
function listOf(fields: PushFields, wrapper: string): PushFields[] {
  const wrapped = fields[wrapper]
  const holder = isFields(wrapped) && 'List' in wrapped ? wrapped.List : wrapped
  const list: unknown[] = [fields.List ?? holder ?? []].flat()
  return list.filter(isFields)
}

function readItem(kind: SubscriptionItem['kind'], item: PushFields): SubscriptionItem[] {
  const templateId = String(item.TemplateId ?? '')
  if (templateId === '') return []
  // Numbers come as text at one place and as numbers at another.
  if (kind === 'sent')
    return [
      {
        kind,
        templateId,
        messageId: String(item.MsgID ?? ''),
        errorCode: Number(item.ErrorCode ?? 0),
      },
    ]
  return [{ kind, templateId, accepted: String(item.SubscribeStatusString ?? '').startsWith('accept') }]
}

function isFields(value: unknown): value is PushFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return parseLossless(text)
  } catch {
    throw new PushRefused('body')
  }
}
