import { describe, expect, it } from '@jest/globals'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const registered = aRecord('person-registration', 'p1', '2025-01-01')
const supported = aRecord('person-status', 'p1', '2026-01-01')
const talk = (on: string, payload = {}) => aRecord('talk', 'p1', on, payload)
const test = (on: string, payload = {}) => aRecord('urine-test', 'p1', on, payload)
const talks = (records: LedgerRecord[], asOf: string, head = {}) => partOf('S2.talks', records, asOf, head)
const tests = (records: LedgerRecord[], asOf: string, head = {}) => partOf('S2.tests', records, asOf, head)

describe('每两个月进行一次谈话 — 三(二)2', () => {
  const base = [registered, supported]

  it('一期没过完不判,过完那天判', () => {
    expect(talks(base, '2026-02-27')).toMatchObject({ state: 'notApplicable' })
    expect(talks(base, '2026-02-28')).toMatchObject({ state: 'notMet', numerator: 0, denominator: 1 })
  })

  it('最后一天还能补,过了就不能补', () => {
    expect(talks(base, '2026-02-28')).toMatchObject({ mendable: true, next: { code: 'talkToday' } })
    expect(talks([...base, talk('2026-02-28')], '2026-02-28').state).toBe('met')
    expect(talks(base, '2026-03-01')).toMatchObject({ mendable: false, next: { code: 'cannotMend' } })
    expect(talks([...base, talk('2026-03-01')], '2026-03-01').state).toBe('notMet')
  })

  it.each([
    ['2025-12-31', 'notMet'],
    ['2026-01-01', 'met'],
    ['2026-02-28', 'met'],
    ['2026-03-01', 'notMet'],
  ])('在%s谈的,1—2月这一期%s', (on, state) => {
    expect(talks([...base, talk(on)], '2026-03-31').state).toBe(state)
  })

  it('没见到本人不算', () => {
    const missed = talk('2026-02-01', { found: 'no' })
    expect(talks([...base, missed], '2026-03-31')).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'talk', subjectId: 'p1', period: '2026-C1' }],
    })
    expect(talks([...base, missed, talk('2026-02-02')], '2026-03-31').state).toBe('met')
  })

  it('一期里帮扶满30天才应做:30天算,29天不算', () => {
    // 2026-01-30 … 2026-02-28 are 30 days.
    expect(talks([registered, aRecord('person-status', 'p1', '2026-01-30')], '2026-03-31').denominator).toBe(
      1,
    )
    expect(
      talks([registered, aRecord('person-status', 'p1', '2026-01-31')], '2026-03-31').denominator,
    ).toBeUndefined()
  })

  it('登记以前的天数不算', () => {
    const of = (on: string) => [
      aRecord('person-registration', 'p1', on),
      aRecord('person-status', 'p1', '2025-06-01'),
    ]
    expect(talks(of('2026-01-30'), '2026-03-31').denominator).toBe(1)
    expect(talks(of('2026-01-31'), '2026-03-31').denominator).toBeUndefined()
  })

  it('期末不在帮扶的,这一期不应做', () => {
    const gone = (on: string) =>
      aRecord('person-status', 'p1', on, { status: 'compulsory-isolation', presence: null })
    expect(talks([...base, gone('2026-02-28')], '2026-03-31').denominator).toBeUndefined()
    expect(talks([...base, gone('2026-03-01')], '2026-03-31').denominator).toBe(1)
  })

  it('羁押期间不算在内,释放后接着算', () => {
    const detained = (releasedOn: string) =>
      aRecord('person-status', 'p1', '2026-01-11', { status: 'detained', presence: null, releasedOn })
    // 10 days before, then from the release to 28 February.
    expect(talks([...base, detained('2026-02-09')], '2026-03-31').denominator).toBe(1)
    expect(talks([...base, detained('2026-02-10')], '2026-03-31').denominator).toBeUndefined()
    const during = [...base, detained('2026-02-09'), talk('2026-02-08')]
    expect(talks(during, '2026-03-31').state).toBe('notMet')
    expect(talks([...during, talk('2026-02-09')], '2026-03-31').state).toBe('met')
  })

  it('满三年的那天起不再计入', () => {
    const since = (on: string) => aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: on })
    expect(talks([...base, since('2023-03-31')], '2026-03-30').state).toBe('notMet')
    expect(talks([...base, since('2023-03-31')], '2026-03-31')).toMatchObject({
      state: 'notApplicable',
      missing: [],
    })
  })

  it('用系统以前的期,没有记录是待判定,有记录就算', () => {
    const head = { startOn: '2026-03-01' }
    expect(talks(base, '2026-03-31', head)).toMatchObject({
      state: 'undetermined',
      missing: [{ code: 'talkBeforeStart', period: '2026-C1' }],
      next: { code: 'pastEvidence' },
      mendable: false,
    })
    expect(talks([...base, talk('2026-02-01')], '2026-03-31', head).state).toBe('met')
    expect(talks(base, '2026-03-31', { startOn: '2026-02-28' }).state).toBe('notMet')
  })

  it('文件印发前开始的期不判', () => {
    const old = [
      aRecord('person-registration', 'p1', '2023-01-01'),
      aRecord('person-status', 'p1', '2023-01-01'),
    ]
    const head = { startOn: '2023-01-01' }
    expect(talks(old, '2023-04-30', head).denominator).toBeUndefined()
    expect(talks(old, '2023-06-30', head)).toMatchObject({ denominator: 1, missing: [{ period: '2023-C3' }] })
  })

  it('可以改成从开始帮扶那天算起', () => {
    const policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: { '441581': { cycleAnchor: [{ from: '2026-01-01', value: 'support-start' as const }] } },
    }
    const from15 = [registered, aRecord('person-status', 'p1', '2026-01-15')]
    const judged = (asOf: string, ...more: LedgerRecord[]) =>
      partOf('S2.talks', [...from15, ...more], asOf, {}, { policies })
    expect(judged('2026-03-13').denominator).toBeUndefined()
    expect(judged('2026-03-14')).toMatchObject({ state: 'notMet', missing: [{ period: 'A2026-01-15' }] })
    expect(judged('2026-03-14', talk('2026-01-15')).state).toBe('met')
  })

  it('数够一年:6期', () => {
    const all = ['01', '03', '05', '07', '09', '11'].map((month) => talk(`2026-${month}-15`))
    expect(talks([...base, ...all], '2026-12-31')).toMatchObject({
      state: 'met',
      numerator: 6,
      denominator: 6,
    })
    expect(talks([...base, ...all.slice(1)], '2026-12-31')).toMatchObject({
      state: 'notMet',
      numerator: 5,
      denominator: 6,
    })
  })
})

describe('每两月一次尿检 — 三(二)2', () => {
  const base = [registered, supported]

  it.each([
    ['negative', 'met'],
    ['positive', 'met'],
    ['invalid', 'notMet'],
    ['refused', 'notMet'],
    ['not-done', 'notMet'],
  ])('结果%s的,这一期%s', (result, state) => {
    expect(tests([...base, test('2026-02-01', { result })], '2026-03-31').state).toBe(state)
  })

  it('异地做的,有证明才算', () => {
    const away = (certificate: string) => test('2026-02-01', { place: 'away', certificate })
    expect(tests([...base, away('no')], '2026-03-31').state).toBe('notMet')
    expect(tests([...base, away('yes')], '2026-03-31').state).toBe('met')
  })

  it.each([
    ['required', 1, 0],
    ['consented', 1, 0],
    ['none', undefined, 1],
  ])('出所帮教的依据是%s', (testBasis, denominator, withoutBasis) => {
    const helped = aRecord('person-status', 'p1', '2026-01-01', { status: 'helped', testBasis })
    const part = tests([registered, helped], '2026-03-31')
    expect(part.denominator).toBe(denominator)
    expect(part.notes).toEqual(
      withoutBasis ? [{ code: 'withoutBasis', params: { count: withoutBasis } }] : [],
    )
  })

  it('社区戒毒、社区康复总有依据', () => {
    for (const status of ['community-treatment', 'community-rehabilitation'])
      expect(
        tests([registered, aRecord('person-status', 'p1', '2026-01-01', { status })], '2026-03-31')
          .denominator,
      ).toBe(1)
  })

  it('自愿戒毒、强制隔离不是帮扶对象', () => {
    for (const status of ['voluntary-treatment', 'compulsory-isolation'])
      expect(
        tests(
          [registered, aRecord('person-status', 'p1', '2026-01-01', { status, presence: null })],
          '2026-03-31',
        ).state,
      ).toBe(status === 'voluntary-treatment' ? 'undetermined' : 'notApplicable')
  })
})
