import type { HttpMethod, HttpResponse, Transport } from '@/shared/platform'
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
  query?: Record<string, string | number | boolean | undefined | null>
  /** Public routes are called without a token. */
  public?: boolean
  /** Act as this account and appointment or not at all: the outbox sends for the one that wrote the record. */
  as?: { accountId: string; appointmentId: string }
  timeoutMs?: number
}

export type ApiClient = {
  request<T>(method: HttpMethod, path: string, call?: Call): Promise<T>
  setCredentials(credentials: Credentials): void
}

export type ClientSetup = {
  transport: Transport
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

const encodeQuery = (query: Call['query']) => {
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

export function createClient({ transport, origin, clientKind, noteServerTime }: ClientSetup): ApiClient {
  let credentials = signedOut
  let refreshing: Promise<boolean> | null = null

  // Ten calls that meet an expired token together must ask for one new token, not ten.
  const refreshOnce = () => {
    refreshing ??= credentials.refresh().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  const send = async (method: HttpMethod, path: string, call: Call): Promise<HttpResponse> => {
    // Asked here and not earlier: a refresh may have waited while somebody else signed in.
    if (call.as && call.as.accountId !== credentials.accountId()) throw new AccountChangedError()
    const token = call.public ? null : credentials.accessToken()
    const appointmentId = call.public ? null : call.as?.appointmentId || credentials.appointmentId()
    const answer = await transport({
      method,
      url: `${origin}/api${path}${encodeQuery(call.query)}`,
      headers: {
        'X-Client': clientKind,
        ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(appointmentId !== null && { 'X-Appointment': appointmentId }),
      },
      ...(call.body !== undefined && { body: call.body }),
      timeoutMs: call.timeoutMs ?? TIMEOUT_MS,
    })
    noteServerTime(answer.headers.date)
    return answer
  }

  return {
    setCredentials(given) {
      credentials = given
    },
    async request<T>(method: HttpMethod, path: string, call: Call = {}): Promise<T> {
      if (!call.public && credentials.accessToken() === null && credentials.canRefresh()) await refreshOnce()
      let answer = await send(method, path, call)
      if (answer.status === 401 && !call.public && credentials.canRefresh() && (await refreshOnce())) {
        answer = await send(method, path, call)
      }
      if (answer.status >= 200 && answer.status < 300) return answer.body as T
      throw new ApiError(answer.status, problemOf(answer.status, answer.body))
    },
  }
}
