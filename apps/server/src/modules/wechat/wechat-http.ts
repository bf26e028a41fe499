import { Injectable } from '@nestjs/common'
import { Config } from '../../platform/config/config.js'
import { parseLossless } from './lossless-json.js'
import { WeChatRefusal, WeChatUnreachable } from './wechat-error.js'

const TIMEOUT_MS = 8_000
/** Failures before a byte of the request left this machine. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

export type WeChatAnswer = Readonly<Record<string, unknown>>

/** One call to WeChat's HTTP interface. Addresses hold secrets, so nothing here may end in a log or an error text. */
@Injectable()
export class WeChatHttp {
  private readonly base: string

  constructor(config: Config) {
    this.base = config.env.WECHAT_API_BASE.replace(/\/$/, '')
  }

  /**
   * @throws WeChatRefusal when the answer carries an errcode other than 0
   * @throws WeChatUnreachable when there is no answer, or none that can be read
   */
  async call(path: string, query: Readonly<Record<string, string>>, body?: object): Promise<WeChatAnswer> {
    const search = new URLSearchParams(query).toString()
    const url = `${this.base}${path}${search === '' ? '' : `?${search}`}`
    const text = await this.exchange(path, url, body)
    return checked(path, parse(path, text))
  }

  private async exchange(path: string, url: string, body: object | undefined): Promise<string> {
    try {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      })
      return await response.text()
    } catch (error) {
      const code = failureCode(error)
      throw new WeChatUnreachable(path, NEVER_SENT.has(code), code)
    }
  }
}

/** The status and the content type say nothing: errors come with 200, JSON sometimes as plain text. */
function parse(path: string, text: string): WeChatAnswer {
  try {
    const value = parseLossless(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as WeChatAnswer
  } catch {
    // A proxy's page in place of an answer is no answer.
  }
  throw new WeChatUnreachable(path, false, 'not JSON')
}

function checked(path: string, answer: WeChatAnswer): WeChatAnswer {
  const errcode = Number(answer.errcode ?? 0)
  if (errcode === 0) return answer
  const rid = /rid: ([\w-]{1,64})/.exec(String(answer.errmsg ?? ''))?.[1] ?? null
  throw new WeChatRefusal(path, errcode, rid)
}

function failureCode(error: unknown): string {
  const { name, cause } = error as Error & { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : name
}
