// Three devices that create, correct, void and merge the same records, offline and online, in very many orders.
import assert from 'node:assert/strict'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DATA } from '../../../scripts/lib/paths.mjs'
import { loadPhoneCode } from '../../miniapp/test/support/load-phone-code.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { loadIntake } from './support/memory-server.mjs'
import { createApi } from './support/phone.mjs'
import { built, loadTestSupport } from './support/test-support.mjs'
import { playInterleaving } from './support/three-devices.mjs'

const HELP = `npm run prove interleavings [-- options]
  --count N   interleavings against the server's own intake on rows in memory (100000)
  --real N    of these, how many are played against the whole server on its database too, and must end alike (500)
  --seed N    the first interleaving's seed; the others follow it (1)`
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    real: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const count = Number(values.count)
const real = Math.min(Number(values.real), count)
const first = Number(values.seed)
const ROLES = ['case-worker', 'village-secretary', 'town-office']
const TELL_EVERY = 10_000

console.log(`seeds ${first} to ${first + count - 1}, of which ${real} against the whole server`)
const code = await loadPhoneCode()
const support = await loadTestSupport()
const [{ RECORD_KINDS }, { AreaScope }, { PERMISSION_SETS }] = await Promise.all([
  import('@dfv/rules'),
  built('platform/auth/area-scope.js'),
  built('platform/auth/permissions.js'),
])
const createMemoryServer = await loadIntake(built)
const village = support.VILLAGE_A
const kind = RECORD_KINDS['publicity-activity']
const areaOf = (role) => (role === 'town-office' ? village.slice(0, -3) : village)
const tell = (name, figure) => console.log(`${name.padEnd(52)}${figure}`)

try {
  await playAllInMemory()
  if (real > 0) tell('ended alike on the whole server and its database', await playForReal())
} catch (error) {
  console.log(`COUNTER-EXAMPLE: ${error.message}`)
  process.exitCode = 1
}

/** One interleaving against the server's own intake on rows in memory. */
function playInMemory(seed) {
  const server = createMemoryServer({
    area: { code: village, name: '示范村A', level: 'village', startOn: '2026-01-01' },
    now: support.TEST_NOW,
  })
  const people = ROLES.map((role) => ({
    accountId: `account of ${role}`,
    role,
    areaCode: areaOf(role),
    subjectId: null,
    appointmentId: role,
    sessionId: role,
    scope: AreaScope.of(areaOf(role)),
    permissions: PERMISSION_SETS[role],
    authenticatedAt: new Date(support.TEST_NOW),
  }))
  const remote = (actor) => ({
    batch: (records) => server.submitBatch(actor, records),
    put: async (id, record) => (await server.submitBatch(actor, [{ id, ...record }]))[0],
    read: async (id) => server.read(id),
  })
  return playInterleaving(code, { seed, kind, village, people, remote, counts: server.counts })
}

/** @throws Error at the first interleaving that loses or overwrites anything */
async function playAllInMemory() {
  const startedAt = Date.now()
  const figures = { steps: 0, records: 0, revisions: 0, voided: 0, merged: 0 }
  for (let at = 0; at < count; at++) {
    const { steps, final, merges } = await playInMemory(first + at)
    figures.steps += steps.length
    figures.records += final.length
    figures.revisions += final.reduce((sum, { revisions }) => sum + revisions.length, 0)
    figures.voided += final.filter(({ reviewState }) => reviewState === 'voided').length
    figures.merged += merges
    if ((at + 1) % TELL_EVERY === 0) console.log(`  ${at + 1} interleavings`)
  }
  tell('interleavings of three devices', count)
  for (const [name, figure] of Object.entries(figures)) tell(`  ${name}`, figure)
  tell('values lost', 0)
  tell('values overwritten without a word', 0)
  tell('seconds', Math.round((Date.now() - startedAt) / 1000))
}

/**
 * The first of them again, over HTTP against a server process and its tables.
 * @returns {Promise<number>} how many ended step for step and revision for revision as in memory
 */
async function playForReal() {
  const town = await startFaultyTown({ folder: path.join(DATA, 'prove/interleavings'), ownDatabase: false })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => town.close().finally(() => process.exit(1)))
  try {
    const { url } = await town.startServer()
    const apis = new Map()
    const people = []
    for (const role of ROLES) {
      const person = await town.support.signIn(town.test, { name: '甲', role, areaCode: areaOf(role) })
      apis.set(person.actor, createApi(code, { person, origin: url, tokenOf: town.tokenOf }))
      people.push(person.actor)
    }
    const answered = (work) =>
      work.catch((error) => {
        if (error instanceof code.ApiError && error.status < 500) return undefined
        throw error
      })
    const remote = (actor) => {
      const { batch, put, read } = apis.get(actor)
      return { batch, put: (id, record) => answered(put(id, record)), read: (id) => answered(read(id)) }
    }
    for (let seed = first; seed < first + real; seed++) {
      const whole = await playInterleaving(code, { seed, kind, village, people, remote })
      assert.deepEqual(whole, await playInMemory(seed), `seed ${seed}: the whole server ended otherwise`)
    }
    for (const api of apis.values()) api.close()
    return real
  } finally {
    await town.close()
  }
}
