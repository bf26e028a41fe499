import http from 'node:http'
import { pause } from '../../../../scripts/lib/processes.mjs'

/** What may befall a request on its way, and how often in a hundred. */
const WEIGHTS = {
  passed: 52,
  'lost before the server': 8,
  'answer lost': 10,
  'answer cut short': 6,
  delayed: 9,
  'held until others passed': 6,
  'delivered twice at once': 5,
  'delivered again later': 4,
}
const DELAY_MS = 150
const AGAIN_AFTER_MS = 2_000
const HELD_AT_MOST_MS = 400

/**
 * A bad network between phones and a server that comes and goes: requests and answers are lost, cut, delayed, doubled
 * and overtake one another.
 */
export async function startFaultProxy(random) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const counts = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0]))
  const held = new Set()
  const underway = new Set()
  let target
  let calm = false
  let passedOn = 0
  let atTheServer = 0

  /** @returns the server's answer, or undefined when there was none */
  const deliver = ({ method, url, headers, body }) =>
    new Promise((resolve) => {
      if (!target) return resolve(undefined)
      passedOn += 1
      atTheServer += 1
      const end = (answer) => {
        atTheServer -= 1
        resolve(answer)
      }
      for (const waiting of held) waiting.onPassed()
      const forward = http.request(new URL(url, target), { method, headers, agent }, (answer) => {
        const chunks = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('end', () => {
          given = { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
        })
        answer.on('error', () => undefined)
      })
      let given
      forward.on('error', () => undefined)
      // Once, however it ended.
      forward.on('close', () => end(given))
      forward.end(body)
    })

  /** Until a few others have overtaken it. */
  const hold = (others) =>
    new Promise((resolve) => {
      const waiting = {
        onPassed() {
          others -= 1
          if (others <= 0) done()
        },
      }
      const timer = setTimeout(done, HELD_AT_MOST_MS)
      function done() {
        clearTimeout(timer)
        held.delete(waiting)
        resolve()
      }
      held.add(waiting)
    })

  const again = (request, delayMs) => {
    const work = pause(delayMs)
      .then(() => deliver(request))
      .finally(() => underway.delete(work))
    underway.add(work)
  }

  const server = http.createServer(async (incoming, outgoing) => {
    const chunks = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method, url } = incoming
    const headers = { ...incoming.headers }
    for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) delete headers[name]
    const body = Buffer.concat(chunks)
    const request = { method, url, body, headers: { ...headers, 'content-length': String(body.length) } }
    const fate = calm ? 'passed' : random.weighted(WEIGHTS)
    counts[fate] += 1
    if (fate === 'lost before the server') return outgoing.destroy()
    if (fate === 'delayed') await pause(random.int(1, DELAY_MS))
    if (fate === 'held until others passed') await hold(random.int(1, 3))
    if (fate === 'delivered twice at once') again(request, 0)
    const answer = await deliver(request)
    if (fate === 'delivered again later') again(request, random.int(1, AGAIN_AFTER_MS))
    if (!answer || fate === 'answer lost') return outgoing.destroy()
    const { connection: _, 'transfer-encoding': __, ...kept } = answer.headers
    outgoing.writeHead(answer.status, { ...kept, 'content-length': String(answer.body.length) })
    if (fate !== 'answer cut short') return outgoing.end(answer.body)
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2))
    outgoing.write(half, () => outgoing.destroy())
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    counts,
    /** Where requests go from now on; undefined: nobody is there. */
    aim: (url) => {
      target = url
    },
    /** From now on everything passes; resolves when nothing late is still under way. */
    async calm() {
      calm = true
      while (underway.size > 0) await Promise.all(underway)
    },
    passedOn: () => passedOn,
    /** Requests that the server has and has not answered. */
    atTheServer: () => atTheServer,
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
