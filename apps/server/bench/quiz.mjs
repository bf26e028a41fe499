// Quizzes under a storm: 3,000 people begin within a second, then hand in faster and faster; beside a floor, the ORM's way
// and bare node:http; on one server and on two.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { AccessTokens } from '../dist/modules/accounts/access-tokens.js'
import { AreasService } from '../dist/modules/areas/areas.service.js'
import { AwarenessService } from '../dist/modules/quizzes/awareness.service.js'
import { PaperTokens } from '../dist/modules/quizzes/paper-token.js'
import { QuizBank } from '../dist/modules/quizzes/quiz-bank.js'
import { QuizPapersService } from '../dist/modules/quizzes/quiz-papers.service.js'
import { Transactions } from '../dist/platform/database/transactions.js'
import { DEMO_TOWN } from '../dist/platform/demo-areas.js'
import { drive, requestOf, surge } from './lib/load.mjs'
import { interleave, median, ms, percentile, say, sayCalibration, spread } from './lib/measure.mjs'
import { openBench } from './lib/service.mjs'
import { statementsDuring } from './lib/statements.mjs'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    starts: { type: 'string', default: '3000' },
    rounds: { type: 'string', default: '7' },
  },
})
const STARTS = Number(values.starts)
const RAMP_MINUTES = Number(values.minutes)
const ROUNDS = Number(values.rounds)
/** Different papers that are handed out. */
const PAPERS = 50
/** Some seconds each: what the machine does beside it, and what is not compiled yet, then weighs less. */
const PER_ROUND = 6_000
const PER_ROUND_ORM = 1_000
const CONNECTIONS = 64
/** Of what a server can do at most, the ramp ends at this share: the client needs the processor too. */
const RAMP_SHARE = 0.7
const RAMP_FROM = 20
/** A paper answered faster than a person can read does not count. */
const READING_MS = 60_000
const VILLAGES = Array.from({ length: 40 }, (_, at) => `${DEMO_TOWN}${500 + at}`)

const bench = await openBench('bench_quiz', { seed: false })
try {
  const services = await bench.services()
  const people = await makePeople(services)
  const product = await bench.startProduct()
  await assertSameStatements(people)
  await surgeOfStarts(product, people)
  const rate = await compare(product, people)
  await ramp(product, people, rate)
  await twoServers(product, people, rate)
  await assertCounted(services)
  await services.close()
} finally {
  await bench.close()
}

/** Requests of people who answer for the first time this year. Who they are stands in their token; a village is enough in the database. */
async function makePeople(services) {
  const tx = services.get(Transactions).read
  const areas = services.get(AreasService)
  for (const code of VILLAGES)
    await areas.upsert(tx, { code, name: `示范村${code.slice(-3)}`, isDemo: true, startOn: '2026-01-01' })
  for (const table of ['quiz_attempt', 'quiz_assessment', 'awareness_slot'])
    await tx.query(`TRUNCATE ${table}`)
  const bank = new URL('../dist/cli/seed-data/quiz-bank.json', import.meta.url)
  await services.get(QuizBank).load(tx, JSON.parse(readFileSync(bank, 'utf8')))
  const tokens = services.get(AccessTokens)
  const papers = services.get(PaperTokens)
  const patterns = []
  for (let nth = 0; nth < PAPERS; nth++) {
    const order = { audience: 'resident', purpose: 'assessment', areaCode: VILLAGES[0], holderId: uuidv7() }
    const handed = await services.get(QuizPapersService).hand(order)
    patterns.push({ paper: papers.read(handed.token), questions: handed.items })
  }
  let made = 0
  const somebody = () => {
    const session = { id: uuidv7(), accountId: uuidv7(), authenticatedAt: new Date() }
    return { accountId: session.accountId, token: tokens.issue(session, []).accessToken }
  }
  return {
    start() {
      const areaCode = VILLAGES[made++ % VILLAGES.length]
      const body = { audience: 'resident', areaCode, purpose: 'assessment' }
      return requestOf({ method: 'POST', path: '/api/quiz/papers', token: somebody().token, body })
    },
    answer() {
      const { paper: pattern, questions } = patterns[made++ % patterns.length]
      const { accountId, token } = somebody()
      const now = Date.now()
      const paper = {
        ...pattern,
        paperId: uuidv7(),
        areaCode: VILLAGES[made % VILLAGES.length],
        holderId: accountId,
        issuedAt: now - READING_MS,
        expiresAt: now + READING_MS * 60,
      }
      const body = {
        paperId: paper.paperId,
        token: papers.sign(paper),
        answers: questions.map(({ no, options }) => ({ no, chosen: [(made + no) % options.length] })),
        startedAt: new Date(now - READING_MS).toISOString(),
      }
      return requestOf({ method: 'PUT', path: `/api/quiz/attempts/${uuidv7()}`, token, body })
    },
  }
}

/** The floor proves something only while it does what the product does. */
async function assertSameStatements(people) {
  const sent = []
  for (const server of [await bench.startProduct(), await bench.startQuizServer('floor')]) {
    const answer = (count) =>
      drive({ port: server.port, connections: 1, requests: Array.from({ length: count }, people.answer) })
    // Each question is read once and for all.
    await answer(PAPERS)
    sent.push(await statementsDuring(bench.sql, () => answer(1)))
  }
  const [product, floor] = sent
  const at = Array.from(product.keys()).find((nth) => product[nth] !== floor[nth])
  if (at !== undefined || product.length !== floor.length)
    throw new Error(`the floor no longer sends what the product sends:\n  ${product[at]}\n  ${floor[at]}`)
  say(
    `floor: bare Fastify and mysql2; the database saw the same ${floor.length} statements for an answered paper`,
  )
}

async function surgeOfStarts({ port }, people) {
  const requests = Array.from({ length: STARTS }, people.start)
  const dueMs = requests.map((_, at) => (at * 1000) / STARTS)
  const { seconds, latencies, sentBack, errors } = await surge({
    port,
    connections: 400,
    dueMs,
    requestAt: (at) => requests[at],
  })
  say(
    `${STARTS} starts within a second: ${errors.length} errors, ${sentBack} asked to come back, all answered after ${seconds.toFixed(1)} s; ` +
      `p50 ${ms(median(latencies))} ms, p95 ${ms(percentile(latencies, 0.95))} ms`,
  )
  for (const error of new Set(errors)) say(`  ${error}`)
}

/** @returns {Promise<number>} answered papers a second that the product takes */
async function compare(product, people) {
  const side = (port, count) => () =>
    drive({ port, connections: CONNECTIONS, requests: Array.from({ length: count }, people.answer) })
  const sides = { product: side(product.port, PER_ROUND) }
  for (const name of ['floor', 'orm', 'bare'])
    sides[name] = side((await bench.startQuizServer(name)).port, name === 'orm' ? PER_ROUND_ORM : PER_ROUND)
  await interleave(sides, 2)
  const { rounds, calibration } = await interleave(sides, ROUNDS)
  const rates = {}
  for (const [name, results] of Object.entries(rounds)) {
    rates[name] = results.map(({ seconds, latencies }) => latencies.length / seconds)
    const p99 = median(results.map(({ latencies }) => percentile(latencies, 0.99)))
    say(
      `${name.padEnd(8)} ${median(rates[name]).toFixed(0)} answered papers/s (${spread(rates[name], (rate) => rate.toFixed(0))}), p99 ${ms(p99)} ms`,
    )
  }
  const ratio = (name) => rates.product.map((rate, round) => rate / rates[name][round])
  const two = (value) => value.toFixed(2)
  say(`product : floor = ${two(median(ratio('floor')))} (${spread(ratio('floor'), two)}), bar 0.70`)
  say(`product : one ORM save a paper = ${two(median(ratio('orm')))} (${spread(ratio('orm'), two)}), bar 5`)
  say(`product : bare node:http = ${two(median(ratio('bare')))}; ${CONNECTIONS} clients`)
  sayCalibration(calibration)
  return median(rates.product)
}

/** Moments at which so many requests are due, from a rate to a rate, both a second. */
function rising(from, to, seconds) {
  const dueMs = []
  const slope = (to - from) / seconds
  for (let nth = 0; ; nth++) {
    const at = slope === 0 ? nth / from : (Math.sqrt(from * from + 2 * slope * nth) - from) / slope
    if (at > seconds) return dueMs
    dueMs.push(at * 1000)
  }
}

async function ramp({ port }, people, rate) {
  const to = Math.max(RAMP_FROM + 1, rate * RAMP_SHARE)
  const dueMs = rising(RAMP_FROM, to, RAMP_MINUTES * 60)
  const { latencies, sentBack, errors } = await surge({
    port,
    connections: 400,
    dueMs,
    requestAt: people.answer,
  })
  say(
    `${RAMP_MINUTES} minutes from ${RAMP_FROM} to ${to.toFixed(0)} answered papers/s: ${dueMs.length} handed in, ${errors.length} errors, ` +
      `${sentBack} asked to come back; p50 ${ms(median(latencies))} ms, p95 ${ms(percentile(latencies, 0.95))} ms`,
  )
  for (const error of new Set(errors)) say(`  ${error}`)
}

async function twoServers(one, people, rate) {
  const other = await bench.startProduct()
  const half = (port) =>
    drive({ port, connections: CONNECTIONS / 2, requests: Array.from({ length: PER_ROUND }, people.answer) })
  await half(other.port)
  const began = performance.now()
  await Promise.all([half(one.port), half(other.port)])
  const both = (2 * PER_ROUND * 1000) / (performance.now() - began)
  say(
    `two servers on one database: ${both.toFixed(0)} answered papers/s, ${(both / rate).toFixed(2)} times one; ` +
      'they, the database and the clients share the cores of this machine',
  )
}

/** What was acknowledged is there, and the tallies say what a recount says. */
async function assertCounted(services) {
  const tx = services.get(Transactions).read
  const [{ n }] = await tx.query('SELECT COUNT(*) AS n FROM quiz_attempt')
  const differences = await services.get(AwarenessService).differences(tx, DEMO_TOWN)
  if (differences.length > 0) throw new Error(`tallies differ from a recount: ${JSON.stringify(differences)}`)
  say(`${n} answered papers are stored; the tallies equal a recount`)
}
