// The floor: bare Fastify and mysql2. It checks the same token, validates with the same rules and sends the same SQL
// statements as the product does for a new record, and nothing more: no scope, no folding, no sealing, no revisions.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { RECORD_KINDS, validateRecord } from '@dfv/rules'
import fastify from 'fastify'
import mysql from 'mysql2/promise'
import { uuidv7 } from 'uuidv7'
import { RecordIn } from '../../dist/modules/records/records.dto.js'
import * as SQL from './floor-statements.mjs'
import { READ_COMMITTED } from './statements.mjs'

const { DATABASE_URL, KEYS_FILE, PORT } = process.env
const tokenKey = Buffer.from(JSON.parse(readFileSync(KEYS_FILE, 'utf8')).tokenKey, 'base64')
const pool = mysql.createPool({
  uri: DATABASE_URL,
  connectionLimit: 8,
  trace: false,
  charset: 'utf8mb4',
  timezone: 'Z',
  dateStrings: ['DATE'],
  supportBigNumbers: true,
  bigNumberStrings: false,
})
pool.on('connection', (connection) => connection.query(READ_COMMITTED))
const app = fastify({ bodyLimit: 1024 * 1024 })

app.get('/health/live', async () => ({ status: 'ok' }))

app.put('/api/records/:id', async (request, reply) => {
  const worker = await signedIn(request.headers.authorization)
  if (!worker) return reply.code(401).send({ code: 'SIGN_IN_REQUIRED' })
  const record = take(request.params.id, request.body)
  if (!record) return reply.code(422).send({ code: 'INVALID' })
  return reply.code(201).send(await store(record, worker))
})

app.post('/api/records/batch', async (request, reply) => {
  const worker = await signedIn(request.headers.authorization)
  if (!worker) return reply.code(401).send({ code: 'SIGN_IN_REQUIRED' })
  const results = []
  for (const { id, ...body } of request.body.records) {
    const record = take(id, body)
    results.push(record ? { id, status: 201, record: await store(record, worker) } : { id, status: 422 })
  }
  return { results }
})

/** HS256, the audience, the time; then whether the session and the appointment still stand. */
async function signedIn(authorization = '') {
  const [head, claims, signature] = authorization.replace('Bearer ', '').split('.')
  const expected = createHmac('sha256', tokenKey).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature ?? '', 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const { aud, exp, sub, sid } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const now = new Date()
  if (aud !== 'access' || exp * 1000 < now.getTime()) return undefined
  const today = chinaDay(now)
  const [[standing]] = await pool.query(SQL.STANDING, [today, today, sid, sub, now])
  return standing && { accountId: sub, role: standing.role }
}

const chinaDay = (at) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function take(id, body) {
  const parsed = RecordIn.safeParse(body)
  if (!parsed.success) return undefined
  const { kind, occurredOn, payload } = parsed.data
  const today = chinaDay(new Date())
  const checked = validateRecord(kind, payload, { today })
  if (!checked.ok || checked.payload[RECORD_KINDS[kind].dateField] !== occurredOn) return undefined
  return { ...parsed.data, id, payload: JSON.stringify(checked.payload) }
}

async function store(record, { accountId, role }) {
  const { id, areaCode, subjectId, kind, schemaVersion, occurredOn, payload } = record
  const now = new Date()
  const hash = createHmac('sha256', tokenKey).update(payload).digest('hex')
  const connection = await pool.getConnection()
  const send = async (sql, values) => (await connection.query(sql, values))[0]
  try {
    await send('START TRANSACTION')
    await send(SQL.KNOWN, [1, id])
    await send(SQL.AREA, [areaCode])
    const isPersons = subjectId !== areaCode
    if (isPersons) await send(SQL.LOCK, [subjectId, areaCode, `${areaCode}~`, null, null])
    await send(SQL.ADVANCE, [0, now, areaCode])
    const [{ version }] = await send(SQL.HEAD, [areaCode])
    const who = [accountId, role]
    await send(SQL.RECORD, [
      ...[id, areaCode, kind, subjectId, schemaVersion, occurredOn, now, 'accepted', 1, version],
      ...who,
    ])
    await send(SQL.REVISION, [
      ...[id, 1, schemaVersion, occurredOn, payload, null, now, now],
      ...who,
      ...[hash, hash, 'accepted', null, null, 0, null, null],
    ])
    const details = JSON.stringify({ kind, revision: 1, contentHash: hash, version })
    await send(SQL.AUDIT, [
      ...[areaCode.slice(0, 6), uuidv7(), now],
      ...who,
      ...[areaCode, 'record.submitted', 'record', id, details, hash],
    ])
    const event = JSON.stringify({ areaCode, version })
    const key = `ledger.changed:${areaCode}:${version}`
    await send(SQL.OUTBOX, [uuidv7(), areaCode, 'ledger.changed', key, event, now, now])
    if (isPersons) await send(SQL.OF_SUBJECT, [subjectId])
    await send('COMMIT')
    return { id, revision: 1, kind, areaCode, subjectId, occurredOn, receivedAt: now, ledgerVersion: version }
  } catch (error) {
    await send('ROLLBACK')
    throw error
  } finally {
    connection.release()
  }
}

process.once('SIGTERM', () => void app.close().then(() => pool.end()))
await app.listen({ port: Number(PORT), host: '127.0.0.1' })
