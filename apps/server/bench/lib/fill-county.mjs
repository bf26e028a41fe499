// A county of years: the seeded villages told again and again under new codes, for new persons, each year anew.
import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { AreasService } from '../../dist/modules/areas/areas.service.js'
import { FieldCipher } from '../../dist/platform/crypto/field-cipher.js'
import { Transactions } from '../../dist/platform/database/transactions.js'
import { DEMO_TOWN } from '../../dist/platform/demo-areas.js'
import { say } from './measure.mjs'

const COUNTY = '441581'
const VILLAGES_A_TOWN = 15
const ROWS_AT_A_TIME = 1_000
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

export const townOf = (at) => `${COUNTY}${600 + Math.floor(at / VILLAGES_A_TOWN)}`
export const villageOf = (at) => `${townOf(at)}${201 + (at % VILLAGES_A_TOWN)}`

/**
 * Fills an empty county; a full one stays as it is.
 * @param {{villages: number, years: number, copies: number}} size copies: how often the persons and places of a seeded
 *   village stand in one of ours
 */
export async function fillCounty(sql, services, { villages, years, copies }) {
  const [[{ last }]] = await sql.query(
    'SELECT MAX(area_code) AS last FROM village_ledger WHERE area_code < ?',
    [DEMO_TOWN],
  )
  if (last !== null && last >= villageOf(villages - 1)) return
  const began = performance.now()
  const stories = await readStories(sql)
  const ours = await makeVillages(sql, services, stories, { villages, years, copies })
  const rows = await writeRecords(sql, ours, years)
  await insert(
    sql,
    'village_ledger (area_code, version, start_on, next_person_no, changed_at)',
    ours.map(({ code, version, startOn, persons }) => [code, version, startOn, persons + 1, new Date()]),
  )
  await sql.query('ANALYZE TABLE record, record_revision, subject, person_identity, village_ledger, area')
  say(
    `filled: ${rows} records of ${villages} villages in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
}

/** What the seeded villages recorded in their last year, and what had to be known before. */
async function readStories(sql) {
  const [villages] = await sql.query(
    `SELECT area_code AS code FROM record WHERE area_code LIKE '${DEMO_TOWN}%' GROUP BY area_code HAVING COUNT(*) > 200 ORDER BY area_code`,
  )
  const stories = []
  for (const { code } of villages) {
    const [records] = await sql.query(
      `SELECT r.id, r.kind, r.subject_id, r.schema_version, r.review_state, r.submitted_by_account, r.submitted_by_role,
         DATE_FORMAT(r.occurred_on, '%Y-%m-%d') AS day, v.payload, v.sealed_text, v.fingerprint, v.content_hash
       FROM record r JOIN record_revision v ON v.record_id = r.id AND v.revision = r.current_revision
       WHERE r.area_code = ? ORDER BY r.occurred_on, r.id`,
      [code],
    )
    const [subjects] = await sql.query(`SELECT * FROM subject WHERE area_code = ? ORDER BY number`, [code])
    stories.push({ code, records, subjects })
  }
  return stories
}

async function makeVillages(sql, services, stories, { villages, years, copies }) {
  const areas = services.get(AreasService)
  const cipher = services.get(FieldCipher)
  const tx = services.get(Transactions).read
  const startOn = `${new Date().getUTCFullYear() - years}-01-01`
  const ours = []
  const subjects = []
  const identities = []
  for (let at = 0; at < villages; at++) {
    const code = villageOf(at)
    const story = stories[at % stories.length]
    if (at % VILLAGES_A_TOWN === 0)
      await areas.upsert(tx, { code: townOf(at), name: `例镇${townOf(at).slice(6)}` })
    await areas.upsert(tx, { code, name: `例村${at + 1}`, startOn })
    const people = []
    let persons = 0
    for (let copy = 0; copy < copies; copy++) {
      const known = new Map([[story.code, code]])
      for (const subject of story.subjects) {
        const id = uuidv7()
        known.set(subject.id, id)
        const number = copy * 1000 + subject.number
        if (subject.type === 'person') {
          persons = Math.max(persons, number)
          const key = cipher.createDataKey(id)
          identities.push([id, key, cipher.seal(key, id, 'name', `例${at}甲${number}`)])
        }
        subjects.push([
          ...[
            id,
            code,
            subject.type,
            number,
            `${subject.type === 'person' ? `例村${at + 1}-` : ''}${number}`,
          ],
          ...[subject.name, code, startOn, subject.state, subject.sealed_on, subject.readers],
          ...[subject.registers, subject.head, 1, 1, new Date()],
        ])
      }
      people.push({ known, records: new Map() })
    }
    ours.push({ code, story, people, startOn, persons, version: 0 })
  }
  await insert(
    sql,
    'subject (id, area_code, type, number, code, name, registered_area_code, registered_on, state, sealed_on, readers, registers, head, head_version, access_version, created_at)',
    subjects,
  )
  await insert(sql, 'person_identity (subject_id, wrapped_key, name_sealed)', identities)
  return ours
}

/** Day by day over all villages, as they would have arrived: neighbours in time are neighbours on the disk. */
async function writeRecords(sql, ours, years) {
  const today = new Date().toISOString().slice(0, 10)
  const lastYear = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  let written = 0
  let heads = []
  let revisions = []
  const flush = async () => {
    written += heads.length
    await sql.beginTransaction()
    await insert(
      sql,
      'record (id, area_code, kind, subject_id, schema_version, occurred_on, received_at, review_state, current_revision, ledger_version, submitted_by_account, submitted_by_role)',
      heads,
    )
    await insert(
      sql,
      'record_revision (record_id, revision, schema_version, occurred_on, payload, sealed_text, received_at, device_time, submitted_by_account, submitted_by_role, fingerprint, content_hash, review_state, is_void)',
      revisions,
    )
    await sql.commit()
    heads = []
    revisions = []
  }
  for (let back = years - 1; back >= 0; back--) {
    const days = daysOf(ours, lastYear, back === years - 1)
    for (const [day, byStory] of days)
      for (const village of ours)
        for (const copy of village.people)
          for (const record of byStory.get(village.story) ?? []) {
            const [head, revision] = rowsOf(village, copy, record, shifted(day, back), back)
            heads.push(head)
            revisions.push(revision)
            if (heads.length >= ROWS_AT_A_TIME) await flush()
          }
  }
  await flush()
  return written
}

/** The stories' records by day; what is older than a year is told once, in the first of the years. */
function daysOf(ours, lastYear, isFirst) {
  const days = new Map()
  for (const story of new Set(ours.map((village) => village.story)))
    for (const record of story.records) {
      const isOlder = record.day <= lastYear
      if (isOlder && !isFirst) continue
      const day = isOlder ? lastYear : record.day
      if (!days.has(day)) days.set(day, new Map())
      const byStory = days.get(day)
      if (!byStory.has(story)) byStory.set(story, [])
      byStory.get(story).push(record)
    }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1))
}

const shifted = (day, back) => `${Number(day.slice(0, 4)) - back}${day.slice(4)}`

function rowsOf(village, { known, records }, record, day, back) {
  village.version += 1
  const at = new Date(`${day}T02:00:00.000Z`)
  const id = idAt(at)
  records.set(record.id, id)
  const subject = known.get(record.subject_id) ?? record.subject_id
  const payload = record.payload
    .replace(/"(\d{4})(-\d\d-\d\d)"/g, (_, year, rest) => `"${year - back}${rest}"`)
    .replace(ID, (other) => known.get(other) ?? records.get(other) ?? other)
  const who = [record.submitted_by_account, record.submitted_by_role]
  return [
    [
      ...[id, village.code, record.kind, subject, record.schema_version, day, at, record.review_state, 1],
      ...[village.version, ...who],
    ],
    [
      ...[id, 1, record.schema_version, day, payload, record.sealed_text, at, at],
      ...[...who, record.fingerprint, record.content_hash, record.review_state, 0],
    ],
  ]
}

/** A UUIDv7 of that day, in the order in which they are asked for. */
let serial = 0
function idAt(at) {
  serial += 1
  const time = (at.getTime() + (serial % 80_000_000)).toString(16).padStart(12, '0')
  const order = (serial % 4096).toString(16).padStart(3, '0')
  const rest = randomBytes(8).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(1, 4)}-${rest.slice(4)}`
}

async function insert(sql, into, rows) {
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME)
    await sql.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(at, at + ROWS_AT_A_TIME)])
}
