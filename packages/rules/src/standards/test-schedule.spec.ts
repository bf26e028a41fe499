import { describe, expect, it } from '@jest/globals'
import { type Policies, type PolicyValues } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { personFold } from '../registers/person-view.ts'
import { aLedger, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import { obligations } from '../testing/whole.ts'
import { howText } from '../text/finding-text.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const withSchedule = (from: string, more: Partial<PolicyValues['testSchedule']> = {}): Policies => ({
  ...WHOLE_NOTICE_POLICIES,
  values: {
    ...WHOLE_NOTICE_POLICIES.values,
    testSchedule: {
      ...WHOLE_NOTICE_POLICIES.values.testSchedule,
      versions: [
        { ...WHOLE_NOTICE_POLICIES.values.testSchedule.versions[0]!, until: from },
        {
          from,
          value: {
            'community-treatment': [12, 6, 4],
            'community-rehabilitation': [6, 4, 2],
            helped: [0, 0, 0],
            ...more,
          },
        },
      ],
    },
  },
})
const policies = withSchedule('2024-01-01')

const registered = aRecord('person-registration', 'p1', '2025-01-01')
const treatment = (reportedInOn: string, extra = {}) =>
  aRecord('person-status', 'p1', '2025-03-01', { status: 'community-treatment', reportedInOn, ...extra })
const base = [registered, treatment('2025-03-10')]
const test = (on: string, payload = {}) => aRecord('urine-test', 'p1', on, payload)
const windows = (records: LedgerRecord[], asOf: string, options = { policies }) =>
  personFold(aLedger(records), 'p1', { asOf, ...options })!
    .cycles.filter((cycle) => cycle.test !== 'notNeeded')
    .map(({ period, dueOn, test: state }) => [period, dueOn, state])

describe('分年的检测安排 — 政策打开了才有', () => {
  it('没打开时每两个月一次', () => {
    expect(
      windows(base, '2025-05-01', { policies: WHOLE_NOTICE_POLICIES }).map(([period]) => period),
    ).toEqual(['2025-C2', '2025-C3'])
  })

  it('第一年每月一次,从报到那天算起;谈话还是两个月一次', () => {
    expect(windows(base, '2025-05-20')).toEqual([
      ['T2025-03-10', '2025-04-09', 'missed'],
      ['T2025-04-10', '2025-05-09', 'missed'],
      ['T2025-05-10', '2025-06-09', 'due'],
    ])
    const talks = personFold(aLedger(base), 'p1', { asOf: '2025-05-20', policies })!.cycles.filter(
      ({ talk }) => talk !== 'notNeeded',
    )
    expect(talks.map(({ period }) => period)).toEqual(['2025-C2', '2025-C3'])
  })

  it('第二年六次,不比每两个月一次密,按两个月一次算', () => {
    const periods = windows(base, '2026-06-01').map(([period]) => period)
    expect(periods).toEqual(['T2025-12-10', 'T2026-01-10', 'T2026-02-10', '2026-C2', '2026-C3'])
  })

  it('一期里要有一半的天数在执行', () => {
    const begun = (on: string) => [
      aRecord('person-registration', 'p1', on),
      aRecord('person-status', 'p1', '2025-03-01', {
        status: 'community-treatment',
        reportedInOn: '2025-03-10',
      }),
    ]
    // 2025-04-10 … 2025-05-09 are 30 days; 15 of them from 25 April on.
    expect(windows(begun('2025-04-25'), '2025-05-09')).toEqual([['T2025-04-10', '2025-05-09', 'due']])
    expect(windows(begun('2025-04-26'), '2025-05-09')).toEqual([])
  })

  it('S2.tests 按它判,不影响谈话', () => {
    const records = [...base, test('2025-03-20'), test('2025-04-20'), test('2025-05-20')]
    const judge = (id: 'S2.tests' | 'S2.talks', asOf: string, extra: LedgerRecord[] = []) =>
      partOf(id, [...records, ...extra], asOf, {}, { policies })
    expect(judge('S2.tests', '2025-06-09')).toMatchObject({ state: 'met', numerator: 3, denominator: 3 })
    expect(judge('S2.tests', '2025-07-09')).toMatchObject({ state: 'notMet', numerator: 3, denominator: 4 })
    expect(judge('S2.tests', '2025-07-09').missing).toMatchObject([{ code: 'test', period: 'T2025-06-10' }])
    expect(judge('S2.talks', '2025-06-30')).toMatchObject({ denominator: 2 })
    expect(judge('S2.tests', '2025-07-09').policy.map(({ id }) => id)).toContain('testSchedule')
    expect(howText(judge('S2.tests', '2025-07-09')).join('')).toContain('社区戒毒第一年12次')
  })

  it('要办的检测有自己的期限', () => {
    const due = (records: LedgerRecord[], asOf: string) =>
      obligations(aLedger(records), { asOf, policies }).open.filter(({ kind }) => kind === 'test')
    expect(due(base, '2025-04-10')).toMatchObject([
      { id: 'test:p1:T2025-04-10', opensOn: '2025-04-10', dueOn: '2025-05-09', part: 'S2.tests' },
    ])
    expect(due([...base, test('2025-04-10')], '2025-04-20')).toEqual([])
    const invalid = test('2025-04-12', { result: 'invalid' })
    expect(
      obligations(aLedger([...base, invalid]), { asOf: '2025-04-12', policies }).open.filter(
        ({ kind }) => kind === 'recheck',
      ),
    ).toMatchObject([{ dueOn: '2025-04-15' }])
  })

  it('换在家、外出不重新算;换了措施重新算', () => {
    const away = aRecord('person-status', 'p1', '2025-05-01', {
      status: 'community-treatment',
      presence: 'away',
    })
    expect(windows([...base, away], '2025-05-20').map(([period]) => period)).toEqual([
      'T2025-03-10',
      'T2025-04-10',
      'T2025-05-10',
    ])
    const helped = aRecord('person-status', 'p1', '2025-06-01', { status: 'helped', testBasis: 'required' })
    expect(windows([...base, helped], '2025-09-01').map(([period]) => period)).toEqual([
      'T2025-03-10',
      'T2025-04-10',
      '2025-C3',
      '2025-C4',
      '2025-C5',
    ])
  })

  it('打开以前的期不按它判', () => {
    const later = { policies: withSchedule('2025-05-01') }
    expect(windows(base, '2025-06-01', later).map(([period]) => period)).toEqual(['2025-C2', 'T2025-05-10'])
  })
})
