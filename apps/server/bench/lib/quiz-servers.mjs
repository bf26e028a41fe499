// What quizzes are measured beside, one of them by SERVER:
//   floor  bare Fastify and mysql2 with the same token check, validation, marking, SQL and batching
//   orm    the same work as it is usually written: each answered paper in a transaction of its own, saved through the ORM
//   bare   node:http that reads a body and answers as many bytes
import 'reflect-metadata'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { markPaper } from '@dfv/rules'
import fastify from 'fastify'
import mysql from 'mysql2/promise'
import { DataSource } from 'typeorm'
import { AwarenessSlot } from '../../dist/modules/quizzes/awareness-slot.entity.js'
import { MicroBatcher } from '../../dist/modules/quizzes/micro-batcher.js'
import { QuizAssessment } from '../../dist/modules/quizzes/quiz-assessment.entity.js'
import { QuizAttempt } from '../../dist/modules/quizzes/quiz-attempt.entity.js'
import { QuizAttemptIn } from '../../dist/modules/quizzes/quizzes.dto.js'
import * as SQL from './quiz-statements.mjs'
import { READ_COMMITTED } from './statements.mjs'

const { DATABASE_URL, KEYS_FILE, PORT, SERVER } = process.env
/** An answer of the product: ten questions with their explanations. */
const ANSWER_BYTES = 3_200

if (SERVER === 'bare') serveBare()
else await serveMarked(SERVER === 'orm' ? await ormWriter() : floorWriter())

function serveBare() {
  const answer = Buffer.alloc(ANSWER_BYTES, 'x')
  const head = { 'content-type': 'application/json', 'content-length': answer.length }
  const server = createServer((request, reply) => {
    request.resume().on('end', () => reply.writeHead(request.method === 'GET' ? 200 : 201, head).end(answer))
  })
  server.listen(Number(PORT), '127.0.0.1')
  process.once('SIGTERM', () => server.close().closeAllConnections())
}

async function serveMarked({ find, write, close }) {
  const key = Buffer.from(JSON.parse(readFileSync(KEYS_FILE, 'utf8')).tokenKey, 'base64')
  const bank = new Map()
  const macOf = (text, prefix = '') => createHmac('sha256', key).update(prefix).update(text).digest()
  const isSigned = (text, mac, prefix) => {
    const given = Buffer.from(mac ?? '', 'base64url')
    const expected = macOf(text, prefix)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  const parsed = (text) => JSON.parse(Buffer.from(text, 'base64url').toString())
  const app = fastify({ bodyLimit: 1024 * 1024 })
  app.get('/health/live', async () => ({ status: 'ok' }))
  app.put('/api/quiz/attempts/:id', async (request, reply) => {
    const [head, claims, signature] = (request.headers.authorization ?? '').replace('Bearer ', '').split('.')
    const now = new Date()
    if (!isSigned(`${head}.${claims}`, signature)) return reply.code(401).send({ code: 'SIGN_IN_REQUIRED' })
    const { aud, exp, sub } = parsed(claims)
    if (aud !== 'access' || exp * 1000 < now.getTime())
      return reply.code(401).send({ code: 'SIGN_IN_REQUIRED' })
    const body = QuizAttemptIn.safeParse(request.body)
    if (!body.success) return reply.code(422).send({ code: 'INVALID' })
    const [text, mac] = body.data.token.split('.')
    if (!isSigned(text, mac, 'quiz-paper\0')) return reply.code(422).send({ code: 'QUIZ_PAPER_UNKNOWN' })
    const paper = parsed(text)
    if (paper.holderId !== sub || paper.paperId !== body.data.paperId || paper.expiresAt < now.getTime())
      return reply.code(422).send({ code: 'QUIZ_PAPER_UNKNOWN' })
    const marked = await mark(paper, body.data.answers)
    const attempt = {
      id: request.params.id,
      paperId: paper.paperId,
      areaCode: paper.areaCode,
      audience: paper.audience,
      channel: 'self',
      accountId: sub,
      year: now.getUTCFullYear(),
      score: marked.marks.score,
      correct: marked.marks.correct,
      total: marked.marks.total,
      isAware: marked.marks.score >= 80,
      issuedAt: new Date(paper.issuedAt),
      startedAt: new Date(body.data.startedAt),
      submittedAt: now,
      answers: JSON.stringify(
        marked.items.map(({ id, version, order, answer }, at) => [
          ...[id, version, order],
          ...[marked.marks.perItem[at].chosen, answer],
        ]),
      ),
    }
    await write(attempt)
    return reply.code(201).send({
      id: attempt.id,
      score: attempt.score,
      counted: true,
      items: marked.marks.perItem.map((one, at) => ({ ...one, ...marked.told[at] })),
    })
  })
  process.once('SIGTERM', () => void app.close().then(close))
  await app.listen({ port: Number(PORT), host: '127.0.0.1' })

  async function mark(paper, answers) {
    const missing = paper.items.filter(([id, version]) => !bank.has(`${id}@${version}`))
    if (missing.length > 0)
      for (const { id, version, content } of await find(missing.map(([id, version]) => [id, version])))
        bank.set(`${id}@${version}`, JSON.parse(content))
    const sources = paper.items.map(([id, version]) => bank.get(`${id}@${version}`))
    const items = paper.items.map(([id, version, order], at) => ({
      no: at + 1,
      id,
      version,
      order,
      answer: order.flatMap((position, shown) => (sources[at].answer.includes(position) ? [shown] : [])),
    }))
    const told = sources.map(({ explanation, basis }) => ({ explanation, basis }))
    return { items, told, marks: markPaper(items, answers) }
  }
}

function floorWriter() {
  const pool = mysql.createPool({
    uri: DATABASE_URL,
    connectionLimit: 8,
    charset: 'utf8mb4',
    timezone: 'Z',
    trace: false,
  })
  pool.on('connection', (connection) => connection.query(READ_COMMITTED))
  const writeBatch = async (attempts) => {
    const connection = await pool.getConnection()
    const send = async (sql, values) => (await connection.query(sql, values))[0]
    try {
      await send('START TRANSACTION')
      await send(SQL.KNOWN, [attempts.map((one) => one.id), attempts.map((one) => one.paperId)])
      const people = attempts
        .map((one) => [one.accountId, one.year, one.id])
        .sort((a, b) => (`${a}` < `${b}` ? -1 : 1))
      await send(SQL.CLAIM, [people])
      await send(SQL.CLAIMED, [people.map(([accountId, year]) => [accountId, year])])
      await send(SQL.ATTEMPT, [attempts.map(SQL.attemptRow)])
      const tallies = new Map()
      for (const { areaCode, year, audience, channel, isAware } of attempts) {
        const name = [areaCode, year, audience, channel].join()
        const tally = tallies.get(name) ?? [areaCode, year, audience, channel, 0, 0, 0]
        tally[5] += 1
        tally[6] += isAware ? 1 : 0
        tallies.set(name, tally)
      }
      await send(SQL.TALLY, [[...tallies.values()]])
      await send('COMMIT')
      return attempts
    } catch (error) {
      await send('ROLLBACK')
      throw error
    } finally {
      connection.release()
    }
  }
  const batcher = new MicroBatcher(writeBatch, { batchSize: 64, lanes: 2, queueLimit: 2_000 })
  return {
    find: async (wanted) => (await pool.query(SQL.ITEMS, [wanted]))[0],
    write: (attempt) => batcher.add(attempt),
    close: () => pool.end(),
  }
}

async function ormWriter() {
  const source = await new DataSource({
    type: 'mysql',
    url: DATABASE_URL,
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: 8,
    entities: [QuizAttempt, QuizAssessment, AwarenessSlot],
  }).initialize()
  const write = (attempt) =>
    source.transaction(async (tx) => {
      const { accountId, year, areaCode, audience, channel, id, isAware } = attempt
      if (await tx.findOneBy(QuizAttempt, { id })) return
      const isCounted = !(await tx.findOneBy(QuizAssessment, { accountId, year }))
      if (isCounted) await tx.save(QuizAssessment, { accountId, year, attemptId: id })
      await tx.save(QuizAttempt, {
        ...attempt,
        isCounted,
        notCountedReason: isCounted ? null : 'already-counted',
      })
      const key = { areaCode, year, audience, channel, slot: 0 }
      const lock = { mode: 'pessimistic_write' }
      const tally = (await tx.findOne(AwarenessSlot, { where: key, lock })) ?? { ...key, valid: 0, aware: 0 }
      await tx.save(AwarenessSlot, {
        ...tally,
        valid: tally.valid + 1,
        aware: tally.aware + (isAware ? 1 : 0),
      })
    })
  return { find: (wanted) => source.query(SQL.ITEMS, [wanted]), write, close: () => source.destroy() }
}
