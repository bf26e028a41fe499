import type { Fault } from './faults.js'
import { STRICT_CHOICES } from './strict-choices.js'
import { WeChatError } from './wechat-error.js'

export type ApiCall = {
  method: string
  path: string
  query: URLSearchParams
  raw: Buffer
  contentType: string
  /** caller's address, for the whitelist */
  address: string
  fault: Fault | null
}

export type Body = Record<string, unknown>

/** @param notJson the code of an interface that answers a malformed body in its own way */
export function readJsonObject(call: ApiCall, notJson = 47001): Body {
  if (call.raw.length === 0) throw new WeChatError(44002)
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(call.contentType)) {
    throw new WeChatError(STRICT_CHOICES.formEncodedBody.errcode)
  }
  const body = parse(call.raw, notJson)
  if ('access_token' in body) throw new WeChatError(47001, 'access_token belongs into the query')
  return body
}

function parse(raw: Buffer, notJson: number): Body {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body
  } catch {
    // Bytes that are no UTF-8 and text that is no JSON are one error to the caller.
  }
  throw new WeChatError(notJson)
}
