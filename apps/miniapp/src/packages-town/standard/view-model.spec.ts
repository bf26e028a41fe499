import type { LedgerRecord, Scorecard } from '@dfv/rules'
import type { VillageBook } from '@/shared/town'
import { standardView } from './view-model'

const record = (id: string, occurredOn: string): LedgerRecord => ({
  id,
  revision: 1,
  kind: 'talk',
  schemaVersion: 1,
  subjectId: 'p1',
  areaCode: '441581990201',
  occurredOn,
  receivedAt: '2026-11-01T00:00:00.000Z',
  reviewState: 'accepted',
  payload: {},
})
const records = new Map([record('r1', '2026-09-01'), record('r2', '2026-10-12')].map((one) => [one.id, one]))
const book: VillageBook = {
  codeOf: (id) => (id === 'p1' ? '示范A-07' : undefined),
  record: (id) => records.get(id),
  mayOpen: true,
}
const scorecard = {
  asOf: '2026-11-23',
  policyVersion: '2026-1',
  measures: [],
  standards: [{ id: 'S2', state: 'notMet', parts: ['S2.talks'] }],
  parts: [
    {
      id: 'S2.talks',
      standard: 'S2',
      clause: { ref: '三（二）2', quote: '每两个月谈话一次' },
      state: 'notMet',
      numerator: 52,
      denominator: 53,
      policy: [],
      deciding: ['r1', 'r2', 'gone'],
      missing: [{ code: 'talk', subjectId: 'p1', period: '2026-C5' }],
      notes: [],
      mendable: false,
    },
    {
      id: 'S7',
      standard: 'S7',
      clause: { ref: '', quote: '' },
      state: 'met',
      policy: [],
      deciding: [],
      missing: [],
      notes: [],
    },
  ],
} as unknown as Scorecard

test('a standard shows the words of the notice, the figure, what is missing and its records, newest first', () => {
  const view = standardView(scorecard, 'S2', book)
  expect(view).toMatchObject({ title: '第 2 条 帮教谈话检测', state: 'notMet' })
  expect(view?.parts).toHaveLength(1)
  const [part] = view!.parts
  expect(part?.clause.quote).toBe('每两个月谈话一次')
  expect(part?.figure).toContain('52 / 53')
  expect(part?.missing).toEqual([expect.stringContaining('示范A-07')])
  expect(part?.records.map(({ id }) => id)).toEqual(['r2', 'r1'])
  expect(part?.records[0]?.title).toContain('10月12日')
})

test('who may not open the ledger sees no codes and no records', () => {
  const closed: VillageBook = { codeOf: () => undefined, record: () => undefined, mayOpen: false }
  const [part] = standardView(scorecard, 'S2', closed)!.parts
  expect(part?.records).toEqual([])
  expect(part?.missing[0]).not.toContain('示范A')
})

test('the part that was asked for comes first', () => {
  const two = {
    ...scorecard,
    standards: [{ id: 'S2', state: 'notMet', parts: ['S2.talks', 'S7'] }],
  } as unknown as Scorecard
  expect(standardView(two, 'S2', book, 'S7')?.parts.map(({ id }) => id)).toEqual(['S7', 'S2.talks'])
  expect(standardView(two, 'S2', book)?.parts.map(({ id }) => id)).toEqual(['S2.talks', 'S7'])
})

test('a standard that is not judged is not shown', () => {
  expect(standardView(scorecard, 'S9', book)).toBeNull()
})
