// What one full judgement costs: a typical village-year, a large one, and how it grows.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { assess, obligations } from '../dist/index.js'
import { figure, measure, say, table } from './lib/measure.mjs'
import { AS_OF, LARGE, TYPICAL, villageYear } from './lib/villages.mjs'

const PLACES = 690_000
const MOST = 100_000
const asOf = { asOf: AS_OF }

if (process.argv[2] === '--allocated') allocated(JSON.parse(process.argv[3]))
else await main()

async function main() {
  say('A full judgement of one village-year; median of seven, beside a calibration loop')
  const rows = []
  for (const [name, plan] of [
    ['typical', TYPICAL],
    ['large', LARGE],
  ]) {
    const ledger = villageYear(plan)
    const judged = await measure(() => assess(ledger, asOf))
    const owed = await measure(() => obligations(ledger, asOf))
    rows.push([
      `${name}: ${plan.persons} persons, ${plan.records} records`,
      `${figure(judged.ms)} ms`,
      `${figure(judged.low)}–${figure(judged.high)}`,
      figure(judged.ms / judged.loop),
      Math.round(plan.records / (judged.ms / 1000)).toLocaleString('en'),
      `${heap(plan)} KB`,
      `${figure(owed.ms)} ms`,
    ])
    if (name === 'typical')
      say(
        `  typical ≤ 0.5 ms: ${judged.ms <= 0.5 ? 'yes' : 'NO'}; ` +
          `${PLACES.toLocaleString('en')} villages on one core: ${figure((PLACES * judged.ms) / 60_000)} minutes`,
      )
  }
  table(['', 'assess', 'rounds', '÷ loop', 'records/s', 'allocated', 'obligations'], rows)

  say()
  say('Growth: one village of n records among as many as make 100,000, so that memory plays the same part')
  const growth = []
  for (const records of [1000, 3000, 10_000, 30_000, 100_000]) {
    const count = Math.floor(MOST / records)
    const villages = Array.from({ length: count }, (_, nth) =>
      villageYear({ persons: Math.round(records / 13), records, seed: `village ${nth}` }),
    )
    const { ms, loop } = await measure(() => {
      for (const village of villages) assess(village, asOf)
    })
    growth.push({ records, each: (ms * 1000) / (records * count), ms: ms / count, loop })
  }
  table(
    ['records', 'assess', '÷ loop', 'µs/record', '× of 1,000'],
    growth.map(({ records, each, ms, loop }) => [
      records.toLocaleString('en'),
      `${figure(ms)} ms`,
      figure(ms / loop),
      figure(each),
      figure(each / growth[0].each),
    ]),
  )
  const factor = growth[growth.length - 1].each / growth[0].each
  say(
    `  a record among 100,000 costs ${figure(factor)} × one among 1,000 (≤ 1.5: ${factor <= 1.5 ? 'yes' : 'NO'})`,
  )
}

/** What one judgement allocates, in a process of its own whose young generation is never collected meanwhile. */
function heap(plan) {
  const args = [
    '--expose-gc',
    '--max-semi-space-size=512',
    fileURLToPath(import.meta.url),
    '--allocated',
    JSON.stringify(plan),
  ]
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim()
}

function allocated(plan) {
  const ledger = villageYear(plan)
  for (let nth = 0; nth < 200; nth++) assess(ledger, asOf)
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  for (let nth = 0; nth < 20; nth++) assess(ledger, asOf)
  say(Math.round((process.memoryUsage().heapUsed - before) / 20 / 1024))
}
