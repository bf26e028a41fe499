import Taro from '@tarojs/taro'
import { isWeapp } from './env'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type HttpRequest = {
  method: HttpMethod
  url: string
  headers: Record<string, string>
  body?: unknown
  /** Sent as they are, in place of a body. */
  bytes?: ArrayBuffer
  /** The answer's body is an ArrayBuffer, whatever it says. */
  wantsBytes?: boolean
  timeoutMs: number
}
/** Header names are lower case. Any status is a response; only a missing answer throws. */
export type HttpResponse = { status: number; headers: Record<string, string>; body: unknown }
export type Transport = (request: HttpRequest) => Promise<HttpResponse>

export type NetworkFault = 'offline' | 'timeout' | 'interrupted'
/** No answer came. Whether the server acted on the request is unknown. */
export class NetworkError extends Error {
  constructor(readonly fault: NetworkFault) {
    super(`no answer: ${fault}`)
    this.name = 'NetworkError'
  }
}

function faultOf(message: string): NetworkFault {
  if (/timeout/i.test(message)) return 'timeout'
  if (/interrupted|abort/i.test(message)) return 'interrupted'
  return 'offline'
}

const lowerCased = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))

const written = (body: unknown) => (body === undefined ? undefined : JSON.stringify(body))

const throughWechat: Transport = async (request) => {
  const { method, url, headers, body, bytes, wantsBytes, timeoutMs } = request
  try {
    const answer = await Taro.request({
      url,
      method,
      header: headers,
      data: bytes ?? written(body),
      timeout: timeoutMs,
      ...(wantsBytes ? { responseType: 'arraybuffer' as const } : { dataType: 'json' }),
    })
    return { status: answer.statusCode, headers: lowerCased(answer.header ?? {}), body: answer.data }
  } catch (error) {
    const message = (error as { errMsg?: string } | null)?.errMsg ?? String(error)
    throw new NetworkError(faultOf(message))
  }
}

const throughBrowser: Transport = async (request) => {
  const { method, url, headers, body, bytes, wantsBytes, timeoutMs } = request
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body: bytes ?? written(body),
      // The refresh token is a cookie that scripts cannot read.
      credentials: 'same-origin',
      signal: abort.signal,
    })
    const head = { status: answer.status, headers: Object.fromEntries(answer.headers.entries()) }
    if (wantsBytes) return { ...head, body: await answer.arrayBuffer() }
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    return { ...head, body: isJson && text !== '' ? JSON.parse(text) : text }
  } catch {
    throw new NetworkError(abort.signal.aborted ? 'timeout' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}

export const transport: Transport = isWeapp ? throughWechat : throughBrowser
