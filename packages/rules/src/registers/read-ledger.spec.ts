import { describe, expect, it } from '@jest/globals'
import { parseDay } from '../core/iso-date.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { readLedger } from './read-ledger.ts'

const read = (records: unknown[], asOf = '2026-06-30', knownAt: string | null = null) =>
  readLedger(aLedger(records as LedgerRecord[]), { asOfDay: parseDay(asOf), knownAt, lateEntryDays: 30 })
const idsOf = (records: unknown[], asOf?: string, knownAt?: string | null) =>
  read(records, asOf, knownAt).facts.map(({ id, payload }) => `${id}:${String(payload.found)}`)
const talk = (envelope: Partial<LedgerRecord> = {}, found = 'yes', on = '2026-03-01') =>
  aRecord('talk', 'p1', on, { found }, { id: 't', ...envelope })

describe('which revision of a record stands', () => {
  it('is the last one, in any order, once', () => {
    const records = [
      talk({ revision: 2 }, 'no'),
      talk(),
      talk({ revision: 3 }),
      talk({ revision: 2 }, 'no'),
      talk(),
    ]
    expect(idsOf(records)).toEqual(['t:yes'])
    expect(idsOf([...records].reverse())).toEqual(['t:yes'])
  })

  it('is the last one known at an instant', () => {
    const records = [
      talk({ receivedAt: '2026-03-01T04:00:00.000Z' }),
      talk({ revision: 2, receivedAt: '2026-07-01T04:00:00.000Z' }, 'no'),
    ]
    expect(idsOf(records, '2026-06-30', '2026-06-30T16:00:00.000Z')).toEqual(['t:yes'])
    expect(idsOf(records, '2026-06-30', '2026-07-01T04:00:00.000Z')).toEqual(['t:no'])
    expect(idsOf(records, '2026-06-30', '2026-03-01T03:59:59.999Z')).toEqual([])
    expect(idsOf(records)).toEqual(['t:no'])
  })

  it('a returned revision does not replace the one before it; a voided record does not exist', () => {
    expect(idsOf([talk(), talk({ revision: 2, reviewState: 'returned' }, 'no')])).toEqual(['t:yes'])
    expect(idsOf([talk({ reviewState: 'returned' })])).toEqual([])
    expect(idsOf([talk(), talk({ revision: 2, reviewState: 'voided' })])).toEqual([])
  })

  it('a correction that waits leaves in force what it is to correct', () => {
    const first = aRecord('relapse', 'p1', '2026-03-01')
    const second = aRecord(
      'relapse',
      'p1',
      '2026-03-01',
      { usedOn: '2026-02-01' },
      { revision: 2, reviewState: 'pending' },
    )
    const used = (records: LedgerRecord[]) =>
      read(records).facts.map(({ payload, pending }) => [payload.usedOn, pending])
    expect(used([first, second])).toEqual([['2026-03-01', false]])
    expect(used([second])).toEqual([['2026-02-01', true]])
    expect(used([first, { ...second, reviewState: 'accepted' }])).toEqual([['2026-02-01', false]])
    expect(used([first, { ...second, revision: 3 }, { ...second, reviewState: 'voided' }])).toEqual([
      ['2026-02-01', true],
    ])
    expect(used([first, second, { ...second, revision: 3, reviewState: 'voided' }])).toEqual([])
  })

  it('what the server has of a revision is the truth about it, also that it was returned', () => {
    const unsent = talk({ receivedAt: null })
    expect(idsOf([unsent, talk({ reviewState: 'returned' })])).toEqual([])
    expect(idsOf([unsent, talk({ reviewState: 'pending' }, 'no')])).toEqual(['t:no'])
    expect(idsOf([talk({ receivedAt: null, revision: 2 }, 'no'), talk()])).toEqual(['t:no'])
  })

  it('sees a review only once it was made', () => {
    const relapse = (reviewState: 'accepted' | 'returned') =>
      aRecord('relapse', 'p1', '2026-03-01', {}, { reviewState, reviewedAt: '2026-05-01T00:00:00.000Z' })
    const stateAt = (record: LedgerRecord, knownAt: string) =>
      read([record], '2026-06-30', knownAt).facts.map(({ pending }) => pending)
    expect(stateAt(relapse('accepted'), '2026-04-30T23:59:59.999Z')).toEqual([true])
    expect(stateAt(relapse('accepted'), '2026-05-01T00:00:00.000Z')).toEqual([false])
    expect(stateAt(relapse('returned'), '2026-04-30T00:00:00.000Z')).toEqual([true])
    expect(stateAt(relapse('returned'), '2026-05-02T00:00:00.000Z')).toEqual([])
    const voided = talk({ reviewState: 'voided', reviewedAt: '2026-05-01T00:00:00.000Z' })
    expect(idsOf([voided], '2026-06-30', '2026-04-01T00:00:00.000Z')).toEqual(['t:yes'])
  })

  it('leaves out what is dated after the day asked for', () => {
    expect(idsOf([talk({}, 'yes', '2026-07-01')])).toEqual([])
    expect(idsOf([talk({}, 'yes', '2026-07-01')], '2026-07-01')).toEqual(['t:yes'])
  })

  it('counts a record that is only on the phone, unless an instant is asked for', () => {
    expect(idsOf([talk({ receivedAt: null })])).toEqual(['t:yes'])
    expect(idsOf([talk({ receivedAt: null })], '2026-06-30', '2030-01-01T00:00:00.000Z')).toEqual([])
  })

  it('takes the received copy of a revision, with or without the texts of the phone', () => {
    const onPhone = talk({ receivedAt: null })
    onPhone.payload.note = 'text'
    const { facts, troubles } = read([onPhone, talk({}, 'no')])
    expect(facts.map(({ payload }) => payload.found)).toEqual(['no'])
    expect(troubles).toEqual([])
  })

  it('reports two received copies of one revision that differ', () => {
    for (const records of [
      [talk(), talk({}, 'no')],
      [talk({}, 'no'), talk()],
    ])
      expect(read(records)).toMatchObject({
        troubles: [{ kind: 'talk', reason: 'malformedRecord', path: 'records[id=t].revision' }],
        facts: [{ payload: { found: 'no' } }],
      })
  })
})

describe('ids that end alike', () => {
  const one = talk({ id: 'a-0123456789' })
  const other = talk({ id: 'b-0123456789' }, 'no')

  it('are two records', () => {
    expect(idsOf([one, other])).toEqual(['a-0123456789:yes', 'b-0123456789:no'])
  })

  it('are told apart when one of them has a second revision', () => {
    const records = [one, other, { ...one, revision: 2, payload: { ...one.payload, found: 'no' } }]
    expect(idsOf(records).sort()).toEqual(['a-0123456789:no', 'b-0123456789:no'])
  })
})

describe('late entries', () => {
  it.each([
    ['2026-03-31T15:59:59.999Z', []],
    ['2026-03-31T16:00:00.000Z', ['t']],
  ])('received at %s: %p (30 days in China end at 16:00 UTC)', (receivedAt, expected) => {
    expect(read([talk({ receivedAt })]).lateRecordIds).toEqual(expected)
  })

  it('does not call history late that lies before the village began', () => {
    const old = talk({ receivedAt: '2026-03-31T16:00:00.000Z' }, 'yes', '2023-12-31')
    expect(read([old]).lateRecordIds).toEqual([])
  })
})

describe('what cannot be read', () => {
  it.each([
    ['id', { id: '' }, 'talk', 'records[0].id'],
    ['revision', { revision: 0 }, 'talk', 'records[id=t].revision'],
    ['schemaVersion', { schemaVersion: '1' }, 'talk', 'records[id=t].schemaVersion'],
    ['subjectId', { subjectId: 7 }, 'talk', 'records[id=t].subjectId'],
    ['areaCode', { areaCode: null }, 'talk', 'records[id=t].areaCode'],
    ['occurredOn', { occurredOn: '2026-02-30' }, 'talk', 'records[id=t].occurredOn'],
    ['receivedAt', { receivedAt: '2026-03-01' }, 'talk', 'records[id=t].receivedAt'],
    ['receivedAt missing', { receivedAt: undefined }, 'talk', 'records[id=t].receivedAt'],
    ['reviewState', { reviewState: 'maybe' }, 'talk', 'records[id=t].reviewState'],
    ['reviewedAt', { reviewedAt: 'yesterday' }, 'talk', 'records[id=t].reviewedAt'],
    ['payload', { payload: [] }, 'talk', 'records[id=t].payload'],
    ['kind', { kind: 5 }, null, 'records[id=t].kind'],
    ['a fact missing', { payload: { occurredOn: '2026-03-01' } }, 'talk', 'records[id=t].payload.found'],
    [
      'a fact wrong',
      { payload: { occurredOn: '2026-03-01', found: 1 } },
      'talk',
      'records[id=t].payload.found',
    ],
    ['another date', { occurredOn: '2026-03-02' }, 'talk', 'records[id=t].payload.occurredOn'],
  ] as [string, object, string | null, string][])('%s', (_, envelope, kind, path) => {
    const { facts, troubles } = read([talk(envelope as Partial<LedgerRecord>)])
    expect(facts).toEqual([])
    expect(troubles).toEqual([{ kind, reason: 'malformedRecord', path }])
  })

  it.each([null, 5, 'x', []])('a record that is %p', (record) => {
    expect(read([record]).troubles).toEqual([{ kind: null, reason: 'malformedRecord', path: 'records[0]' }])
  })

  it('names a newer version and an unknown kind, but not those that are void', () => {
    expect(read([talk({ schemaVersion: 99 })]).troubles).toEqual([
      { kind: 'talk', reason: 'newerVersion', path: 'records[id=t].schemaVersion' },
    ])
    const unknown = talk({ kind: 'site-inspection' })
    expect(read([unknown]).troubles).toEqual([
      { kind: null, reason: 'unknownKind', path: 'records[id=t].kind' },
    ])
    expect(read([{ ...unknown, reviewState: 'voided' }]).troubles).toEqual([])
  })

  it.each([
    [null, ''],
    [{}, 'format'],
    [{ format: 'village-ledger@1' }, 'areaCode'],
    [{ format: 'village-ledger@1', areaCode: AREA }, 'startOn'],
    [{ format: 'village-ledger@1', areaCode: AREA, startOn: '2026-01-01' }, 'ledgerVersion'],
    [{ format: 'village-ledger@1', areaCode: AREA, startOn: '2026-01-01', ledgerVersion: 0 }, 'records'],
  ])('a ledger that is %p', (ledger, path) => {
    expect(readLedger(ledger, { asOfDay: 0, knownAt: null, lateEntryDays: 30 }).troubles).toEqual([
      { kind: null, reason: 'malformedLedger', path },
    ])
  })
})
