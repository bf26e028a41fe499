import { type KindId, RECORD_KINDS } from '@dfv/rules'
import { uuidv7 } from 'uuidv7'
import { AreasService } from '../../src/modules/areas/areas.service.js'
import type { RecordIn, RecordOut } from '../../src/modules/records/records.dto.js'
import { DEMO_TOWN } from '../../src/platform/demo-areas.js'
import type { TestApp } from './app.js'
import type { SignedIn } from './sign-in.js'

export const VILLAGE_A = `${DEMO_TOWN}201`
export const VILLAGE_B = `${DEMO_TOWN}202`
/** A real village: in demo mode nobody may write there. */
export const REAL_VILLAGE = '441581105201'

/** The fictional town with two villages, and a real town with one. */
export async function makeAreas(test: TestApp): Promise<void> {
  const areas = test.app.get(AreasService)
  const tx = test.database.dataSource.manager
  const startOn = '2026-01-01'
  await areas.upsert(tx, { code: '441581', name: '陆丰市' })
  await areas.upsert(tx, { code: DEMO_TOWN, name: '示范镇', isDemo: true })
  await areas.upsert(tx, { code: VILLAGE_A, name: '示范村A', isDemo: true, startOn })
  await areas.upsert(tx, { code: VILLAGE_B, name: '示范村B', isDemo: true, startOn })
  await areas.upsert(tx, { code: '441581105', name: '博美镇' })
  await areas.upsert(tx, { code: REAL_VILLAGE, name: '赤坑村', startOn })
}

/** One person's request, and the answer as the client sees it. */
export async function send(
  test: TestApp,
  who: SignedIn | undefined,
  method: 'GET' | 'PUT' | 'POST',
  url: string,
  payload?: unknown,
): Promise<{ status: number; body: Answer }> {
  const response = await test.app.inject({
    method,
    url,
    headers: { ...who?.headers },
    ...(payload === undefined ? {} : { payload: payload as object }),
  })
  return { status: response.statusCode, body: response.body === '' ? {} : response.json() }
}

// The tests read answers like a client without types.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Answer = any

export const putRecord = (test: TestApp, who: SignedIn, id: string, record: unknown) =>
  send(test, who, 'PUT', `/api/records/${id}`, record)

export function aRecord(kind: KindId, over: Partial<RecordIn> = {}): RecordIn {
  const occurredOn = over.occurredOn ?? '2026-11-20'
  const areaCode = over.areaCode ?? VILLAGE_A
  const { dateField } = RECORD_KINDS[kind]
  return {
    kind,
    schemaVersion: RECORD_KINDS[kind].version,
    areaCode,
    subjectId: areaCode,
    revision: 1,
    ...over,
    occurredOn,
    payload: { [dateField]: occurredOn, ...over.payload },
  }
}

export const anActivity = (over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('publicity-activity', {
    ...over,
    payload: { form: 'leaflets', place: '村委会广场', attendance: 35, ...over.payload },
  })

export const aRegistration = (subjectId: string, over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('person-registration', {
    occurredOn: '2026-03-02',
    identity: { name: '李小明' },
    ...over,
    subjectId,
    payload: { gender: 'male', birthYear: 1985, residence: 'local', ...over.payload },
  })

export const aTalk = (subjectId: string, over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('talk', {
    ...over,
    subjectId,
    payload: { place: 'home', found: 'yes', visitors: ['me', 'partner'], ...over.payload },
  })

export const aStatus = (subjectId: string, over: Partial<RecordIn> = {}): RecordIn =>
  aRecord('person-status', {
    occurredOn: '2026-03-02',
    ...over,
    subjectId,
    payload: { status: 'community-rehabilitation', presence: 'at-home', ...over.payload },
  })

/** Registers a person and answers with his id. */
export async function register(
  test: TestApp,
  who: SignedIn,
  over: Partial<RecordIn> = {},
): Promise<{ personId: string; recordId: string; record: RecordOut }> {
  const personId = uuidv7()
  const recordId = uuidv7()
  const { status, body } = await putRecord(test, who, recordId, aRegistration(personId, over))
  if (status !== 201) throw new Error(`registration answered ${status} ${JSON.stringify(body)}`)
  return { personId, recordId, record: body }
}

/** Rows of every table a submission may touch: equal before and after means nothing was stored in part. */
export async function countRows(test: TestApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of [
    'record',
    'record_revision',
    'subject',
    'person_identity',
    'audit_entry',
    'outbox_event',
  ]) {
    const [row] = await test.database.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`)
    counts[table] = Number(row.n)
  }
  const [{ versions }] = await test.database.dataSource.query(
    `SELECT COALESCE(SUM(version), 0) AS versions FROM village_ledger`,
  )
  return { ...counts, versions: Number(versions) }
}
