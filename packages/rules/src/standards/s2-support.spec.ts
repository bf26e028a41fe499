import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const supported = aRecord('person-status', 'p1', '2026-01-01')
const group = (on = '2026-01-10', payload = {}) => aRecord('support-group', 'p1', on, payload)
const support = (records: Parameters<typeof partOf>[1], asOf: string, head = {}) =>
  partOf('S2.support', records, asOf, head)

describe('帮教率要100% — 三(二)2', () => {
  it('有小组的达标', () => {
    const part = support([registered, supported, group()], '2026-06-30')
    expect(part).toMatchObject({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['support-group_p1_2026-01-10'],
    })
    expect(part.clause.ref).toBe('三(二)2')
  })

  it('15日内成立:第15天不判,第16天未达标,可以补', () => {
    expect(support([registered, supported], '2026-01-16')).toMatchObject({
      state: 'notApplicable',
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(support([registered, supported], '2026-01-17')).toMatchObject({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      missing: [{ code: 'supportGroup', subjectId: 'p1' }],
      mendable: true,
    })
  })

  it('期限从登记、开始帮扶、用系统三者最晚的一天算起', () => {
    const late = aRecord('person-registration', 'p1', '2026-03-01')
    expect(support([late, supported], '2026-03-16').state).toBe('notApplicable')
    expect(support([late, supported], '2026-03-17').state).toBe('notMet')
    expect(support([registered, supported], '2026-05-16', { startOn: '2026-05-01' }).state).toBe(
      'notApplicable',
    )
    expect(support([registered, supported], '2026-05-17', { startOn: '2026-05-01' }).state).toBe('notMet')
  })

  it('99人有、1人没有,不是100%', () => {
    const many = Array.from({ length: 100 }, (_, index) => `q${index}`).reduce<(typeof registered)[]>(
      (all, id) =>
        all.concat(
          aRecord('person-registration', id, '2026-01-01'),
          aRecord('person-status', id, '2026-01-01'),
        ),
      [],
    )
    const groups = Array.from({ length: 99 }, (_, index) =>
      aRecord('support-group', `q${index}`, '2026-01-05'),
    )
    expect(support([...many, ...groups], '2026-06-30')).toMatchObject({
      state: 'notMet',
      numerator: 99,
      denominator: 100,
    })
  })

  it('小组结束的那天起不算有', () => {
    const closed = group('2026-01-10', { closedOn: '2026-06-30' })
    expect(support([registered, supported, closed], '2026-06-29').state).toBe('met')
    expect(support([registered, supported, closed], '2026-06-30').state).toBe('notMet')
  })

  it('帮扶结束,小组就结束;再次帮扶要新的小组', () => {
    const records = [
      registered,
      supported,
      group(),
      aRecord('person-status', 'p1', '2026-03-01', { status: 'compulsory-isolation', presence: null }),
      aRecord('person-status', 'p1', '2026-05-01'),
    ]
    expect(support(records, '2026-04-01').state).toBe('notApplicable')
    expect(support(records, '2026-06-01').state).toBe('notMet')
    expect(support([...records, group('2026-05-02')], '2026-06-01').state).toBe('met')
  })

  it('羁押释放后,原来的小组还在', () => {
    const detained = { status: 'detained', presence: null, releasedOn: '2026-04-01' }
    const records = [registered, supported, group(), aRecord('person-status', 'p1', '2026-03-01', detained)]
    expect(support(records, '2026-03-15').state).toBe('notApplicable')
    expect(support(records, '2026-06-01').state).toBe('met')
  })

  it('由社区戒毒转社区康复,小组不用重来', () => {
    const moved = aRecord('person-status', 'p1', '2026-04-01', { status: 'community-treatment' })
    expect(support([registered, supported, group(), moved], '2026-06-01').state).toBe('met')
  })

  it('等人核对的小组还不算', () => {
    const pending = { ...group(), reviewState: 'pending' as const }
    expect(support([registered, supported, pending], '2026-06-30').state).toBe('notMet')
  })

  it('没有帮扶对象:名册确认过的不评,没确认过的待判定', () => {
    expect(support([], '2026-06-30')).toMatchObject({
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
      next: { code: 'confirmRoster' },
    })
    const confirmed = aRecord('roster-confirmation', '', '2026-05-31')
    expect(support([confirmed], '2026-06-30')).toMatchObject({ state: 'notApplicable', reason: 'noneFound' })
    expect(support([registered], '2026-06-30')).toMatchObject({
      state: 'notApplicable',
      reason: 'nothingToJudge',
    })
  })
})
