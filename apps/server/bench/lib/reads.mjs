// Reading from a ledger of a million records: lists, searches and the download of a village, each with what it touches.
import { cursorOf } from '../../dist/modules/records/cursor.js'
import { fillCounty, townOf, villageOf } from './fill-county.mjs'
import { drive, requestOf } from './load.mjs'
import { calibrate, median, ms, percentile, say, sayCalibration } from './measure.mjs'
import { openBench } from './service.mjs'
import { rawStatementsDuring } from './statements.mjs'
import { signIn } from './town.mjs'

/** The county's 345 villages of three years: a little over a million records. */
export const MILLION = { villages: 345, years: 3, copies: 4 }
const ASKED = 200
const CONNECTIONS = 4
/** Rows of one page; an honest list touches a few times as many, whatever lies beside them. */
const PAGE = 50
const TOUCHED_PER_ROW = 12
/** A part of a code is looked for among the codes of one's own area, and a download is the village itself. */
const READS_ITS_AREA = /^download|short code/

export async function measureReads(size = MILLION, name = 'bench_ledger') {
  const bench = await openBench(name, { seed: true })
  try {
    const services = await bench.services()
    await fillCounty(bench.sql, services, size)
    const [[{ records }]] = await bench.sql.query('SELECT COUNT(*) AS records FROM record')
    say(`${records.toLocaleString('en')} records of ${size.villages} villages in the database`)
    const questions = await questionsOf(bench.sql, services, size)
    const { port } = await bench.startProduct()
    const calibration = []
    const scans = []
    for (const [what, ask] of Object.entries(questions)) {
      calibration.push(calibrate())
      await drive({
        port,
        connections: CONNECTIONS,
        requests: Array.from({ length: 20 }, (_, at) => ask(at)),
      })
      const { latencies, bytes } = await drive({
        port,
        connections: CONNECTIONS,
        requests: Array.from({ length: ASKED }, (_, at) => ask(at)),
      })
      const touched = await touchedBy(bench.sql, port, ask(7))
      const size = median(bytes) / 1024
      say(
        `${what.padEnd(34)} p50 ${ms(median(latencies)).padStart(5)} ms  p99 ${ms(percentile(latencies, 0.99)).padStart(5)} ms  ` +
          `${size.toFixed(1).padStart(6)} KB  ${touched.rows} rows touched by ${touched.keys.join(', ')}`,
      )
      scans.push(...touched.scans.map((scan) => `${what}: ${scan}`))
      if (!READS_ITS_AREA.test(what) && touched.rows > PAGE * TOUCHED_PER_ROW)
        scans.push(`${what}: ${touched.rows} rows touched for a page of ${PAGE}`)
    }
    sayCalibration(calibration)
    say(
      scans.length === 0
        ? 'no question reads a whole table or index'
        : `FULL SCANS\n    ${scans.join('\n    ')}`,
    )
    await services.close()
  } finally {
    await bench.close()
  }
}

async function questionsOf(sql, services, { villages }) {
  const offices = {}
  for (let at = 0; at < villages; at += 15)
    offices[townOf(at)] = await signIn(services, { role: 'town-office', areaCode: townOf(at) })
  const tokens = Object.fromEntries(Object.entries(offices).map(([town, office]) => [town, office.token()]))
  const nth = (at) => (at * 37) % villages
  const get = (path) => (at) =>
    requestOf({
      method: 'GET',
      token: tokens[townOf(nth(at))],
      path: path(villageOf(nth(at)), townOf(nth(at)), at),
    })
  const [persons] = await sql.query(
    `SELECT s.id, s.area_code FROM subject s WHERE s.type = 'person' AND s.area_code >= ? AND s.area_code < ? AND s.state = 'active' AND s.readers IS NULL`,
    [townOf(0), `${townOf(villages)}`],
  )
  const personOf = new Map(persons.map(({ id, area_code }) => [area_code, id]))
  const [versions] = await sql.query('SELECT area_code, version FROM village_ledger')
  const version = new Map(versions.map((row) => [row.area_code, row.version]))
  const back = (village, share) => String(Math.floor(version.get(village) * share))
  const deep = (village) => cursorOf([village, back(village, 0.05)])
  return {
    'village, first page': get((village) => `/api/records?areaCode=${village}`),
    'village, deep page': get((village) => `/api/records?areaCode=${village}&cursor=${deep(village)}`),
    'town, first page': get((_, town) => `/api/records?areaCode=${town}`),
    'town, deep page': get((village, town) => `/api/records?areaCode=${town}&cursor=${deep(village)}`),
    'village, one kind': get((village) => `/api/records?areaCode=${village}&kind=talk`),
    'village, a rare kind': get((village) => `/api/records?areaCode=${village}&kind=school`),
    'town, a rare kind': get((_, town) => `/api/records?areaCode=${town}&kind=experience-report`),
    'one person': get((village) => `/api/records?subjectId=${personOf.get(village)}`),
    'persons of a town': get((_, town) => `/api/persons?areaCode=${town}`),
    'persons by short code': get(
      (_village, _town, at) => `/api/persons?q=${encodeURIComponent(`${nth(at) + 1}-2`)}`,
    ),
    'waiting for review': get((_, town) => `/api/reviews?areaCode=${town}`),
    'download of a village, whole': get((village) => `/api/ledger/${village}`),
    'download of a village, 20 changes': get(
      (village) => `/api/ledger/${village}?since=${version.get(village) - 20}`,
    ),
  }
}

/** What the database reads for one request, and which indexes it says it uses. */
async function touchedBy(sql, port, request) {
  const statements = await rawStatementsDuring(sql, () =>
    drive({ port, connections: 1, requests: [request] }),
  )
  const keys = new Set()
  const scans = []
  let rows = 0
  for (const statement of statements.filter((text) => /^\s*SELECT/i.test(text))) {
    const [plan] = await sql.query(`EXPLAIN ${statement}`)
    for (const { table, type, key, rows: estimate } of plan) {
      if (key) keys.add(key === 'PRIMARY' ? `${table}.id` : key)
      if ((type === 'ALL' || type === 'index') && estimate > PAGE && !table?.startsWith('<'))
        scans.push(`${type} of ${table}, ${estimate} rows`)
    }
    const before = await handlerReads(sql)
    await sql.query(statement)
    rows += (await handlerReads(sql)) - before
  }
  return { rows, keys: [...keys].filter((key) => key.startsWith('ix_') || key.startsWith('uq_')), scans }
}

async function handlerReads(sql) {
  const [status] = await sql.query(`SHOW SESSION STATUS LIKE 'Handler_read%'`)
  return status
    .filter(({ Variable_name: name }) => /_(first|key|last|next|prev|rnd|rnd_next)$/.test(name))
    .reduce((sum, { Value }) => sum + Number(Value), 0)
}
