import type { FileOpener, HttpMethod, HttpResponse, Transport } from '@/shared/platform'
import { ApiError, problemOf } from './problem'

const TIMEOUT_MS = 20_000

/** Where the client gets its tokens; the session owns them. */
export type Credentials = {
  accountId(): string | null
  accessToken(): string | null
  appointmentId(): string | null
  /** True when there is something to refresh with. */
  canRefresh(): boolean
  /** Gets a new access token. False: the session is over. Throws NetworkError when no answer came. */
  refresh(): Promise<boolean>
}

export type Call = {
  body?: unknown
  /** Sent as they are, in place of a body. */
  bytes?: ArrayBuffer
  /** What the bytes are, where it matters to the server. */
  bytesType?: string
  /** The answer is an ArrayBuffer. */
  wantsBytes?: boolean
  query?: Record<string, string | number | boolean | undefined | null>
  /** Public routes are called without a token. */
  public?: boolean
  /** What a public route knows its caller by. */
  headers?: Record<string, string>
  /** Act as this account and appointment or not at all: the outbox sends for the one that wrote the record. */
  as?: { accountId: string; appointmentId: string }
  timeoutMs?: number
}

export type ApiClient = {
  request<T>(method: HttpMethod, path: string, call?: Call): Promise<T>
  /** Fetches a file under the account's rights, or by what `headers` proves, and hands it to the person. */
  openFile(path: string, fileName: string, call?: Pick<Call, 'public' | 'headers'>): Promise<void>
  setCredentials(credentials: Credentials): void
}

export type ClientSetup = {
  transport: Transport
  openFile?: FileOpener
  origin: string
  clientKind: string
  noteServerTime(date: string | undefined): void
}

/** The phone was handed over, or another role was chosen, before the request left. Nothing was sent. */
export class AccountChangedError extends Error {
  constructor() {
    super('another account is signed in')
    this.name = 'AccountChangedError'
  }
}

export const encodeQuery = (query: Call['query']) => {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}

const signedOut: Credentials = {
  accountId: () => null,
  accessToken: () => null,
  appointmentId: () => null,
  canRefresh: () => false,
  refresh: async () => false,
}

export function createClient(setup: ClientSetup): ApiClient {
  const { transport, openFile, origin, clientKind, noteServerTime } = setup
  let credentials = signedOut
  let refreshing: Promise<boolean> | null = null

  // Ten calls that meet an expired token together must ask for one new token, not ten.
  const refreshOnce = () => {
    refreshing ??= credentials.refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  const headersOf = (call: Call): Record<string, string> => {
    const token = call.public ? null : credentials.accessToken()
    const appointmentId = call.public ? null : call.as?.appointmentId || credentials.appointmentId()
    return {
      'X-Client': clientKind,
      ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(call.bytes !== undefined && { 'Content-Type': call.bytesType ?? 'application/octet-stream' }),
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(appointmentId !== null && { 'X-Appointment': appointmentId }),
      ...call.headers,
    }
  }

  const send = async (method: HttpMethod, path: string, call: Call): Promise<HttpResponse> => {
    // Asked here and not earlier: a refresh may have waited while somebody else signed in.
    if (call.as && call.as.accountId !== credentials.accountId()) throw new AccountChangedError()
    const answer = await transport({
      method,
      url: `${origin}/api${path}${encodeQuery(call.query)}`,
      headers: headersOf(call),
      ...(call.body !== undefined && { body: call.body }),
      ...(call.bytes !== undefined && { bytes: call.bytes }),
      ...(call.wantsBytes && { wantsBytes: true }),
      timeoutMs: call.timeoutMs ?? TIMEOUT_MS,
    })
    noteServerTime(answer.headers.date)
    return answer
  }

  /** With a token where one can be had, and once more with a new one when the old has run out. */
  const withToken = async <A extends { status: number }>(
    call: Call,
    attempt: () => Promise<A>,
  ): Promise<A> => {
    if (!call.public && credentials.accessToken() === null && credentials.canRefresh()) await refreshOnce()
    const answer = await attempt()
    const mayTryAgain = answer.status === 401 && !call.public && credentials.canRefresh()
    return mayTryAgain && (await refreshOnce()) ? attempt() : answer
  }
  const isFine = ({ status }: { status: number }) => status >= 200 && status < 300

  return {
    setCredentials(given) {
      credentials = given
    },
    async request<T>(method: HttpMethod, path: string, call: Call = {}): Promise<T> {
      const answer = await withToken(call, () => send(method, path, call))
      if (isFine(answer)) return answer.body as T
      throw new ApiError(answer.status, problemOf(answer.status, answer.body))
    },
    async openFile(path, fileName, call = {}) {
      if (!openFile) throw new Error('this client opens no files')
      const url = `${origin}/api${path}`
      const answer = await withToken(call, () => openFile({ url, headers: headersOf(call), fileName }))
      if (!isFine(answer)) throw new ApiError(answer.status, problemOf(answer.status, answer.body))
    },
  }
}
