import { POLICIES, policyAt } from '@dfv/rules'
import type { LedgerDelta, LedgerRecordWire, PersonHead } from '@/shared/api'
import type { OutboxEntry } from '@/shared/outbox'
import { StorageFullError } from '@/shared/platform'
import { memoryStore } from '../../../test/support/memory-store'
import { chunked, createLedgerStore, OFFLINE_READ_MS } from './ledger-store'
import { applyDelta, latestRevisions, policiesOf } from './snapshot'
import { withUnsent } from './with-unsent'

const VILLAGE = '441581990201'
const record = (id: string, extra: Partial<LedgerRecordWire> = {}): LedgerRecordWire => ({
  id,
  revision: 1,
  kind: 'talk',
  schemaVersion: 1,
  subjectId: 'p1',
  areaCode: VILLAGE,
  occurredOn: '2026-11-01',
  receivedAt: '2026-11-01T06:00:00.000Z',
  reviewState: 'accepted',
  payload: { found: 'yes' },
  ...extra,
})
const person = (id: string): PersonHead => ({
  id,
  code: `示范A-${id}`,
  areaCode: VILLAGE,
  maskedName: '李*',
  state: 'active',
  status: 'community-treatment',
  registers: ['cumulative', 'existing', 'supported'],
})
const delta = (extra: Partial<LedgerDelta>): LedgerDelta => ({
  areaCode: VILLAGE,
  startOn: '2026-01-01',
  ledgerVersion: 1,
  records: [],
  subjects: [],
  places: [],
  dropped: [],
  full: false,
  answers: {},
  ...extra,
})
const first = applyDelta(
  null,
  delta({
    full: true,
    records: [record('a'), record('b', { subjectId: 'p2' })],
    subjects: [person('p1'), person('p2')],
  }),
  1_000,
)

it('keeps how many have answered, also when no record changed', () => {
  const answers = { resident: { tallies: [{ channel: 'household' as const, valid: 40, aware: 38 }] } }
  expect(applyDelta(first, delta({ ledgerVersion: 2, answers }), 2_000).answers).toEqual(answers)
  expect(applyDelta(first, delta({ ledgerVersion: 2 }), 2_000).answers).toEqual({})
})

describe('a correction that waits for review', () => {
  const accepted = record('s', { kind: 'person-status', revision: 1 })
  const waiting = record('s', { kind: 'person-status', revision: 2, reviewState: 'pending' })

  test('comes beside what it means to correct, and goes when the server says so', () => {
    const both = applyDelta(first, delta({ ledgerVersion: 2, records: [accepted, waiting] }), 2_000)
    expect(both.records.filter(({ id }) => id === 's').map(({ revision }) => revision)).toEqual([1, 2])
    const settled = { ...waiting, reviewState: 'accepted' as const }
    const one = applyDelta(both, delta({ ledgerVersion: 3, records: [settled] }), 3_000)
    expect(one.records.filter(({ id }) => id === 's')).toEqual([settled])
  })

  test('is what a list shows of the record', () => {
    const { records } = applyDelta(first, delta({ ledgerVersion: 2, records: [accepted, waiting] }), 2_000)
    expect(latestRevisions(records).filter(({ id }) => id === 's')).toEqual([waiting])
  })

  test('made on this phone leaves the accepted revision in force until it is reviewed', () => {
    const before = applyDelta(
      first,
      delta({ ledgerVersion: 2, records: [{ ...accepted, subjectId: 'p1' }] }),
      2_000,
    )
    const entry = {
      recordId: 's',
      kind: 'person-status',
      schemaVersion: 1,
      subjectId: 'p1',
      areaCode: VILLAGE,
      occurredOn: '2026-11-01',
      revision: 2,
      state: 'queued',
      payload: {},
    } as unknown as OutboxEntry
    const rows = withUnsent(before, [entry], () => true).filter(({ id }) => id === 's')
    expect(rows.map(({ revision, reviewState }) => [revision, reviewState])).toEqual([
      [1, 'accepted'],
      [2, 'pending'],
    ])
  })
})

describe('applying what changed', () => {
  test('adds, replaces by id, and keeps the rest', () => {
    const next = applyDelta(
      first,
      delta({ ledgerVersion: 3, records: [record('a', { revision: 2, payload: {} }), record('c')] }),
      2_000,
    )
    expect(next.records.map((r) => `${r.id}.${r.revision}`).sort()).toEqual(['a.2', 'b.1', 'c.1'])
    expect(next).toMatchObject({ ledgerVersion: 3, contactAt: 2_000 })
  })

  test('an older revision never replaces a newer one', () => {
    const newer = applyDelta(first, delta({ records: [record('a', { revision: 2 })] }), 2_000)
    const later = applyDelta(newer, delta({ records: [record('a')] }), 3_000)
    expect(later.records.filter(({ id }) => id === 'a').map(({ revision }) => revision)).toEqual([2])
  })

  test('a dropped subject leaves nothing behind', () => {
    const next = applyDelta(first, delta({ dropped: ['p2'] }), 2_000)
    expect(next.subjects.map(({ id }) => id)).toEqual(['p1'])
    expect(next.records.map(({ id }) => id)).toEqual(['a'])
  })

  test('of a file that was sealed only what still counts stays; one that came back is whole again', () => {
    const stub = record('b', { subjectId: 'p2', payload: {} })
    const sealed = applyDelta(first, delta({ dropped: ['p2'], records: [stub] }), 2_000)
    expect(sealed.subjects.map(({ id }) => id)).toEqual(['p1'])
    expect(sealed.records.find(({ id }) => id === 'b')).toEqual(stub)
    const back = { dropped: ['p2'], records: [record('b', { subjectId: 'p2' })], subjects: [person('p2')] }
    const whole = applyDelta(sealed, delta(back), 3_000)
    expect(whole.subjects.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(whole.records).toHaveLength(2)
  })

  test('a full answer, or another village, replaces everything', () => {
    expect(
      applyDelta(first, delta({ full: true, records: [record('z')] }), 2_000).records.map(({ id }) => id),
    ).toEqual(['z'])
    expect(applyDelta(first, delta({ areaCode: '441581990202' }), 2_000).records).toEqual([])
  })
})

describe('on the phone', () => {
  test('comes back as it was', () => {
    const store = createLedgerStore(memoryStore(), 'dfv:x')
    store.save(first, null)
    expect(store.load(1_000, VILLAGE)).toEqual({ state: 'ready', snapshot: first })
  })

  test('the ledger of another village is not taken for this one', () => {
    const store = createLedgerStore(memoryStore(), 'dfv:x')
    store.save(first, null)
    expect(store.load(1_000, '441581990202')).toEqual({ state: 'absent' })
  })

  test('no key holds more than its share of a large ledger', () => {
    const kept = memoryStore()
    const records = Array.from({ length: 5_000 }, (_, i) =>
      record(`r${i}`, { payload: { note: '字'.repeat(40) } }),
    )
    const snapshot = { ...first, records }
    const store = createLedgerStore(kept, 'dfv:x')
    store.save(snapshot, null)
    expect(Math.max(...[...kept.texts.values()].map((text) => Buffer.byteLength(text)))).toBeLessThan(
      1_000_000,
    )
    expect(store.load(1_000, VILLAGE)).toEqual({ state: 'ready', snapshot })
  })

  test('locks after fourteen days without contact', () => {
    const store = createLedgerStore(memoryStore(), 'dfv:x')
    store.save(first, null)
    expect(store.load(1_000 + OFFLINE_READ_MS, VILLAGE).state).toBe('ready')
    expect(store.load(1_001 + OFFLINE_READ_MS, VILLAGE)).toEqual({ state: 'locked', contactAt: 1_000 })
  })

  test('a full phone keeps the old ledger whole', () => {
    const kept = memoryStore()
    const store = createLedgerStore(kept, 'dfv:x')
    store.save(first, null)
    kept.setRoom([...kept.texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0) + 50)
    const next = applyDelta(first, delta({ records: [record('c')] }), 2_000)
    expect(() => store.save(next, first)).toThrow(StorageFullError)
    expect(store.load(2_000, VILLAGE)).toEqual({ state: 'ready', snapshot: first })
  })

  test('half a ledger is no ledger', () => {
    const kept = memoryStore()
    const store = createLedgerStore(kept, 'dfv:x')
    store.save(first, null)
    kept.remove(kept.keys('dfv:x:ledger-records:')[0]!)
    expect(store.load(1_000, VILLAGE)).toEqual({ state: 'absent' })
  })

  test('nothing is left after clearing, and old generations go', () => {
    const kept = memoryStore()
    const store = createLedgerStore(kept, 'dfv:x')
    store.save(first, null)
    store.save(applyDelta(first, delta({ records: [record('c')] }), 2_000), first)
    expect(kept.keys('dfv:x:ledger-records:')).toHaveLength(1)
    store.clear()
    expect([...kept.texts.keys()]).toEqual([])
  })

  test('chunks keep order and lose nothing', () => {
    expect(chunked([1, 22, 333, 4444], 6)).toEqual([[1, 22], [333], [4444]])
    expect(chunked([], 6)).toEqual([])
  })
})

describe('with what was not sent yet', () => {
  const entry = (recordId: string, extra: Partial<OutboxEntry>): OutboxEntry => ({
    key: `${recordId}.1`,
    recordId,
    kind: 'talk',
    schemaVersion: 1,
    areaCode: VILLAGE,
    subjectId: 'p1',
    revision: 1,
    occurredOn: '2026-11-23',
    payload: { found: 'yes' },
    state: 'queued',
    sequence: 1,
    updatedAt: 0,
    attempts: 0,
    ...extra,
  })
  const waits = (kind: string) => kind === 'relapse'

  test('queued records count as on the phone; drafts and refused ones do not', () => {
    const records = withUnsent(
      first,
      [
        entry('n1', {}),
        entry('n2', { state: 'sending' }),
        entry('n3', { state: 'draft' }),
        entry('n4', { state: 'returned' }),
        entry('n5', { state: 'conflict' }),
      ],
      waits,
    )
    expect(
      records.slice(2).map(({ id, receivedAt, reviewState }) => ({ id, receivedAt, reviewState })),
    ).toEqual([
      { id: 'n1', receivedAt: null, reviewState: 'accepted' },
      { id: 'n2', receivedAt: null, reviewState: 'accepted' },
    ])
  })

  test('a kind that waits for a second person counts as waiting', () => {
    expect(withUnsent(first, [entry('n1', { kind: 'relapse' })], waits).at(-1)?.reviewState).toBe('pending')
  })

  test('a received record counts from its receipt on, and the server has the last word', () => {
    const receipt = {
      receiptNo: 'R',
      receivedAt: '2026-11-23T06:00:00.000Z',
      reviewState: 'pending' as const,
      revision: 1,
    }
    const accepted = entry('n1', { state: 'accepted', receipt })
    expect(withUnsent(first, [accepted], waits).at(-1)).toMatchObject({ id: 'n1', reviewState: 'pending' })
    const known = applyDelta(first, delta({ records: [record('n1')] }), 2_000)
    expect(withUnsent(known, [accepted], waits).at(-1)?.reviewState).toBe('accepted')
  })

  test('a revision on the phone stands in for the one it replaces', () => {
    const records = withUnsent(first, [entry('a', { revision: 2, payload: { found: 'no' } })], waits)
    const shown = latestRevisions(records)
    expect(shown.find(({ id }) => id === 'a')).toMatchObject({ revision: 2, payload: { found: 'no' } })
    expect(shown).toHaveLength(2)
  })

  test("a person who is no longer this village's brings nothing back", () => {
    expect(withUnsent(first, [entry('n1', { subjectId: 'gone' })], waits)).toHaveLength(2)
  })
})

test('a village is judged by what its county set, as the server last told', () => {
  const own = { activitiesPerMonth: [{ from: '2026-12-01', value: 6 }] }
  const told = applyDelta(null, delta({ full: true, policy: { version: '2026-9-1', own } }), 1_000)
  const policies = policiesOf(told)
  expect(policies.version).toBe('2026-9-1')
  expect(policyAt(policies, '2026-11-30', told.areaCode).activitiesPerMonth).toBe(4)
  expect(policyAt(policies, '2026-12-01', told.areaCode).activitiesPerMonth).toBe(6)
  // An earlier version of the app, or of the server, kept or told none.
  expect(policiesOf({ areaCode: told.areaCode })).toBe(POLICIES)
  expect(policiesOf(null)).toBe(POLICIES)
  const store = createLedgerStore(memoryStore(), 'n')
  store.save(told, null)
  const kept = store.load(1_000, told.areaCode)
  expect(kept.state === 'ready' && kept.snapshot.policy).toEqual({ version: '2026-9-1', own })
})
