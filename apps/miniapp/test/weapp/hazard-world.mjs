// A new phone and a new server for one hazard, what may go wrong between them, and what must be true in the end.
import assert from 'node:assert/strict'
import { until } from '../support/until.mjs'
import { kept, openApp, stateAt } from './user.mjs'
import { signedIn } from './village.mjs'

export const never = () => new Promise(() => undefined)
export const noAnswer = () => null
export const failing = (statusCode) => () => ({
  statusCode,
  data: { status: statusCode, code: `HTTP_${statusCode}` },
})

export const storedOnce = async (server, place, by = 'account-1') => {
  await until(`${place} on the server`, () => server.storedAt(place).length > 0)
  assert.deepEqual(
    server.storedAt(place).map(({ accountId }) => accountId),
    [by],
    place,
  )
}
/** The record of that place is stored once, and the phone knows it. */
export const arrived = async ({ server, storage }, place, by) => {
  await storedOnce(server, place, by)
  await until(`the receipt of ${place}`, () => stateAt(storage, place) === 'accepted')
}
/** An app that has loaded its village and is now without a network. */
export async function openInTheHills({ open, storage }, more) {
  const app = await open(more)
  await app.open('/pages/home/index')
  await until('the ledger', () => [...storage.keys()].some((key) => key.includes(':ledger-records:')))
  app.setOnline(false)
  return app
}
export const sizeOf = (storage) =>
  [...storage].reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0)

/** Plays one hazard on a new phone and a new server, and checks that nothing is left without a state. */
export async function playHazard({ play }, createServer) {
  const server = createServer()
  const storage = new Map([['dfv:session', structuredClone(signedIn)]])
  const opened = []
  const open = async (more = {}) => {
    const app = await openApp({ request: server.request, storage, ...more })
    opened.push(app)
    return app
  }
  try {
    await play({ server, storage, open })
    for (const { errors } of opened) assert.deepEqual(errors, [])
    return { stored: server.stored.size, states: kept(storage).map(({ state }) => state) }
  } finally {
    for (const app of opened) app.kill()
  }
}
