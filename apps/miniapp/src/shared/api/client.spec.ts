import { type HttpRequest, type HttpResponse, NetworkError } from '@/shared/platform'
import { AccountChangedError, createClient } from './client'
import { ApiError } from './problem'

const json = (status: number, body: unknown = {}): HttpResponse => ({ status, headers: {}, body })

function setup(answer: (request: HttpRequest, n: number) => HttpResponse | Promise<HttpResponse>) {
  const seen: HttpRequest[] = []
  const client = createClient({
    transport: async (request) => {
      seen.push(request)
      return answer(request, seen.length)
    },
    origin: 'http://api.test',
    clientKind: 'weapp',
    noteServerTime: () => undefined,
  })
  const session = { account: 'one', token: 'old', refreshes: 0, refreshed: true }
  client.setCredentials({
    accountId: () => session.account,
    accessToken: () => session.token,
    appointmentId: () => 'appointment-1',
    canRefresh: () => true,
    refresh: async () => {
      session.refreshes += 1
      await Promise.resolve()
      if (session.refreshed) session.token = 'new'
      return session.refreshed
    },
  })
  return { client, seen, session }
}
const needsNew = (request: HttpRequest) => json(request.headers.Authorization === 'Bearer new' ? 200 : 401)

test('says who asks, in which role and from which client', async () => {
  const { client, seen } = setup(() => json(200, { ok: 1 }))
  await expect(
    client.request('GET', '/records', { query: { kind: 'talk', cursor: undefined } }),
  ).resolves.toEqual({ ok: 1 })
  expect(seen[0]).toMatchObject({
    url: 'http://api.test/api/records?kind=talk',
    headers: { Authorization: 'Bearer old', 'X-Client': 'weapp', 'X-Appointment': 'appointment-1' },
  })
})

test('a public route is called without a token', async () => {
  const { client, seen } = setup(() => json(200))
  await client.request('GET', '/areas', { public: true })
  expect(seen[0]?.headers).not.toHaveProperty('Authorization')
})

test('ten calls that meet an expired token together ask for one new token', async () => {
  const { client, session } = setup(needsNew)
  await Promise.all(Array.from({ length: 10 }, () => client.request('GET', '/inbox')))
  expect(session.refreshes).toBe(1)
})

test('asks again once, not for ever', async () => {
  const { client, seen } = setup(() => json(401, { code: 'TOKEN_EXPIRED' }))
  await expect(client.request('GET', '/inbox')).rejects.toMatchObject({ status: 401, code: 'TOKEN_EXPIRED' })
  expect(seen).toHaveLength(2)
})

test('a session that is over is told as it is', async () => {
  const { client, seen, session } = setup(() => json(401))
  session.refreshed = false
  await expect(client.request('GET', '/inbox')).rejects.toBeInstanceOf(ApiError)
  expect(seen).toHaveLength(1)
})

test('a page of a proxy becomes a problem with a code', async () => {
  const { client } = setup(() => ({ status: 502, headers: {}, body: '<html>' }))
  await expect(client.request('GET', '/inbox')).rejects.toMatchObject({ status: 502, code: 'HTTP_502' })
})

test('no answer stays no answer', async () => {
  const { client } = setup(() => Promise.reject(new NetworkError('offline')))
  await expect(client.request('GET', '/inbox')).rejects.toBeInstanceOf(NetworkError)
})

test('what belongs to one account never leaves under another, not even after a refresh', async () => {
  const { client, seen, session } = setup((request) => {
    session.account = 'two' // somebody else signs in while the token is refreshed
    return needsNew(request)
  })
  const as = { accountId: 'one', appointmentId: 'appointment-1' }
  await expect(client.request('POST', '/records/batch', { body: {}, as })).rejects.toBeInstanceOf(
    AccountChangedError,
  )
  expect(seen).toHaveLength(1)
})

test('a file is fetched with a token, and once more with a new one when the old has run out', async () => {
  const seen: string[] = []
  const client = createClient({
    transport: async () => ({ status: 200, headers: {}, body: {} }),
    openFile: async ({ url, headers, fileName }) => {
      seen.push(`${url} ${headers.Authorization} ${fileName}`)
      return { status: headers.Authorization === 'Bearer new' ? 200 : 401 }
    },
    origin: 'http://api.test',
    clientKind: 'h5',
    noteServerTime: () => undefined,
  })
  let token = 'old'
  client.setCredentials({
    accountId: () => 'a',
    accessToken: () => token,
    appointmentId: () => null,
    canRefresh: () => true,
    refresh: async () => {
      token = 'new'
      return true
    },
  })
  await client.openFile('/pledges/1/pdf', '承诺书.pdf')
  expect(seen).toEqual([
    'http://api.test/api/pledges/1/pdf Bearer old 承诺书.pdf',
    'http://api.test/api/pledges/1/pdf Bearer new 承诺书.pdf',
  ])
})

test('a file that is nobody’s account’s is fetched with what proves whose it is, and without a token', async () => {
  const seen: unknown[] = []
  const client = createClient({
    transport: async () => ({ status: 200, headers: {}, body: {} }),
    openFile: async ({ headers }) => {
      seen.push(headers)
      return { status: 200 }
    },
    origin: 'http://api.test',
    clientKind: 'h5',
    noteServerTime: () => undefined,
  })
  client.setCredentials({
    accountId: () => 'a',
    accessToken: () => 'token',
    appointmentId: () => 'appointment-1',
    canRefresh: () => true,
    refresh: async () => true,
  })
  await client.openFile('/staff-papers/1/certificate', '合格证.pdf', {
    public: true,
    headers: { 'X-Paper': 'paper' },
  })
  expect(seen).toEqual([{ 'X-Client': 'h5', 'X-Paper': 'paper' }])
})
