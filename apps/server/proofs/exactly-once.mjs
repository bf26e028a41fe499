// Records through a bad network, to a server and a database that are killed again and again: each one arrives once.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DATA } from '../../../scripts/lib/paths.mjs'
import { loadPhoneCode } from '../../miniapp/test/support/load-phone-code.mjs'
import { startFaultProxy } from './support/fault-proxy.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { checkLedger } from './support/ledger-check.mjs'
import { startPhones } from './support/phones-at-work.mjs'
import { createRandom } from './support/random.mjs'
import { altered } from './support/submissions.mjs'
import { built } from './support/test-support.mjs'

const HELP = `npm run prove exactly-once [-- options]
  --submissions N      records and revisions that the phones send (10000)
  --server-kills N     times the server is killed meanwhile (50)
  --database-kills N   times the database is killed meanwhile (5); 0: the database at hand is used
  --seed N             repeats the luck of the phones and of the network (by chance)`
const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '10000' },
    'server-kills': { type: 'string', default: '50' },
    'database-kills': { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
const wanted = Number(values.submissions)
const serverKills = Number(values['server-kills'])
const databaseKills = Number(values['database-kills'])
const BATCH = 50
const OUTAGE_MS = 1_500
const TELL_EVERY_MS = 10_000
const SHOWN_FAULTS = 20

console.log(
  `seed ${values.seed}: ${wanted} submissions, ${serverKills} server kills, ${databaseKills} database kills`,
)
const random = createRandom(Number(values.seed))
const startedAt = Date.now()
const code = await loadPhoneCode()
const town = await startFaultyTown({
  folder: path.join(DATA, 'prove/exactly-once'),
  ownDatabase: databaseKills > 0,
})
const network = await startFaultProxy(random.fork())
const close = () => Promise.all([network.close(), town.close()])
// Servers and database are processes of their own: whoever breaks off must not leave them behind.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().finally(() => process.exit(1)))
try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  await close()
}

async function prove() {
  let server = await town.startServer()
  network.aim(server.url)
  const serverGap = wanted / (serverKills + 1)
  const kills = { server: 0, database: 0 }
  let isReady = false
  const phones = await startPhones({
    code,
    town,
    origin: network.url,
    random: random.fork(),
    submissions: () => wanted,
    // Nobody runs ahead of the kills: until the next server stands ready, however long that takes, work waits for it.
    mayWrite: () => (kills.server < serverKills ? serverGap * (kills.server + (isReady ? 2 : 1)) : wanted),
  })
  const before = phones.acknowledged.size
  /** Kills spread over the whole work, each in the middle of a gap and while the server has a request it has not answered. */
  const killAgainAndAgain = async (what, count, prepare) => {
    for (const gap = wanted / (count + 1); kills[what] < count; kills[what] += 1) {
      const kill = await prepare()
      while (phones.acknowledged.size - before < gap * (kills[what] + 1.5)) await pause(2)
      await pause(random.int(0, 60))
      while (network.atTheServer() === 0) await pause(1)
      await kill()
    }
  }
  const progress = setInterval(() => console.log(`  ${phones.acknowledged.size} acknowledged`), TELL_EVERY_MS)
  await Promise.all([
    phones.work(),
    killAgainAndAgain('server', serverKills, async () => {
      // Ready before the other is killed: the outage is as long as chance wants it, not as the machine is slow.
      const next = await town.startServer()
      isReady = true
      return async () => {
        isReady = false
        await server.kill()
        server = next
        await pause(random.int(0, OUTAGE_MS))
        network.aim(server.url)
      }
    }),
    killAgainAndAgain('database', databaseKills, async () => town.killDatabase),
  ]).finally(() => clearInterval(progress))
  await network.calm()
  const query = (sql) => town.test.database.dataSource.query(sql)
  const first = await checkLedger(query, phones.sent)
  const again = await sendAllAgain(phones.sent)
  const second = await checkLedger(query, phones.sent)
  await town.stopServers()
  const trail = await trailFaults()
  phones.close()

  const unanswered = [...phones.sent.keys()].filter((key) => !phones.acknowledged.has(key))
  const faults = [
    ...phones.refused.map((fault) => `refused  ${fault}`),
    ...unanswered.map((key) => `never acknowledged  ${key}`),
    ...[first, second].flatMap(({ lost, doubled, halves }) => [
      ...lost.map((fault) => `lost  ${fault}`),
      ...doubled.map((fault) => `doubled  ${fault}`),
      ...halves.map((fault) => `half written  ${fault}`),
    ]),
    ...again.wrong.map((fault) => `sent again  ${fault}`),
    ...trail,
  ]
  tell([
    ['submitted', phones.sent.size],
    ['acknowledged', phones.acknowledged.size],
    ['stored', second.stored],
    ['lost', first.lost.length + second.lost.length],
    ['doubled', first.doubled.length + second.doubled.length],
    ['half written', first.halves.length + second.halves.length],
    ['sent again whole, answered as known', again.known],
    ['sent again with other content, refused with 409', again.refused],
    [
      'kills of the server, of the database, of the app',
      [kills.server, kills.database, phones.appKills()].join(', '),
    ],
    ['requests that reached the server', network.passedOn()],
    ...Object.entries(network.counts).map(([name, count]) => [`  ${name}`, count]),
    ['seconds', Math.round((Date.now() - startedAt) / 1000)],
  ])
  for (const fault of faults.slice(0, SHOWN_FAULTS)) console.log(`FAULT: ${fault}`)
  return faults.length === 0
}

/** Everything once more as it was, and once more with a word changed. Neither may be written. */
async function sendAllAgain(sent) {
  const found = { known: 0, refused: 0, wrong: [] }
  const pages = new Map()
  for (const { id, record, phone } of sent.values()) {
    if (!phone) continue
    const page = pages.get(phone)?.at(-1)
    if (page && page.length < BATCH) page.push({ id, record })
    else pages.set(phone, [...(pages.get(phone) ?? []), [{ id, record }]])
  }
  const note = (expected, field, results) => {
    for (const { id, status } of results)
      if (status === expected) found[field] += 1
      else found.wrong.push(`${id}: ${status} instead of ${expected}`)
  }
  for (const [phone, batches] of pages) {
    for (const batch of batches) {
      note(200, 'known', await phone.batch(batch.map(({ id, record }) => ({ ...record, id }))))
      note(409, 'refused', await phone.batch(batch.map(({ id, record }) => ({ ...altered(record), id }))))
    }
  }
  return found
}

/** The audit chain and the hashes of every revision, as `npm run verify-audit` checks them. */
async function trailFaults() {
  const { app } = town.test
  const [{ RecordProof }, { AuditVerifier }] = await Promise.all([
    built('modules/records/record-proof.js'),
    built('modules/audit/audit-verifier.js'),
  ])
  const records = await app.get(RecordProof, { strict: false }).run()
  const chains = await app.get(AuditVerifier, { strict: false }).run()
  return [records, ...chains].flatMap(({ fault }) => (fault ? [`trail  ${JSON.stringify(fault)}`] : []))
}

function tell(lines) {
  for (const [name, figure] of lines) console.log(`${name.padEnd(52)}${figure}`)
}
