// Pledges signed while the server that seals them is killed again and again: each is sealed once, and the chain is whole.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DATA } from '../../../scripts/lib/paths.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { createRandom } from './support/random.mjs'
import { built } from './support/test-support.mjs'

const HELP = `npm run prove pledges [-- options]
Signers sign at the same time, and send again until they are answered, while the server that takes and seals their
pledges is killed and started anew. Afterwards every pledge is sealed once, its text, stroke and receipt hold, it stands once
in its village's ledger, none waits for its seal, and the county's chain is whole.
  --pledges N    pledges to sign (5000)
  --kills N      times the server is killed meanwhile (20)
  --signers N    how many sign at the same moment (24)
  --seed N       repeats the moments of the kills (by chance)`
const { values } = parseArgs({
  options: {
    pledges: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '20' },
    signers: { type: 'string', default: '24' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const wanted = Number(values.pledges)
const kills = Number(values.kills)
const lanes = Number(values.signers)
const OUTAGE_MS = 800
const AGAIN_MS = 50
const TELL_EVERY_MS = 10_000
/** A lease of a killed worker and a sweep, with room for a slow machine. */
const SETTLE_MS = 600_000
const YEAR = 2026

console.log(`seed ${values.seed}: ${wanted} pledges, ${kills} kills, ${lanes} signers at once`)
const random = createRandom(Number(values.seed))
const startedAt = Date.now()
const town = await startFaultyTown({ folder: path.join(DATA, 'prove/pledges'), ownDatabase: false })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => town.close().finally(() => process.exit(1)))
try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  await town.close()
}

async function prove() {
  const people = await makeSigners()
  let server = await town.startServer()
  let url = server.url
  const found = { signed: 0, sent: 0, killed: 0, refused: [] }
  const receipts = new Map()
  const waiting = [...people]
  /** Nobody runs ahead of the kills: there is always work under way when one comes. */
  const maySign = () => (found.killed < kills ? (wanted / (kills + 1)) * (found.killed + 2) : wanted)

  const signAll = async () => {
    for (let person = waiting.pop(); person; person = waiting.pop()) {
      while (found.signed > maySign()) await pause(AGAIN_MS)
      receipts.set(person.accountId, await signUntilAnswered(person, () => url, found))
      found.signed += 1
    }
  }
  const killAgainAndAgain = async () => {
    for (const gap = wanted / (kills + 1); found.killed < kills; found.killed += 1) {
      const next = await town.startServer()
      while (found.signed < gap * (found.killed + 1)) await pause(2)
      await pause(random.int(0, 60))
      await server.kill()
      server = next
      await pause(random.int(0, OUTAGE_MS))
      url = server.url
    }
  }
  const progress = setInterval(() => console.log(`  ${found.signed} signed`), TELL_EVERY_MS)
  try {
    await Promise.all([killAgainAndAgain(), ...Array.from({ length: lanes }, signAll)])
  } finally {
    clearInterval(progress)
  }
  const query = (sql, parameters = []) => town.test.database.dataSource.query(sql, parameters)
  const waitingForSeal = async () =>
    Number((await query(`SELECT COUNT(*) AS n FROM pledge WHERE state = 'signed-pending-seal'`))[0].n)
  const leftByKills = await waitingForSeal()
  const deadline = Date.now() + SETTLE_MS
  while ((await waitingForSeal()) > 0 && Date.now() < deadline) await pause(500)
  const stuck = await waitingForSeal()
  const faults = [...found.refused, ...(await faultsOf(query, receipts, stuck))]
  await town.stopServers()
  tell([
    ['pledges', wanted],
    ['answered with a receipt', receipts.size],
    ['requests sent', found.sent],
    ['kills', found.killed],
    ['waiting for their seal when the last was answered', leftByKills],
    ['sealed', Number((await query(`SELECT COUNT(*) AS n FROM pledge WHERE state = 'sealed'`))[0].n)],
    ['stuck', stuck],
    ['in the ledgers', (await ledgerParties(query)).length],
    ['seconds', Math.round((Date.now() - startedAt) / 1000)],
  ])
  for (const fault of faults.slice(0, 20)) console.log(`FAULT: ${fault}`)
  return faults.length === 0
}

/** Grid workers of two villages, each with a pledge of the year to sign. */
async function makeSigners() {
  const { signIn, VILLAGE_A, VILLAGE_B } = town.support
  const people = []
  for (let index = 0; index < wanted; index++) {
    const areaCode = index % 2 === 0 ? VILLAGE_A : VILLAGE_B
    people.push(await signIn(town.test, { name: `演${index}`, role: 'grid-worker', areaCode }))
  }
  const [{ PledgesService, campaignOf }, { Transactions }] = await Promise.all([
    built('modules/pledges/pledges.service.js'),
    built('platform/database/transactions.js'),
  ])
  const { app } = town.test
  for (const village of [VILLAGE_A, VILLAGE_B])
    await app
      .get(Transactions, { strict: false })
      .run((tx) =>
        app
          .get(PledgesService, { strict: false })
          .issueForYear(tx, { ...campaignOf(village), year: YEAR, actor: { system: 'proof' } }),
      )
  return people
}

/** As the phone does: the same signature again until there is an answer. */
async function signUntilAnswered(person, urlNow, found) {
  const { uuidv7, handwriting } = town.support
  const signatureId = uuidv7()
  let pledge
  for (;;) {
    try {
      const ask = async (method, address, body) => {
        found.sent += 1
        const response = await fetch(`${urlNow()}${address}`, {
          method,
          headers: {
            authorization: town.tokenOf(person),
            'x-client': 'h5',
            ...(body && { 'content-type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body) }),
        })
        return { status: response.status, body: await response.json() }
      }
      if (!pledge) {
        const { body: list } = await ask('GET', '/api/pledges')
        pledge = (await ask('GET', `/api/pledges/${list.items[0].id}`)).body
      }
      const answer = await ask('PUT', `/api/pledges/${pledge.id}/signature`, {
        signatureId,
        textHash: pledge.textHash,
        readThrough: true,
        stroke: handwriting(),
      })
      if (answer.status === 200) return answer.body
      if (answer.body.code === 'RECHECK_REQUIRED') await recheck(person)
      else if (answer.status < 500) {
        found.refused.push(`refused  ${pledge.id}: ${answer.status} ${answer.body.code}`)
        return undefined
      }
    } catch {
      // Killed under our hands, or not there yet.
    }
    await pause(AGAIN_MS)
  }
}

/** The person proves again who he is, as he does on the phone after five minutes. */
async function recheck(person) {
  town.tokenOf(person)
  await town.test.database.dataSource.query('UPDATE session SET authenticated_at = ? WHERE id = ?', [
    town.test.clock.now(),
    person.actor.sessionId,
  ])
}

async function faultsOf(query, receipts, stuck) {
  const { app } = town.test
  const [{ PledgeProof }, { PledgeReader }, { AuditVerifier }, { RecordProof }] = await Promise.all([
    built('modules/pledges/pledge-proof.js'),
    built('modules/pledges/pledge-reader.service.js'),
    built('modules/audit/audit-verifier.js'),
    built('modules/records/record-proof.js'),
  ])
  const faults = stuck > 0 ? [`stuck  ${stuck} pledges are not sealed`] : []
  const chain = await app.get(PledgeProof, { strict: false }).run()
  if (chain.fault) faults.push(`chain  ${JSON.stringify(chain.fault)}`)
  if (chain.seals !== wanted) faults.push(`chain  ${chain.seals} seals for ${wanted} pledges`)
  const reader = app.get(PledgeReader, { strict: false })
  for (const [accountId, receipt] of receipts) {
    const state = receipt ? (await reader.check(receipt.verifyCode)).state : 'unanswered'
    if (state !== 'valid') faults.push(`receipt  of ${accountId} is ${state}`)
  }
  const parties = await ledgerParties(query)
  if (parties.length !== wanted || new Set(parties).size !== wanted)
    faults.push(`ledger  ${parties.length} records of ${new Set(parties).size} signers for ${wanted} pledges`)
  const trail = [
    await app.get(RecordProof, { strict: false }).run(),
    ...(await app.get(AuditVerifier, { strict: false }).run()),
  ]
  for (const { fault } of trail) if (fault) faults.push(`trail  ${JSON.stringify(fault)}`)
  return faults
}

/** Whom the villages' ledgers say has signed. */
async function ledgerParties(query) {
  const rows = await query(
    `SELECT v.payload FROM record r JOIN record_revision v ON v.record_id = r.id WHERE r.kind = 'pledge-signed'`,
  )
  return rows.map(({ payload }) => JSON.parse(payload).party)
}

function tell(lines) {
  for (const [name, figure] of lines) console.log(`${name.padEnd(52)}${figure}`)
}
