// What one full judgement costs: a typical village-year, a large one, and how it grows.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { assess, obligations, POLICIES, WHOLE_NOTICE_POLICIES } from '../dist/index.js'
import { RULES } from '../dist/standards/rules.js'
import { figure, inTurn, measure, median, say, table, yesNo } from './lib/measure.mjs'
import { AS_OF, LARGE, TYPICAL, villageYear } from './lib/villages.mjs'

const PLACES = 690_000
const MOST = 100_000
const JUDGED = {
  'the first parts': { asOf: AS_OF, policies: POLICIES },
  [`all ${RULES.length} rules`]: { asOf: AS_OF, policies: WHOLE_NOTICE_POLICIES },
}
const WHOLE = { asOf: AS_OF, policies: WHOLE_NOTICE_POLICIES }

async function main() {
  say('A full judgement of one village-year, in milliseconds of processor time; median of seven rounds')
  const rows = []
  for (const [name, plan] of [
    ['typical', TYPICAL],
    ['large', LARGE],
  ]) {
    const ledger = villageYear(plan)
    for (const [judged, asOf] of Object.entries(JUDGED)) {
      const { ms, low, high, loop } = await measure(() => assess(ledger, asOf))
      const owed = await measure(() => obligations(ledger, asOf))
      rows.push([
        `${name}, ${judged}: ${plan.persons} persons, ${plan.records} records`,
        `${figure(ms)} ms`,
        `${figure(low)}–${figure(high)}`,
        figure(ms / loop),
        Math.round(plan.records / (ms / 1000)).toLocaleString('en'),
        `${heap(plan, asOf.policies === WHOLE_NOTICE_POLICIES)} KB`,
        `${figure(owed.ms)} ms`,
      ])
      if (plan === TYPICAL)
        say(
          `  typical, ${judged} ≤ 0.5 ms: ${yesNo(ms <= 0.5)}; ` +
            `${PLACES.toLocaleString('en')} villages on one core: ${figure((PLACES * ms) / 60_000)} minutes`,
        )
    }
  }
  table(['', 'assess', 'rounds', '÷ loop', 'records/s', 'allocated', 'obligations'], rows)
  say()
  growth()
}

/**
 * How a record's cost grows with the village it is in. Each size has a process of its own, which holds as many records in
 * villages of that size alone, as a server does that judges one village after another; side by side in one process, the
 * collector marks the records of the other sizes at this one's cost. The floor reads the same fields of the same records
 * and keeps one object of the size of a fact for each: what grows in it is the machine's caches and the collector.
 */
function growth() {
  say(
    'Growth: villages of n records, as many as make 100,000, each size in a process of its own; median of five',
  )
  const sizes = [1000, 10_000, MOST]
  const rounds = Array.from({ length: 5 }, () => sizes.map((records) => apart('--growth', records)))
  const middle = (nth, what) => median(rounds.map((round) => round[nth][what]))
  const ours = sizes.map((_, nth) => middle(nth, 'ours'))
  const floors = sizes.map((_, nth) => middle(nth, 'floor'))
  const perRecord = (ms) => (ms * 1000) / MOST
  table(
    ['records', 'µs/record', '× of 1,000', 'floor', '× of 1,000', 'ours ÷ floor'],
    sizes.map((records, nth) => [
      records.toLocaleString('en'),
      figure(perRecord(ours[nth])),
      figure(ours[nth] / ours[0]),
      figure(perRecord(floors[nth])),
      figure(floors[nth] / floors[0]),
      figure(ours[nth] / floors[nth]),
    ]),
  )
  const factor = ours[2] / ours[0]
  say(`  a record among 100,000 costs ${figure(factor)} × one among 1,000 (≤ 1.5: ${yesNo(factor <= 1.5)})`)
  say(
    `  against the floor, which grows ${figure(floors[2] / floors[0])} ×: ${figure(factor / (floors[2] / floors[0]))} ×`,
  )
}

/** One round of a size, in this process: what `apart` runs. */
function grown(records) {
  const villages = Array.from({ length: MOST / records }, (_, nth) =>
    villageYear({ persons: Math.round(records / 20), records, seed: `village ${nth}` }),
  )
  const [ours, floor] = inTurn(
    [(village) => assess(village, WHOLE), readAndKeep].map((judge) => () => villages.forEach(judge)),
    3,
  )
  say(JSON.stringify({ ours, floor }))
}

function readAndKeep({ records }) {
  const kept = []
  for (const { id, kind, subjectId, areaCode, occurredOn, receivedAt, reviewState, payload } of records) {
    let day = id.charCodeAt(0) ^ kind.charCodeAt(0) ^ subjectId.charCodeAt(0) ^ areaCode.charCodeAt(0)
    for (let at = 0; at < 10; at++) day ^= occurredOn.charCodeAt(at) ^ receivedAt.charCodeAt(at)
    for (const name in payload) if (payload[name] === occurredOn) day++
    const pending = reviewState === 'pending'
    kept.push({ id, kind, subjectId, on: occurredOn, day, pending, receivedAt, payload })
  }
  return kept
}

/** What one judgement allocates, in a process whose young generation is never collected meanwhile. */
const heap = (plan, isWhole) =>
  apart('--allocated', { plan, isWhole }, [
    '--expose-gc',
    '--max-semi-space-size=512',
    '--min-semi-space-size=512',
  ])

/** This file again in a process of its own. @returns what it says */
function apart(what, given, flags = []) {
  const args = [...flags, fileURLToPath(import.meta.url), what, JSON.stringify(given)]
  return JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout)
}

function allocated({ plan, isWhole }) {
  const ledger = villageYear(plan)
  const asOf = { asOf: AS_OF, policies: isWhole ? WHOLE_NOTICE_POLICIES : POLICIES }
  for (let nth = 0; nth < 200; nth++) assess(ledger, asOf)
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  for (let nth = 0; nth < 20; nth++) assess(ledger, asOf)
  say(Math.round((process.memoryUsage().heapUsed - before) / 20 / 1024))
}

if (process.argv[2] === '--allocated') allocated(JSON.parse(process.argv[3]))
else if (process.argv[2] === '--growth') grown(JSON.parse(process.argv[3]))
else await main()
