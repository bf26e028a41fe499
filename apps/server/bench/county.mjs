// The supervisor's home over 12, 345 and 3,450 villages: what the county sees first, and what each further village costs.
import { AreasService } from '../dist/modules/areas/areas.service.js'
import { Transactions } from '../dist/platform/database/transactions.js'
import { DEMO_TOWN } from '../dist/platform/demo-areas.js'
import { drive, requestOf } from './lib/load.mjs'
import { interleave, median, ms, percentile, say, sayCalibration } from './lib/measure.mjs'
import { openBench } from './lib/service.mjs'
import { rawStatementsDuring } from './lib/statements.mjs'
import { signIn } from './lib/town.mjs'

const BAR_MS = 300
const ROUNDS = 7
const ASKED = 12
const VILLAGES_A_TOWN = 15
const ROWS_AT_A_TIME = 100
/** A county each, so that one does not lie among the rows of another. */
const COUNTIES = [
  { county: '441691', villages: 12 },
  { county: '441692', villages: 345 },
  { county: '441693', villages: 3450 },
]

const bench = await openBench('bench_ledger', { seed: true })
try {
  const services = await bench.services()
  for (const one of COUNTIES) await fill(bench.sql, services, one)
  const { port } = await bench.startProduct()
  const sides = {}
  for (const { county, villages } of COUNTIES) {
    const office = await signIn(services, { role: 'county-office', areaCode: county })
    sides[villages] = () =>
      drive({
        port,
        connections: 1,
        requests: Array.from({ length: ASKED }, () =>
          requestOf({ method: 'GET', path: '/api/villages', token: office.token() }),
        ),
      })
  }
  await interleave(sides, 1)
  const statements = await rawStatementsDuring(bench.sql, sides[345])
  const ledgers = statements.filter((text) => /\brecord\b/.test(text))
  say(
    `${statements.length / ASKED} statements, of which ${ledgers.length} read records: three years of them or thirty cost the same`,
  )
  const { rounds, calibration } = await interleave(sides, ROUNDS)
  for (const { villages } of COUNTIES) {
    const at = (share) => median(rounds[villages].map(({ latencies }) => percentile(latencies, share)))
    const [{ bytes }] = rounds[villages]
    say(
      `${String(villages).padStart(5)} villages: p50 ${ms(at(0.5))} ms, p95 ${ms(at(0.95))} ms, ${ms((at(0.5) / villages) * 1000)} µs a village, ` +
        `${Math.round(median(bytes) / 1024)} KB${villages === 345 ? `; bar p95 ${BAR_MS} ms` : ''}`,
    )
  }
  sayCalibration(calibration)
  await services.close()
} finally {
  await bench.close()
}

/** Each village stands as one of the seeded ones does: its projection, and what its people answered. */
async function fill(sql, services, { county, villages }) {
  const [[{ n }]] = await sql.query('SELECT COUNT(*) AS n FROM village_state WHERE area_code LIKE ?', [
    `${county}%`,
  ])
  if (n === villages) return
  const [seeded] = await sql.query(
    `SELECT area_code AS code FROM village_state WHERE area_code LIKE '${DEMO_TOWN}%' ORDER BY area_code`,
  )
  const codes = Array.from({ length: villages }, (_, at) => {
    const town = `${county}${600 + Math.floor(at / VILLAGES_A_TOWN)}`
    return { town, code: `${town}${201 + (at % VILLAGES_A_TOWN)}`, like: seeded[at % seeded.length].code }
  })
  const areas = services.get(AreasService)
  await services.get(Transactions).run(async (tx) => {
    await areas.upsert(tx, { code: county, name: '例市' })
    for (const [at, { town, code }] of codes.entries()) {
      if (at % VILLAGES_A_TOWN === 0) await areas.upsert(tx, { code: town, name: `例镇${town.slice(6)}` })
      await areas.upsert(tx, { code, name: `例村${at + 1}`, startOn: '2023-12-01' })
    }
  })
  for (const table of ['village_state', 'awareness_slot']) await copy(sql, table, codes)
  await sql.query('ANALYZE TABLE area, village_state, awareness_slot')
}

async function copy(sql, table, codes) {
  const [rows] = await sql.query(`SELECT * FROM ${table} WHERE area_code LIKE '${DEMO_TOWN}%'`)
  const columns = Object.keys(rows[0])
  const copies = codes.flatMap(({ code, like }) =>
    rows
      .filter((row) => row.area_code === like)
      .map((row) => columns.map((name) => (name === 'area_code' ? code : row[name]))),
  )
  for (let at = 0; at < copies.length; at += ROWS_AT_A_TIME)
    await sql.query(`INSERT IGNORE INTO ${table} (${columns.join(', ')}) VALUES ?`, [
      copies.slice(at, at + ROWS_AT_A_TIME),
    ])
}
