// A closed loop of clients over bare sockets: a client that costs next to nothing leaves the processor to the server.
import { connect } from 'node:net'

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * One HTTP/1.1 request as it goes over the wire.
 * @param {{method: string, path: string, token?: string, body?: unknown}} request
 */
export function requestOf({ method, path, token, body }) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    'x-client: h5',
    ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    ...(body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`)
}

/**
 * Sends the requests in their order over so many connections, each waiting for its answer before it sends the next.
 * @param {{port: number, connections: number, requests: readonly Buffer[], expect?: readonly number[]}} options
 * @returns {Promise<{seconds: number, latencies: number[], bytes: number[], bodies: string[]}>} latencies in
 *   milliseconds, bytes of each answer, the last body of each connection
 * @throws Error when an answer has another status than expected
 */
export async function drive({ port, connections, requests, expect = [200, 201] }) {
  const latencies = []
  const bytes = []
  const bodies = []
  let next = 0
  const began = performance.now()
  const client = async () => {
    const ask = await openClient(port)
    let last = ''
    while (next < requests.length) {
      const request = requests[next++]
      const at = performance.now()
      const answer = await ask(request)
      latencies.push(performance.now() - at)
      bytes.push(answer.body.length)
      last = answer.body
      if (!expect.includes(answer.status))
        throw new Error(`${request.toString().split('\r\n')[0]} answered ${answer.status}: ${answer.body}`)
    }
    ask.close()
    bodies.push(last.toString())
  }
  await Promise.all(Array.from({ length: Math.min(connections, requests.length) }, client))
  return { seconds: (performance.now() - began) / 1000, latencies, bytes, bodies }
}

/**
 * Sends each request at its own moment, whether the server keeps up or not, as people do. Told to come back later (503
 * with Retry-After), a request does so, and goes on counting from the moment it was due.
 * @param {{port: number, connections: number, dueMs: readonly number[], requestAt: (at: number) => Buffer}} options dueMs:
 *   from the beginning, ascending
 * @returns {Promise<{seconds: number, latencies: number[], sentBack: number, errors: string[]}>} latencies in
 *   milliseconds from when a request was due
 */
export async function surge({ port, connections, dueMs, requestAt }) {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(port)))
  const idle = [...clients]
  const ready = []
  const result = { latencies: [], sentBack: 0, errors: [] }
  const began = performance.now()
  const elapsed = () => performance.now() - began
  let left = dueMs.length
  const finished = deferred()
  const settle = () => {
    left -= 1
    if (left === 0) finished.resolve()
  }
  const serve = async (client, at) => {
    try {
      const { status, head, body } = await client(requestAt(at))
      if (status === 200 || status === 201) {
        result.latencies.push(elapsed() - dueMs[at])
        settle()
      } else if (status === 503) {
        result.sentBack += 1
        const wait = Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1])
        if (Number.isNaN(wait)) throw new Error('503 without Retry-After')
        setTimeout(() => offer(at), wait * 1000)
      } else throw new Error(`${status} ${body}`)
    } catch (error) {
      result.errors.push(error.message)
      settle()
    }
    const waiting = ready.shift()
    if (waiting === undefined) idle.push(client)
    else void serve(client, waiting)
  }
  const offer = (at) => {
    const client = idle.pop()
    if (client) void serve(client, at)
    else ready.push(at)
  }
  let next = 0
  const tick = () => {
    while (next < dueMs.length && dueMs[next] <= elapsed()) offer(next++)
    if (next < dueMs.length) setTimeout(tick, 1)
  }
  tick()
  await finished.promise
  for (const client of clients) client.close()
  return { seconds: elapsed() / 1000, ...result }
}

function deferred() {
  let resolve
  const promise = new Promise((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/**
 * A client that keeps its connection, as browsers do: one that the server closed while it was idle is opened anew, and
 * a request that met the closing goes out once more.
 * @returns {Promise<((request: Buffer) => Promise<{status: number, head: string, body: Buffer}>) & {close: () => void}>}
 */
async function openClient(port) {
  let connection = await openConnection(port)
  const ask = async (request) => {
    if (!connection.isOpen()) connection = await openConnection(port)
    const wasUsed = connection.wasUsed()
    try {
      return await connection.ask(request)
    } catch (error) {
      if (!wasUsed) throw error
      connection = await openConnection(port)
      return connection.ask(request)
    }
  }
  return Object.assign(ask, { close: () => connection.close() })
}

async function openConnection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let held = []
  let waiting
  let answered = 0
  let isOpen = true
  const fail = (error) => {
    isOpen = false
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('data', (chunk) => {
    // Asked nothing, a server says only that it waits no longer.
    if (!waiting) return fail()
    held.push(chunk)
    const answer = readAnswer(held)
    if (!answer) return
    held = []
    answered += 1
    waiting.resolve(answer)
    waiting = undefined
  })
  socket.on('error', fail).on('close', () => fail(new Error('the server closed the connection')))
  return {
    isOpen: () => isOpen,
    wasUsed: () => answered > 0,
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** An answer with a content length; undefined while a part of it is missing. */
function readAnswer(chunks) {
  const [first] = chunks
  const headEnd = first.indexOf(HEAD_END)
  const whole = headEnd < 0 ? Buffer.concat(chunks) : first
  const end = headEnd < 0 ? whole.indexOf(HEAD_END) : headEnd
  if (end < 0) return undefined
  const head = whole.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error('an answer without a length')
  const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  if (total < end + 4 + length) return undefined
  const body = (chunks.length === 1 ? first : Buffer.concat(chunks)).subarray(end + 4, end + 4 + length)
  return { status: Number(head.slice(9, 12)), head, body }
}
