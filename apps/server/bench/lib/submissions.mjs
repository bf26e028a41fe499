// How fast records are taken in: beside a floor that does the same work bare, and fifty at once beside one by one.
import { Clock } from '../../dist/platform/clock.js'
import { drive, requestOf } from './load.mjs'
import { interleave, median, ms, percentile, processorMs, say, sayCalibration, spread } from './measure.mjs'
import { openBench } from './service.mjs'
import { statementsDuring } from './statements.mjs'
import { makeVillages, workday } from './town.mjs'

const ROUNDS = 7
/** Some seconds each: what the machine does beside it, and what is not compiled yet, then weighs less. */
const PER_ROUND = 1_920
const CONNECTIONS = 16
const BATCH = 50

export async function measureSubmissions() {
  const bench = await openBench('bench_submissions', { seed: false })
  try {
    const services = await bench.services()
    const town = await makeVillages(services, { villages: 40, persons: 10 })
    const today = services.get(Clock).today()
    const servers = { product: await bench.startProduct(), floor: await bench.startFloor() }
    const singles = (count, villages = town) => {
      // A phone sends what it has under one token, which holds for ten minutes.
      const tokens = new Map(town.map(({ worker }) => [worker, worker.token()]))
      return workday(villages, count, today).map(({ worker, id, record }) =>
        requestOf({ method: 'PUT', path: `/api/records/${id}`, token: tokens.get(worker), body: record }),
      )
    }
    await assertSameStatements(bench.sql, servers, singles)
    const side = (name) => async () => {
      const { port, pid } = servers[name]
      const requests = singles(PER_ROUND)
      const before = [processorMs(pid), processorMs(bench.databasePid)]
      const result = await drive({ port, connections: CONNECTIONS, requests })
      const own = (processorMs(pid) - before[0]) / PER_ROUND
      return { ...result, own, database: (processorMs(bench.databasePid) - before[1]) / PER_ROUND }
    }
    const sides = { product: side('product'), floor: side('floor') }
    await interleave(sides, 2)
    compare(await interleave(sides, ROUNDS))
    await measureBatches(servers.product.port, singles, town, today)
    await services.close()
  } finally {
    await bench.close()
  }
}

/** The floor proves something only while it does what the product does. */
async function assertSameStatements(sql, servers, singles) {
  const one = ({ port }) => drive({ port, connections: 1, requests: singles(2) })
  const product = await statementsDuring(sql, () => one(servers.product))
  const floor = await statementsDuring(sql, () => one(servers.floor))
  const different = product.findIndex((statement, at) => statement !== floor[at])
  if (different >= 0 || product.length !== floor.length)
    throw new Error(
      `the floor no longer sends what the product sends:\n  ${product[different]}\n  ${floor[different]}`,
    )
  say(`floor: bare Fastify and mysql2; the database saw the same ${floor.length} statements for 2 records`)
}

function compare({ rounds, calibration }) {
  const rate = ({ seconds, latencies }) => latencies.length / seconds
  const rates = {}
  for (const [name, results] of Object.entries(rounds)) {
    const all = results.map(rate)
    rates[name] = all
    const at = (share) => median(results.map(({ latencies }) => percentile(latencies, share)))
    say(
      `${name.padEnd(8)} ${median(all).toFixed(0)} records/s (${spread(all, (value) => value.toFixed(0))}), ` +
        `p50 ${ms(at(0.5))} ms, p99 ${ms(at(0.99))} ms; processor a record: server ${ms(median(results.map(({ own }) => own)))} ms, ` +
        `database ${ms(median(results.map(({ database }) => database)))} ms`,
    )
  }
  const ratios = rates.product.map((value, round) => value / rates.floor[round])
  const two = (value) => value.toFixed(2)
  say(`product : floor = ${two(median(ratios))} (${spread(ratios, two)}), bar 0.70; ${CONNECTIONS} clients`)
  sayCalibration(calibration)
}

/** One phone that comes home with fifty records: in one request, or one after the other. */
async function measureBatches(port, singles, town, today) {
  const batch = () => {
    const [{ worker }] = town
    const records = workday(town.slice(0, 1), BATCH, today).map(({ id, record }) => ({ id, ...record }))
    return requestOf({
      method: 'POST',
      path: '/api/records/batch',
      token: worker.token(),
      body: { records },
    })
  }
  const { rounds, calibration } = await interleave(
    {
      batch: () => drive({ port, connections: 1, requests: [batch()] }),
      // The same village: its persons' files grow as those of the batches do.
      singles: () => drive({ port, connections: 1, requests: singles(BATCH, town.slice(0, 1)) }),
    },
    ROUNDS,
  )
  const took = (name) => median(rounds[name].map(({ seconds }) => seconds * 1000))
  say(
    `${BATCH} records of one phone: one batch ${ms(took('batch'))} ms, one by one ${ms(took('singles'))} ms ` +
      `(${(took('singles') / took('batch')).toFixed(2)} times)`,
  )
  sayCalibration(calibration)
}
