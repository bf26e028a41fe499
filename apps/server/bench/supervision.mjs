// The supervisor's home over 12, 345 and 3,450 villages with three years behind them, and what a change of policy costs.
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { ProjectionsService } from '../dist/modules/scoring/projections.service.js'
import { VillageHistory } from '../dist/modules/scoring/village-history.service.js'
import { copyVillages } from './lib/copy-villages.mjs'
import { fillCounty, townOf, villageOf } from './lib/fill-county.mjs'
import { drive, requestOf } from './lib/load.mjs'
import { interleave, median, ms, percentile, say, sayCalibration } from './lib/measure.mjs'
import { openBench } from './lib/service.mjs'
import { rawStatementsDuring } from './lib/statements.mjs'
import { addDays, signIn } from './lib/town.mjs'

const BAR_MS = 300
const ROUNDS = 7
const ASKED = 12
const VILLAGES = 345
/** The county that has its records; the others are copies of its projections, a county each. */
const FULL = '441581'
const COPIES = [
  { county: '441691', villages: 12 },
  { county: '441692', villages: 345 },
  { county: '441693', villages: 3450 },
]
/** What the home asks for when it opens, and the page of changes and trends behind it. */
const ROUTES = { list: '/api/villages', orders: '/api/orders', oversight: '/api/oversight' }
const QUARTERS = 12

const bench = await openBench('bench_supervision', { seed: true })
try {
  const { sql } = bench
  const services = await bench.services()
  await fillCounty(sql, services, { villages: VILLAGES, years: 3, copies: 1 })
  const models = Array.from({ length: VILLAGES }, (_, at) => villageOf(at))
  const [[{ records }]] = await sql.query(
    'SELECT COUNT(*) AS records FROM record WHERE area_code >= ? AND area_code <= ?',
    [models[0], models.at(-1)],
  )
  await computeAll(sql, services, models)
  for (const one of COPIES) await copyVillages(sql, services, one, models)
  await measurePolicyChange(sql, services, models, records)
  await measureHome(sql, services)
  await services.close()
} finally {
  await bench.close()
}

/** The projections of the county that has records, with the weeks, plaques and orders of three years. */
async function computeAll(sql, services, models) {
  const [[{ n }]] = await sql.query('SELECT COUNT(*) AS n FROM supervision_order WHERE area_code LIKE ?', [
    `${FULL}6%`,
  ])
  if (n > 0) return
  await services.get(ProjectionsService).refreshStale()
  while ((await services.get(VillageHistory).fillPast()) > 0);
  for (let back = 1; back <= QUARTERS; back++)
    await sql.query(
      `INSERT IGNORE INTO village_week SELECT DATE_SUB(week, INTERVAL ? WEEK), area_code, as_of, states, met, not_met,
         undetermined, overdue, derived FROM village_week WHERE week > DATE_SUB(CURDATE(), INTERVAL 13 WEEK)`,
      [13 * back],
    )
  const today = new Date().toISOString().slice(0, 10)
  const orders = []
  const decisions = []
  for (const [at, code] of models.entries()) {
    for (const [state, days] of [
      ['open', -3],
      ['open', 7],
      ['answered', 5],
      ...Array.from({ length: 9 }, (_, past) => ['closed', -30 * (past + 1)]),
    ])
      orders.push([
        ...[uuidv7(), code, code.slice(0, 9), 'town-office', 'part', 'S7', 'S7', null, '每月宣传活动', state],
        ...[addDays(today, days), new Date(), randomBytes(90)],
      ])
    for (const [kind, on] of [
      ['passed', '2024-01-20'],
      ['submitted', '2024-03-01'],
      ['awarded', '2024-06-01'],
    ])
      if (at % 2 === 0)
        decisions.push([uuidv7(), code, kind, 2023, on, '例禁毒〔示例〕3号', null, uuidv7(), new Date()])
  }
  await sql.query(
    'INSERT INTO plaque_decision (id, area_code, kind, year, decided_on, document, corrects, entered_by, entered_at) VALUES ?',
    [decisions],
  )
  await sql.query(
    'INSERT INTO supervision_order (id, area_code, office_area, office_role, about_kind, about_id, part, subject_id, title, state, due_on, issued_at, wrapped_key) VALUES ?',
    [orders],
  )
}

/** Every village judged again from its records, as after a release of policy; of a town, then of the county. */
async function measurePolicyChange(sql, services, models, records) {
  const projections = services.get(ProjectionsService)
  // The copies stand for themselves: only villages with records are computed again.
  await sql.query(
    `UPDATE area SET start_on = NULL WHERE level = 'village' AND code >= '441691' AND code < '441694'`,
  )
  // What another day asks for is no part of it.
  await projections.refreshStale()
  const costs = {}
  for (const count of [12, VILLAGES]) {
    await sql.query(`UPDATE village_state SET policy_version = '2020-1' WHERE area_code IN (?)`, [
      models.slice(0, count),
    ])
    const began = performance.now()
    const done = await projections.refreshStale()
    costs[count] = (performance.now() - began) / done
    say(
      `policy change: ${done} villages judged again in ${((performance.now() - began) / 1000).toFixed(1)} s, ${ms(costs[count])} ms a village`,
    )
  }
  say(
    `a village of the county costs ${(costs[VILLAGES] / costs[12]).toFixed(2)} × one of twelve (${records} records of three years in ${VILLAGES} villages)`,
  )
  await sql.query(
    `UPDATE area SET start_on = '2023-12-01' WHERE level = 'village' AND code >= '441691' AND code < '441694'`,
  )
}

async function measureHome(sql, services) {
  const { port } = await bench.startProduct()
  const sides = {}
  const ask = async (role, areaCode, path) => {
    const office = await signIn(services, { role, areaCode })
    return () =>
      drive({
        port,
        connections: 1,
        requests: Array.from({ length: ASKED }, () =>
          requestOf({ method: 'GET', path, token: office.token() }),
        ),
      })
  }
  for (const { county, villages } of COPIES)
    for (const [name, path] of Object.entries(ROUTES))
      sides[`${villages} ${name}`] = await ask('county-office', county, path)
  for (const [name, path] of Object.entries(ROUTES))
    sides[`15 ${name}`] = await ask('town-office', townOf(0), path)
  await interleave(sides, 1)
  for (const name of Object.keys(ROUTES)) {
    const statements = await rawStatementsDuring(sql, sides[`345 ${name}`])
    const ledgers = statements.filter((text) => /\brecord(_revision)?\b/.test(text))
    say(`${ROUTES[name]}: ${statements.length / ASKED} statements, of which ${ledgers.length} read records`)
  }
  const { rounds, calibration } = await interleave(sides, ROUNDS)
  const at = (side, share) => median(rounds[side].map(({ latencies }) => percentile(latencies, share)))
  for (const villages of [15, ...COPIES.map((one) => one.villages)]) {
    const of = (share) => at(`${villages} list`, share) + at(`${villages} orders`, share)
    const kilobytes = Math.round(median(rounds[`${villages} list`].flatMap(({ bytes }) => bytes)) / 1024)
    say(
      `${String(villages).padStart(5)} villages: home p50 ${ms(of(0.5))} ms, p95 ${ms(of(0.95))} ms, ${ms((of(0.5) / villages) * 1000)} µs a village, ` +
        `${kilobytes} KB; changes and trends p50 ${ms(at(`${villages} oversight`, 0.5))} ms, p95 ${ms(at(`${villages} oversight`, 0.95))} ms` +
        `${villages === VILLAGES ? `; bar of the home p95 ${BAR_MS} ms` : ''}`,
    )
  }
  sayCalibration(calibration)
}
