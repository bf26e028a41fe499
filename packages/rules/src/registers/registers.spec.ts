import { describe, expect, it } from '@jest/globals'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import { assess, obligations, openVillage } from '../testing/whole.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { personFold } from './person-view.ts'

const open = (records: LedgerRecord[], asOf = '2026-06-30', head = {}) =>
  openVillage(aLedger(records, head), { asOf })

describe('转出、转入 — 三(一)', () => {
  const person = [
    aRecord('person-registration', 'p1', '2026-01-01'),
    aRecord('person-status', 'p1', '2026-01-01'),
  ]
  const out = aRecord('transfer-acceptance', 'p1', '2026-05-10')
  const back = aRecord('transfer-acceptance', 'p1', '2026-06-01', {
    fromArea: '441581990202',
    toArea: AREA,
  })

  it('申请转出不算走,对方接收了才算', () => {
    const proposed = aRecord('transfer', 'p1', '2026-05-01')
    expect(open([...person, proposed]).persons()[0]).toMatchObject({ isHere: true, isUnderSupport: true })
    expect(open([...person, proposed, out], '2026-05-09').persons()[0]!.isHere).toBe(true)
    expect(open([...person, proposed, out], '2026-05-10').persons()[0]).toMatchObject({
      isHere: false,
      isUnderSupport: false,
      isExisting: false,
    })
  })

  it('走了以后没有应办,走以前的期还要判;累计名册里还在', () => {
    const records = [...person, out]
    expect(
      obligations(aLedger(records), { asOf: '2026-05-10' }).open.filter(
        ({ subjectId }) => subjectId === 'p1',
      ),
    ).toEqual([])
    expect(partOf('S2.talks', records, '2026-06-30')).toMatchObject({ state: 'notMet', denominator: 2 })
    expect(assess(aLedger(records), { asOf: '2026-06-30' }).populations).toMatchObject({
      cumulative: 1,
      existing: 0,
    })
  })

  it('转回来又由本村管', () => {
    expect(open([...person, out, back], '2026-06-01').persons()[0]!.isHere).toBe(true)
    expect(open([...person, out, back], '2026-05-31').persons()[0]!.isHere).toBe(false)
  })

  it('转进来的人,带来的情况接着算', () => {
    const arrived = aRecord('transfer-acceptance', 'p2', '2026-04-20', {
      fromArea: '441581990202',
      toArea: AREA,
    })
    const carried = aRecord('carry-over', 'p2', '2026-04-20', {
      status: 'community-rehabilitation',
      statusFrom: '2025-09-01',
      presence: 'at-home',
      abstinentSince: '2025-08-01',
      talkedOn: '2026-03-05',
      testedOn: '2026-03-06',
    })
    const view = personFold(aLedger([arrived, carried]), 'p2', { asOf: '2026-06-30' })!
    expect(view).toMatchObject({
      registeredOn: '2026-04-20',
      status: 'community-rehabilitation',
      abstinentSince: '2025-08-01',
    })
    expect(view.cycles.map(({ period, talk, test }) => [period, talk, test])).toEqual([
      ['2026-C1', 'notNeeded', 'notNeeded'],
      ['2026-C2', 'done', 'done'],
      ['2026-C3', 'due', 'due'],
    ])
  })
})

describe('用系统以前的依据 — 四(一)7', () => {
  const records = [
    aRecord('person-registration', 'p1', '2025-06-01'),
    aRecord('person-status', 'p1', '2025-06-01'),
    aRecord('talk', 'p1', '2026-03-10'),
  ]
  const head = { startOn: '2026-03-01' }
  const backed = (payload = {}, envelope = {}) =>
    aRecord(
      'past-evidence',
      '',
      '2026-03-20',
      { covers: 'talks', firstMonth: '2026-01', lastMonth: '2026-02', ...payload },
      envelope,
    )
  const state = (...more: LedgerRecord[]) => partOf('S2.talks', [...records, ...more], '2026-04-30', head)

  it('没有依据待判定,镇里核对过的依据补上就算做了', () => {
    expect(state()).toMatchObject({ state: 'undetermined', numerator: 1, denominator: 2 })
    expect(state(backed())).toMatchObject({ state: 'met', numerator: 2, denominator: 2 })
    expect(state(backed({ person: 'p1' })).state).toBe('met')
  })

  it.each([
    ['还没核对', {}, { reviewState: 'pending' as const }],
    ['少一个月', { lastMonth: '2026-01' }, {}],
    ['晚一个月才开始', { firstMonth: '2026-02' }, {}],
    ['是别人的', { person: 'p9' }, {}],
    ['是检测不是谈话', { covers: 'tests' }, {}],
  ])('%s,还是待判定', (_, payload, envelope) => {
    expect(state(backed(payload, envelope)).state).toBe('undetermined')
  })

  it('用系统以后的期不能用以前的依据', () => {
    const later = backed({ firstMonth: '2026-03', lastMonth: '2026-04' }, { id: 'later' })
    const without = records.slice(0, 2)
    expect(partOf('S2.talks', [...without, backed(), later], '2026-04-30', head).state).toBe('notMet')
  })

  it('宣传活动也一样', () => {
    const activities = ['03-02', '03-03', '03-04', '03-05'].map((day) =>
      aRecord('publicity-activity', '', `2026-${day}`),
    )
    const s7 = (...more: LedgerRecord[]) => partOf('S7', [...activities, ...more], '2026-03-31', head)
    expect(s7()).toMatchObject({ state: 'undetermined', numerator: 1, denominator: 3 })
    expect(s7(backed({ covers: 'activities' }))).toMatchObject({ state: 'met', numerator: 3 })
  })
})

describe('场所、网格、重点人员', () => {
  it('停业的场所、撤销的网格、离任的网格员不算', () => {
    const venue = aRecord('venue', 'v1', '2026-01-01')
    const closed = aRecord('venue', 'v1', '2026-03-01', { closedOn: '2026-03-05' })
    expect(open([venue]).venues()).toHaveLength(1)
    expect(open([venue, closed], '2026-03-04').venues()).toHaveLength(1)
    expect(open([venue, closed], '2026-03-05').venues()).toEqual([])
    const grid = aRecord('grid', 'g1', '2026-01-01')
    const worker = aRecord('grid-assignment', 'g1', '2026-01-02', { until: '2026-05-01' })
    expect(open([grid, worker], '2026-04-30').grids()[0]!.workers).toHaveLength(1)
    expect(open([grid, worker], '2026-05-01').grids()[0]!.workers).toEqual([])
    expect(
      open([grid, aRecord('grid', 'g1', '2026-02-01', { closedOn: '2026-02-01' })], '2026-02-01').grids(),
    ).toEqual([])
  })

  it('整改了的问题不再列', () => {
    const records = [
      aRecord('venue', 'v1', '2026-01-01'),
      aRecord('venue-problem', 'v1', '2026-02-01', {}, { id: 'q1' }),
    ]
    expect(open(records).venues()[0]!.problems).toHaveLength(1)
    expect(
      open([...records, aRecord('rectification', 'v1', '2026-02-03', { problem: 'q1' })]).venues()[0]!
        .problems,
    ).toEqual([])
  })

  it('撤销了的重点人员不列,再登记重新算;满三年的不再列', () => {
    const listed = aRecord('key-person', 'k1', '2026-01-01')
    const ended = aRecord('key-person-end', 'k1', '2026-02-01')
    const again = aRecord('key-person', 'k1', '2026-03-01', {}, { id: 'again' })
    expect(open([listed]).keyPersons()).toHaveLength(1)
    expect(open([listed, ended]).keyPersons()).toEqual([])
    expect(open([listed, ended, again]).keyPersons()[0]).toMatchObject({
      id: 'k1',
      fact: { on: '2026-03-01' },
    })
    const three = [
      aRecord('person-registration', 'k1', '2026-01-01'),
      aRecord('abstinence-start', 'k1', '2026-01-02', { abstinentSince: '2020-01-01' }),
    ]
    expect(open([...three, listed]).keyPersons()).toEqual([])
  })
})
