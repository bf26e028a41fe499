import { describe, expect, it } from '@jest/globals'
import { aLedger, aRecord } from '../testing/builders.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { personFold, villageFold } from './person-view.ts'
import { judgedMonthOf } from './village.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const status = (on: string, value: string, extra = {}, id?: string) =>
  aRecord('person-status', 'p1', on, { status: value, presence: null, ...extra }, id ? { id } : {})
const treatment = (on: string, extra = {}) =>
  status(on, 'community-treatment', { presence: 'at-home', ...extra })
const fold = (records: LedgerRecord[], asOf: string) =>
  personFold(aLedger([registered, ...records]), 'p1', { asOf })!
const stretches = (records: LedgerRecord[], asOf: string) =>
  fold(records, asOf).statuses.map(({ status: value, from, to }) => [value, from, to])

describe('statuses, one at a time', () => {
  it('a later one ends the earlier', () => {
    expect(
      stretches([treatment('2026-01-01'), status('2026-05-01', 'compulsory-isolation')], '2026-06-30'),
    ).toEqual([
      ['community-treatment', '2026-01-01', '2026-05-01'],
      ['compulsory-isolation', '2026-05-01', null],
    ])
  })

  it('羁押只是中断,释放那天起恢复', () => {
    const detained = status('2026-03-01', 'detained', { releasedOn: '2026-04-01' })
    expect(stretches([treatment('2026-01-01'), detained], '2026-03-31')).toEqual([
      ['community-treatment', '2026-01-01', '2026-03-01'],
      ['detained', '2026-03-01', null],
    ])
    expect(stretches([treatment('2026-01-01'), detained], '2026-04-01')).toEqual([
      ['community-treatment', '2026-01-01', '2026-03-01'],
      ['detained', '2026-03-01', '2026-04-01'],
      ['community-treatment', '2026-04-01', null],
    ])
  })

  it('羁押中有了新决定,原来的不再恢复', () => {
    const records = [
      treatment('2026-01-01'),
      status('2026-03-01', 'detained', { releasedOn: '2026-06-01' }),
      status('2026-04-01', 'compulsory-isolation'),
    ]
    expect(stretches(records, '2026-06-30').map(([value]) => value)).toEqual([
      'community-treatment',
      'detained',
      'compulsory-isolation',
    ])
  })

  it('一天里有两条,后收到的算', () => {
    const first = { ...status('2026-03-01', 'missing', {}, 'z'), receivedAt: '2026-03-01T01:00:00.000Z' }
    const second = { ...status('2026-03-01', 'abroad', {}, 'a'), receivedAt: '2026-03-01T02:00:00.000Z' }
    for (const records of [
      [first, second],
      [second, first],
    ])
      expect(stretches(records, '2026-06-30')).toEqual([['abroad', '2026-03-01', null]])
    const unsent = { ...first, receivedAt: null }
    expect(fold([unsent, second], '2026-06-30').status).toBe('missing')
  })

  it('等第二个人核对的变动还不算', () => {
    const pending = { ...status('2026-05-01', 'deceased'), reviewState: 'pending' as const }
    expect(fold([treatment('2026-01-01'), pending], '2026-06-30')).toMatchObject({
      status: 'community-treatment',
      isExisting: true,
    })
  })

  it('没有状态就是没有措施', () => {
    expect(fold([], '2026-06-30')).toMatchObject({
      status: null,
      presence: null,
      isUnderSupport: false,
      isExisting: true,
    })
  })
})

describe('社区戒毒三年从报到算起,羁押期间停 — 禁毒法 第三十三条', () => {
  it('没报到的不知道哪天满', () => {
    expect(fold([treatment('2026-02-01')], '2026-06-30').clock).toEqual({
      startedOn: '2026-02-01',
      reportInDueOn: '2026-02-16',
      pausedDays: 0,
    })
  })

  it('报到后三年,羁押几天延几天', () => {
    const reported = treatment('2026-02-01', { reportedInOn: '2026-02-10' })
    expect(fold([reported], '2026-06-30').clock).toMatchObject({
      reportedInOn: '2026-02-10',
      endsOn: '2029-02-10',
    })
    const detained = status('2026-03-01', 'detained', { releasedOn: '2026-03-11' })
    expect(fold([reported, detained], '2026-06-30').clock).toMatchObject({
      startedOn: '2026-02-01',
      reportedInOn: '2026-02-10',
      pausedDays: 10,
      endsOn: '2029-02-20',
    })
  })

  it('外出再回来还是同一个期限', () => {
    const away = treatment('2026-05-01', { presence: 'away' })
    const view = fold([treatment('2026-02-01', { reportedInOn: '2026-02-10' }), away], '2026-06-30')
    expect(view).toMatchObject({ presence: 'away', clock: { startedOn: '2026-02-01', endsOn: '2029-02-10' } })
  })

  it('社区康复没有这个期限', () => {
    expect(
      fold([status('2026-02-01', 'community-rehabilitation', { presence: 'at-home' })], '2026-06-30').clock,
    ).toBeNull()
  })
})

describe('每期的情况', () => {
  it('做了、没做、在期内、不需要', () => {
    const records = [
      aRecord('person-status', 'p1', '2026-01-01', { status: 'helped', testBasis: 'none' }),
      aRecord('person-status', 'p1', '2026-05-01', { status: 'helped', testBasis: 'consented' }),
      aRecord('talk', 'p1', '2026-02-01'),
      aRecord('urine-test', 'p1', '2026-06-01'),
    ]
    expect(fold(records, '2026-07-15').cycles).toEqual([
      { period: '2026-C1', opensOn: '2026-01-01', dueOn: '2026-02-28', talk: 'done', test: 'notNeeded' },
      { period: '2026-C2', opensOn: '2026-03-01', dueOn: '2026-04-30', talk: 'missed', test: 'notNeeded' },
      { period: '2026-C3', opensOn: '2026-05-01', dueOn: '2026-06-30', talk: 'missed', test: 'done' },
      { period: '2026-C4', opensOn: '2026-07-01', dueOn: '2026-08-31', talk: 'due', test: 'due' },
    ])
  })

  it('用系统以前的期没有记录,不算没做', () => {
    const view = personFold(aLedger([registered, treatment('2026-01-01')], { startOn: '2026-03-01' }), 'p1', {
      asOf: '2026-05-01',
    })!
    expect(view.cycles.map(({ talk }) => talk)).toEqual(['unknown', 'missed', 'due'])
  })

  it('满三年的人没有期,也没有要办的事', () => {
    const done = aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2023-01-01' })
    expect(fold([treatment('2026-01-01'), done], '2026-06-30')).toMatchObject({
      isThreeYears: true,
      threeYearsOn: '2026-01-01',
      isUnderSupport: false,
      cycles: [],
      duties: [],
    })
  })
})

describe('villageFold', () => {
  it('knows the registered persons alone, by id, as personFold does', () => {
    const ledger = aLedger([
      aRecord('person-registration', 'p2', '2026-02-01'),
      registered,
      aRecord('talk', 'p3', '2026-02-01'),
    ])
    const village = villageFold(ledger, { asOf: '2026-06-30' })
    expect(village.persons.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(village.person('p2')).toEqual(personFold(ledger, 'p2', { asOf: '2026-06-30' }))
    expect(village.person('p3')).toBeUndefined()
    expect(personFold(ledger, 'p3', { asOf: '2026-06-30' })).toBeUndefined()
  })
})

describe('名册确认看哪个月: 过完10天以上的最近一个月', () => {
  it.each([
    ['2026-12-09', '2026-10'],
    ['2026-12-10', '2026-11'],
    ['2026-12-31', '2026-11'],
    ['2027-01-09', '2026-11'],
    ['2027-01-10', '2026-12'],
    ['2026-03-10', '2026-02'],
    ['2026-03-09', '2026-01'],
  ])('%s看%s', (asOf, month) => {
    expect(judgedMonthOf(asOf, 10)).toBe(month)
  })
})
