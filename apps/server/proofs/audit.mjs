// A million audit entries, linked by the sealer itself, then damaged in every way one at a time: npm run prove audit
// [-- --entries 1000000 --seed 1]. verify-audit, the command, must find each and name the place.
import 'reflect-metadata'
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import mysql from 'mysql2/promise'
import { uuidv7 } from 'uuidv7'
import { AuditAnchors } from '../dist/modules/audit/audit-anchors.js'
import { AuditChainRepository } from '../dist/modules/audit/audit-chain.repository.js'
import { AuditSealer } from '../dist/modules/audit/audit-sealer.js'
import { AuditVerifier } from '../dist/modules/audit/audit-verifier.js'
import { auditEntryHash } from '../dist/platform/audit/audit.js'
import { FixedClock } from '../dist/platform/clock.js'
import { readConfig } from '../dist/platform/config/config.js'
import { generateKeyFile, KeyRing } from '../dist/platform/crypto/key-ring.js'
import { Sealer } from '../dist/platform/crypto/sealer.js'
import { openDataSource } from '../dist/platform/database/data-source.js'
import { Transactions } from '../dist/platform/database/transactions.js'
import { createLog } from '../dist/platform/logging.js'
import { damagesOf } from './support/audit-damages.mjs'

const CLI = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/cli/verify-audit.js')
const COUNTY = '441581'
const BAR_SECONDS = 30
const BATCH = 2_000
const ACTIONS = ['record.submitted', 'record.revised', 'person.revealed', 'export.fetched']

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) {
  console.log(`Builds an audit trail and damages it.
  --entries N   how long it is (default 1000000)
  --seed N      where it is damaged (default 1)
  --runs N      how often the whole is verified for the time (default 7)
  --only WORDS  only the damages whose names hold one of these words, separated by commas
Each damage is undone before the next. The time of a whole verification is printed beside the bar of ${BAR_SECONDS} s.`)
  process.exit(0)
}
const ENTRIES = Number(values.entries)
const RUNS = Number(values.runs)

let state = Number(values.seed) >>> 0
/** A place in the last tenth of the trail, so that nearly all of it has been looked at. */
function somewhere() {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return ENTRIES - 5 - Math.floor((state / 4_294_967_296) * (ENTRIES / 10))
}

const folder = mkdtempSync(path.join(tmpdir(), 'dfv-audit-'))
const keysFile = path.join(folder, 'keys.json')
const keyFile = generateKeyFile(true)
writeFileSync(keysFile, JSON.stringify(keyFile), { mode: 0o600 })
const name = `dfv_audit_${randomBytes(4).toString('hex')}`
const admin = await mysql.createConnection(process.env.TEST_DATABASE_URL)
await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`)
const url = new URL(process.env.TEST_DATABASE_URL)
url.pathname = `/${name}`
const environment = { APP_MODE: 'demo', DATABASE_URL: url.href, KEYS_FILE: keysFile, DATA_DIR: folder }
const config = readConfig(environment)
const dataSource = await openDataSource(config, createLog('silent'))
const clock = new FixedClock(new Date('2026-11-23T06:00:00.000Z'))
const transactions = new Transactions(dataSource)
const chain = new AuditChainRepository()
const seals = new Sealer(new KeyRing(keyFile))
const anchors = new AuditAnchors(chain, transactions, seals, config, clock)
const sealer = new AuditSealer(chain, transactions, clock)
const sql = (text, given = []) => dataSource.query(text, given)

const COLUMNS = `id, county_code, occurred_at, actor_account_id, actor_role, area_code, action, object_type, object_id, details, entry_hash`

/** Entries as the server writes them, but many in one statement. */
async function write(count) {
  const account = uuidv7()
  for (let done = 0; done < count; done += BATCH) {
    const rows = []
    for (let at = done; at < Math.min(done + BATCH, count); at++) {
      const entry = {
        id: uuidv7(),
        countyCode: COUNTY,
        occurredAt: new Date(clock.now().getTime() + at),
        actorAccountId: at % 7 === 0 ? null : account,
        actorRole: 'village-secretary',
        areaCode: `${COUNTY}990${201 + (at % 40)}`,
        action: ACTIONS[at % ACTIONS.length],
        objectType: 'record',
        objectId: uuidv7(),
        details: `{"appointmentId":"${account}","kind":"talk","revision":${1 + (at % 3)}}`,
      }
      rows.push([...Object.values(entry), auditEntryHash(entry)])
    }
    await sql(`INSERT INTO audit_entry (${COLUMNS}) VALUES ?`, [rows])
  }
}

function verify() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  return { isRight: status === 0, line: `${stdout}${stderr}`.split('\n')[0] }
}

const medianOf = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]

/** Wall and processor seconds of one piece of work in this process. */
async function cost(work) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }
}

/** How fast this machine is just now: a million hashes of 300 bytes. */
const calibrate = () => {
  const bytes = Buffer.alloc(300, 1)
  for (let at = 0; at < 1_000_000; at++) createHash('sha256').update(bytes).digest('hex')
}

/** @returns seconds of a whole verification, the median of RUNS */
async function measure() {
  const verifier = new AuditVerifier(chain, anchors, seals, transactions)
  const runs = []
  for (let run = 0; run < RUNS; run++)
    runs.push(
      await cost(async () => {
        const [report] = await verifier.run()
        if (report.fault || report.links !== ENTRIES) throw new Error('The whole trail is not right.')
      }),
    )
  const loop = await cost(calibrate)
  const seconds = medianOf(runs.map((run) => run.seconds))
  console.log(
    `${ENTRIES} entries verified in ${seconds.toFixed(1)} s, the median of ${RUNS} ` +
      `(${medianOf(runs.map(({ cpu }) => cpu)).toFixed(1)} s of the processor; bar ${BAR_SECONDS} s); ` +
      `beside it a million hashes of 300 bytes took ${loop.seconds.toFixed(1)} s (${loop.cpu.toFixed(1)} s)`,
  )
  return seconds
}

const words = values.only.split(',')
const trail = {
  sql,
  sealer,
  entries: ENTRIES,
  anchorFile: path.join(folder, 'audit-anchors', `${COUNTY}.jsonl`),
}
const chosen = damagesOf(trail).filter(({ what }) => words.some((word) => what.includes(word)))

const time = async (what, work) => {
  const began = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

let missed = 0
try {
  await dataSource.runMigrations({ transaction: 'none' })
  await time(`${ENTRIES} entries written`, () => write(ENTRIES))
  const sealed = await time('linked by the sealer', () => sealer.run())
  if (sealed !== ENTRIES) throw new Error(`The sealer linked ${sealed} of ${ENTRIES} entries.`)
  await anchors.run()
  const seconds = await measure()
  for (const damage of chosen) {
    const place = somewhere()
    const undo = await damage.do(place)
    const { isRight, line } = verify()
    // A rewritten hash shows where it stands, an exchange where it begins.
    const isNamed = damage.place !== undefined || new RegExp(`position ${place}\\b`).test(line)
    const isFound = !isRight && isNamed
    if (!isFound) missed += 1
    console.log(`${isFound ? 'found' : 'MISSED'}  ${damage.what}, at ${place}: ${line}`)
    await undo()
  }
  const after = verify()
  if (!after.isRight) throw new Error(`Undone, the trail is not right: ${after.line}`)
  console.log(`${chosen.length - missed} of ${chosen.length} damages found`)
  if (seconds > BAR_SECONDS) console.log(`The bar of ${BAR_SECONDS} s was not met in this run.`)
} finally {
  await dataSource.destroy()
  await admin.query(`DROP DATABASE ${name}`)
  await admin.end()
  rmSync(folder, { recursive: true })
}
process.exit(missed === 0 ? 0 : 1)
