import { uuidv7 } from 'uuidv7'
import type { RecordIn, RecordOut } from '../../src/modules/records/records.dto.js'
import { NotificationsService } from '../../src/modules/reminders/notifications.service.js'
import { townCode } from '../../src/platform/auth/area-scope.js'
import type { Role } from '../../src/platform/auth/roles.js'
import type { TestApp } from '../support/app.js'
import { handIn } from '../support/hand-ins.js'
import { handwriting } from '../support/handwriting.js'
import { aPerson, withStatus } from '../support/import-town.js'
import { aPhoto, upload } from '../support/photos.js'
import {
  type Answer,
  anActivity,
  aRecord,
  aStatus,
  aTalk,
  putRecord,
  register,
  send,
} from '../support/records.js'
import type { SignedIn } from '../support/sign-in.js'
import {
  bytesOf,
  type CellValue,
  download,
  fillIn,
  templateOf,
  uploadFile,
  uploadQuestions,
} from '../support/tables.js'
import { gridsOf, receivingVillage, type Unit } from './areas.js'
import { holderOf, type Person } from './staff.js'
import type { Thing, ThingKind } from './thing.js'

const READERS_OF_MINORS: readonly Role[] = ['town-office', 'village-secretary']

/** One of everything the server keeps, made through the server, in one village. */
export async function makeThings(test: TestApp, unit: Unit, staff: readonly Person[]): Promise<Thing[]> {
  const { village, mark } = unit
  const secretary = holderOf(staff, 'village-secretary')
  const town = holderOf(staff, 'town-office')
  const resident = holderOf(staff, 'resident')
  const things: Thing[] = [
    { kind: 'village', id: village, areaCode: village },
    { kind: 'town', id: townCode(village), areaCode: townCode(village) },
    ...gridsOf(unit).map((id): Thing => ({ kind: 'grid', id, areaCode: id })),
    ...staff.map(({ who }): Thing => accountThing(who, village)),
    ...staff.flatMap(({ who }): Thing[] => appointmentThing(who)),
  ]
  const note = (kind: ThingKind, id: string, more: Partial<Thing> = {}) =>
    things.push({ kind, id, areaCode: village, ...more })
  const put = async (
    who: SignedIn,
    record: RecordIn,
    kind: ThingKind = 'record',
    more: Partial<Thing> = {},
  ) => {
    const id = uuidv7()
    note(kind, id, { ...more, record })
    return { id, ...sure(await putRecord(test, who, id, record)) }
  }
  const ask = async (who: SignedIn, method: 'GET' | 'PUT' | 'POST', url: string, body?: unknown) =>
    sure(await send(test, who, method, url, body)).body

  // Photos and records of the village.
  for (const isUploaded of [true, false]) {
    const photo = uuidv7()
    note('attachment', photo)
    await put(
      secretary,
      anActivity({ areaCode: village, payload: { place: `${mark}广场`, photos: [photo] } }),
    )
    if (isUploaded) sure(await upload(test, secretary, photo, await aPhoto({ width: 64, height: 48 })))
  }
  // Persons: one who is being supported, one whose transfer waits, a minor.
  const person = async (name: string, birthYear: number, more: Partial<Thing> = {}) => {
    const full = `${mark}${name}`
    const { personId, recordId, record } = await register(test, secretary, {
      areaCode: village,
      identity: { name: full, phone: '13800001234', address: `${mark}东巷3号` },
      payload: { birthYear },
    })
    note('person', personId, more)
    note('record', recordId, { ...more, record: sentAs(record) })
    note('name', full, more)
    const { body } = await send(test, town, 'GET', `/api/persons/${personId}`)
    note('code', body.head.code, more)
    return personId
  }
  const supported = await person('小明', 1985)
  const status = await put(secretary, aStatus(supported, { areaCode: village }))
  await ask(town, 'POST', `/api/records/${status.id}/review`, { decision: 'accept' })
  const photo = uuidv7()
  note('attachment', photo)
  await put(
    secretary,
    aTalk(supported, { areaCode: village, payload: { note: `${mark}谈话内容`, photos: [photo] } }),
  )
  sure(await upload(test, secretary, photo, await aPhoto({ width: 64, height: 48 })))
  const changed = aStatus(supported, { areaCode: village, occurredOn: '2026-11-01' })
  const waits = await put(secretary, changed, 'pending-record')
  const remark = uuidv7()
  await ask(secretary, 'PUT', `/api/records/${waits.id}/remarks/${remark}`, { text: `${mark}文书后补` })
  note('remark', remark, { recordId: waits.id })
  const leaving = await person('小强', 1979)
  await put(
    secretary,
    aRecord('transfer', {
      areaCode: village,
      subjectId: leaving,
      payload: { toArea: receivingVillage(unit), reason: 'moved' },
    }),
    'transfer',
  )
  await person('小弟', 2012, { readers: READERS_OF_MINORS })
  // Three years are full: the file is closed, and the town office opens it for a reason alone.
  const closed = await person('小康', 1970, { readers: ['town-office'] })
  const start = aRecord('abstinence-start', {
    areaCode: village,
    subjectId: closed,
    payload: { abstinentSince: '2023-01-01', document: `${mark}解除文书` },
  })
  await put(town, start, 'record', { readers: ['town-office'] })
  // A table that was uploaded, an export, letters, news, a pledge that was signed, a ticket that was looked at.
  const faulty = await uploadTable(test, unit, secretary, 'activities', [{ 地点: `${mark}戏台` }])
  note('import', faulty.id, { owner: secretary.accountId })
  const inTable = { ...aPerson(`${mark}表中人`), ...withStatus }
  const waiting = await uploadTable(test, unit, secretary, 'persons', [inTable])
  await ask(secretary, 'POST', `/api/imports/${waiting.id}/confirm`)
  note('waiting-import', waiting.id)
  const questions = await download(test, town, '/api/quiz/bank/template')
  fillIn(questions, [{ 题干: `${mark}哪一条法律` }])
  note('quiz-import', (await uploadQuestions(test, town, await bytesOf(questions))).body.id, {
    owner: town.accountId,
  })
  const exported = await ask(secretary, 'POST', '/api/exports', {
    form: 'activity-ledger',
    areaCode: village,
    from: '2026-01-01',
    to: '2026-12-31',
    format: 'xlsx',
  })
  note('export', exported.id, { owner: secretary.accountId })
  const order = uuidv7()
  note('order', order)
  await ask(town, 'PUT', `/api/orders/${order}`, {
    areaCode: village,
    about: { kind: 'part', id: 'M1' },
    text: `${mark}方案要上墙`,
    dueOn: '2026-12-04',
  })
  const letter = uuidv7()
  note('letter', letter, { areaCode: townCode(village), author: resident.accountId })
  await ask(resident, 'PUT', `/api/me/feedback/${letter}`, {
    areaCode: townCode(village),
    kind: 'complaint',
    text: `${mark}展板倒了没人管`,
  })
  await ask(town, 'POST', '/api/pledges/campaigns', { areaCode: townCode(village), year: 2026 })
  const { items } = await ask(secretary, 'GET', '/api/pledges')
  for (const [index, { id }] of (items as { id: string }[]).entries()) {
    note('pledge', id, { owner: secretary.accountId })
    if (index === 0) note('verify-code', await sign(test, secretary, id))
  }
  await test.database.dataSource.transaction((tx) =>
    test.app.get(NotificationsService).tell(tx, {
      accountId: secretary.accountId,
      areaCode: village,
      dedupeKey: `probe:${village}`,
      key: 'record.returned',
      target: `record/${status.id}`,
      message: true,
    }),
  )
  const inbox = await ask(secretary, 'GET', '/api/inbox')
  for (const { id } of inbox.items) note('notification', id, { owner: secretary.accountId })
  const { ticketId } = await ask(secretary, 'POST', '/api/session/scan')
  await ask(secretary, 'GET', `/api/session/scan/${ticketId}`)
  note('scan-ticket', ticketId, { owner: secretary.accountId })
  const handedIn = { id: uuidv7(), ...anActivity({ areaCode: village, subjectId: village }) }
  note('hand-in', handedIn.id, { file: await handIn(test, secretary, { records: [handedIn] }) })
  return things
}

async function uploadTable(
  test: TestApp,
  { village }: Unit,
  who: SignedIn,
  sheet: string,
  rows: readonly Record<string, CellValue>[],
): Promise<Answer> {
  const table = await templateOf(test, who, sheet, village)
  fillIn(table, rows)
  return sure(await uploadFile(test, who, sheet, await bytesOf(table), village)).body
}

async function sign(test: TestApp, who: SignedIn, id: string): Promise<string> {
  const { body: pledge } = sure(await send(test, who, 'GET', `/api/pledges/${id}`))
  const { body } = sure(
    await send(test, who, 'PUT', `/api/pledges/${id}/signature`, {
      signatureId: uuidv7(),
      textHash: pledge.textHash,
      readThrough: true,
      readSeconds: 75,
      stroke: handwriting(),
    }),
  )
  return body.verifyCode
}

/** A registration as it was sent, but for the identity. */
const sentAs = ({ kind, schemaVersion, areaCode, subjectId, occurredOn, payload }: RecordOut): RecordIn => ({
  kind,
  schemaVersion,
  areaCode,
  subjectId,
  revision: 1,
  occurredOn,
  payload,
})

const accountThing = ({ accountId, actor }: SignedIn, home: string): Thing => ({
  kind: 'account',
  id: accountId,
  areaCode: actor.areaCode ?? home,
  owner: accountId,
})

const appointmentThing = ({ actor }: SignedIn): Thing[] =>
  actor.appointmentId === null || actor.areaCode === null
    ? []
    : [{ kind: 'appointment', id: actor.appointmentId, areaCode: actor.areaCode }]

export function sure<T extends { status: number; body: Answer }>(answer: T): T {
  if (answer.status >= 300) throw new Error(`the world could not be made: ${JSON.stringify(answer)}`)
  return answer
}
