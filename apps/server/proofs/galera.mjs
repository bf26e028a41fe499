// Two servers behind a proxy on three Galera nodes, one of which is killed or stands still while phones send records:
// whatever was acknowledged is on every node, once and whole; how long nobody was answered is printed.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { DATA } from '../../../scripts/lib/paths.mjs'
import { pause } from '../../../scripts/lib/processes.mjs'
import { loadPhoneCode } from '../../miniapp/test/support/load-phone-code.mjs'
import { debianTools } from './support/debian-tools.mjs'
import { startFaultyTown } from './support/faulty-town.mjs'
import { startCluster, startNodeChecks } from './support/galera-cluster.mjs'
import { startHaproxy } from './support/haproxy.mjs'
import { checkLedger } from './support/ledger-check.mjs'
import { startPhones } from './support/phones-at-work.mjs'
import { createRandom } from './support/random.mjs'
import { built } from './support/test-support.mjs'

const HELP = `npm run prove galera [-- options]
  --rounds N    how often each fall is tried (1): the node that is written to killed, then standing still; then another node
  --seed N      repeats the luck of the phones (by chance)
  Everything runs on this machine's loopback: three MariaDB nodes with Galera, HAProxy with the two files of deploy/, two
  servers, eight phones. Debian's packages are unpacked once into .data/ (160 MB, no root).`
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}
/** Who falls, and how. */
const FALLS = [
  ['the written node is killed', 'writer', 'SIGKILL'],
  ['the written node stands still', 'writer', 'SIGSTOP'],
  ['another node is killed', 'other', 'SIGKILL'],
  ['another node stands still', 'other', 'SIGSTOP'],
]
/** Acknowledged between two falls, and never more than this in all. */
const BETWEEN = 200
const MOST = 40_000
/** A node stands still or is gone for this long before anybody mends it. */
const OUT_FOR_MS = 10_000
const ANSWERED_WITHIN_MS = 120_000
const SHOWN_FAULTS = 20

console.log(`seed ${values.seed}: each of ${FALLS.length} falls ${values.rounds} times`)
const startedAt = Date.now()
const folder = path.join(DATA, 'prove/galera')
const ends = []
const close = async () => {
  for (const end of ends.splice(0).reverse()) await end()
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => close().finally(() => process.exit(1)))
try {
  process.exitCode = (await prove()) ? 0 : 1
} finally {
  await close()
}

async function prove() {
  const code = await loadPhoneCode()
  const tools = await debianTools()
  const cluster = await startCluster(path.join(folder, 'cluster'), tools)
  ends.push(() => cluster.stop())
  const checks = await startNodeChecks(cluster.nodes)
  ends.push(() => checks.close())
  const numbered = (name, list) =>
    Object.fromEntries(list.map((value, at) => [`${name}_${at + 1}`, String(value)]))
  const haproxy = tools.program('sbin/haproxy')
  const writer = await startHaproxy(haproxy, 'haproxy-galera.cfg', 'DB_LISTEN', {
    ...numbered(
      'DB',
      cluster.nodes.map(({ address }) => address),
    ),
    ...numbered('CHECK', checks.ports),
  })
  ends.push(() => writer.close())
  process.env.TEST_DATABASE_URL = `mysql://app:${cluster.password}@${writer.address}`
  const town = await startFaultyTown({ folder, ownDatabase: false, isThrownAway: true })
  ends.push(() => town.close())
  const servers = [await town.startServer(), await town.startServer()]
  const app = await startHaproxy(haproxy, 'haproxy-app.cfg', 'APP_LISTEN', {
    ...numbered(
      'APP',
      servers.map(({ url }) => new URL(url).host),
    ),
  })
  ends.push(() => app.close())

  let isOver = false
  const phones = await startPhones({
    code,
    town,
    origin: `http://${app.address}`,
    random: createRandom(Number(values.seed)),
    submissions: () => (isOver ? 0 : MOST),
    mayWrite: () => MOST,
  })
  const query = (sql) => town.test.database.dataSource.query(sql)
  const acknowledged = () => phones.acknowledged.size
  const moreThan = async (count) => {
    const deadline = Date.now() + ANSWERED_WITHIN_MS
    while (acknowledged() < count) {
      if (Date.now() > deadline)
        throw new Error(`nothing was acknowledged for ${ANSWERED_WITHIN_MS / 1000} s`)
      await pause(5)
    }
  }
  const pauses = []
  const falls = async () => {
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [what, who, signal] of FALLS) {
        await moreThan(acknowledged() + BETWEEN)
        const [{ written }] = await query('SELECT @@wsrep_node_name AS written')
        const node = cluster.nodes.find(({ name }) => (name === written) === (who === 'writer'))
        const watch = watchPauses(acknowledged)
        await node.fall(signal)
        const out = pause(OUT_FOR_MS)
        await moreThan(acknowledged() + BETWEEN)
        await out
        const down = watch.longest()
        await node.rise()
        await moreThan(acknowledged() + BETWEEN)
        watch.stop()
        pauses.push([`${what} (${node.name})`, down, watch.longest()])
        console.log(
          `  ${what} (${node.name}): nobody answered for ${down} ms; until it was back ${watch.longest()} ms`,
        )
      }
  }
  await Promise.all([
    phones.work(),
    falls().finally(() => {
      isOver = true
    }),
  ])
  const unanswered = [...phones.sent.keys()].filter((key) => !phones.acknowledged.has(key))
  await town.stopServers()
  const faults = [
    ...phones.refused.map((fault) => `refused  ${fault}`),
    ...unanswered.map((key) => `never acknowledged  ${key}`),
    ...(await trailFaults(town)),
  ]
  const name = new URL(town.databaseUrl).pathname.slice(1)
  const stored = []
  for (const node of cluster.nodes) {
    const connection = await node.connect()
    await connection.query(`USE ${name}`)
    const found = await checkLedger(async (sql) => (await connection.query(sql))[0], phones.sent)
    await connection.end()
    stored.push(found.stored)
    for (const kind of ['lost', 'doubled', 'halves'])
      faults.push(...found[kind].map((fault) => `${node.name}  ${kind}  ${fault}`))
  }
  phones.close()
  const of = (kind) => faults.filter((fault) => fault.includes(`  ${kind}  `)).length
  tell([
    ['submitted', phones.sent.size],
    ['acknowledged', phones.acknowledged.size],
    ['stored on each node', stored.join(', ')],
    ['lost on any node', of('lost')],
    ['doubled on any node', of('doubled')],
    ['half written on any node', of('halves')],
    ...pauses.map(([what, down, all]) => [what, `${down} ms without an answer, ${all} ms until it was back`]),
    ['seconds', Math.round((Date.now() - startedAt) / 1000)],
  ])
  for (const fault of faults.slice(0, SHOWN_FAULTS)) console.log(`FAULT: ${fault}`)
  return faults.length === 0
}

/** The longest time in which the count did not grow. */
function watchPauses(count) {
  let [last, since, longest] = [count(), Date.now(), 0]
  const look = () => {
    const now = Date.now()
    longest = Math.max(longest, now - since)
    if (count() > last) [last, since] = [count(), now]
  }
  const timer = setInterval(look, 5)
  return {
    longest: () => longest,
    stop: () => clearInterval(timer),
  }
}

/** The audit chain and the hashes of every revision, as `npm run verify-audit` checks them. */
async function trailFaults({ test }) {
  const [{ RecordProof }, { AuditVerifier }] = await Promise.all([
    built('modules/records/record-proof.js'),
    built('modules/audit/audit-verifier.js'),
  ])
  const records = await test.app.get(RecordProof, { strict: false }).run()
  const chains = await test.app.get(AuditVerifier, { strict: false }).run()
  return [records, ...chains].flatMap(({ fault }) => (fault ? [`trail  ${JSON.stringify(fault)}`] : []))
}

function tell(lines) {
  for (const [name, figure] of lines) console.log(`${name.padEnd(52)}${figure}`)
}
