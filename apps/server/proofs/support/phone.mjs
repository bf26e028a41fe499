import http from 'node:http'

const ANSWER_WITHIN_MS = 4_000
/** The phone waits 5 s to 15 min between its attempts; here its time runs faster. */
const TIME_LAPSE = 50

const parsed = (text) => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The phone's network: any answer is an answer, and none is a NetworkError. */
const transportOf =
  ({ NetworkError }, agent) =>
  ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method, headers, agent, timeout: ANSWER_WITHIN_MS }, (answer) => {
        const chunks = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', () => reject(new NetworkError('interrupted')))
        answer.on('close', () => {
          if (!answer.complete) return reject(new NetworkError('interrupted'))
          const text = Buffer.concat(chunks).toString()
          resolve({ status: answer.statusCode, headers: answer.headers, body: parsed(text) })
        })
      })
      request.on('timeout', () => request.destroy())
      request.on('error', () => reject(new NetworkError('offline')))
      request.end(body === undefined ? undefined : JSON.stringify(body))
    })

/**
 * The app's own API client for one person, whose session is always good for one token more.
 * @param {object} code the app's code, from `loadPhoneCode`
 * @param {{ person: object, origin: string, tokenOf: (person: object) => string }} setup
 */
export function createApi(code, { person, origin, tokenOf }) {
  const { accountId, appointmentId } = person.actor
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
  const client = code.createClient({
    transport: transportOf(code, agent),
    origin,
    clientKind: 'weapp',
    noteServerTime: () => undefined,
  })
  const renewed = () => tokenOf(person).replace('Bearer ', '')
  let token = renewed()
  client.setCredentials({
    accountId: () => accountId,
    accessToken: () => token,
    appointmentId: () => appointmentId,
    canRefresh: () => true,
    refresh: async () => {
      token = renewed()
      return true
    },
  })
  const as = { accountId, appointmentId }
  return {
    put: (id, record) => client.request('PUT', `/records/${id}`, { body: record, as }),
    read: (id) => client.request('GET', `/records/${id}`, { as }),
    batch: async (records) =>
      (await client.request('POST', '/records/batch', { body: { records }, as })).results,
    close: () => agent.destroy(),
  }
}

/**
 * One phone with the app's own outbox and API client. Its storage outlives the app, which may be killed at any moment
 * and starts again from what it had written down.
 * @param {object} code the app's code, from `loadPhoneCode`
 * @param {{ person: object, origin: string, tokenOf: (person: object) => string, oneByOne: boolean, onAccepted: (entries: object[]) => void }} setup
 *   oneByOne: each record goes out alone, by PUT, instead of in a batch
 */
export function createPhone(code, { person, origin, tokenOf, oneByOne, onAccepted }) {
  const { ApiError, createEntryStore, createOutbox, memoryStore } = code
  const { accountId, appointmentId } = person.actor
  const store = memoryStore()
  const { put, batch, close } = createApi(code, { person, origin, tokenOf })
  const each = async (records) => {
    const results = []
    for (const { id, ...record } of records) {
      try {
        results.push({ id, status: 200, record: await put(id, record) })
      } catch (error) {
        if (error instanceof ApiError) results.push({ id, status: error.status, problem: error.problem })
        // What was answered before the network broke stays answered; the rest waits its turn again.
        else if (results.length > 0) return results
        else throw error
      }
    }
    return results
  }

  let life = 0
  let outbox
  const never = new Promise(() => undefined)
  const start = () => {
    life += 1
    const own = life
    /** What a killed app was waiting for reaches nobody. */
    const whileAlive = async (work) => {
      const settled = await work.then(
        (value) => ({ value }),
        (error) => ({ error }),
      )
      if (own !== life) return never
      if (settled.error) throw settled.error
      return settled.value
    }
    outbox = createOutbox({
      entries: createEntryStore(store, `dfv:${accountId}:${appointmentId}`),
      send: (records) => whileAlive(oneByOne ? each(records) : batch(records)),
      isOnline: () => own === life,
      now: () => Date.now(),
      instant: () => new Date().toISOString(),
      schedule(run, delayMs) {
        const timer = setTimeout(run, delayMs / TIME_LAPSE)
        return () => clearTimeout(timer)
      },
      onAccepted,
    })
    void outbox.flush()
  }
  start()
  return {
    person,
    outbox: () => outbox,
    put,
    batch,
    /** The app is killed in the midst of whatever it does, and opened again. */
    restart: start,
    /** Sent online, and sent again until somebody answers. */
    async putUntilAnswered(id, record) {
      for (;;) {
        try {
          return await put(id, record)
        } catch (error) {
          if (error instanceof ApiError && error.status < 500) throw error
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
    },
    close() {
      life += 1
      outbox.close()
      close()
    },
  }
}
