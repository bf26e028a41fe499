import { describe, expect, it } from '@jest/globals'
import { addDays, monthsOf } from '../core/iso-date.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const activity = (on: string, place = '村口', id = `${on}/${place}`) =>
  aRecord('publicity-activity', '', on, { place }, { id })
const month = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => activity(addDays(`${name}-01`, index)))
const year = (count: number) =>
  monthsOf(2026).reduce<LedgerRecord[]>((all, name) => all.concat(month(name, count)), [])
const judged = (records: LedgerRecord[], asOf: string, head = {}, options = {}) =>
  partOf('S7', records, asOf, head, options)

describe('每月要开展四次以上 — 三(二)7', () => {
  it('四次达标,三次未达标', () => {
    expect(judged(month('2026-01', 4), '2026-01-31')).toMatchObject({
      state: 'met',
      numerator: 1,
      denominator: 1,
    })
    expect(judged(month('2026-01', 3), '2026-02-01')).toMatchObject({
      state: 'notMet',
      numerator: 0,
      missing: [{ code: 'activities', period: '2026-01', params: { have: 3, need: 4 } }],
      mendable: false,
      next: { code: 'cannotMend' },
    })
  })

  it('没过完的月不判,最后一天判,当天还能补', () => {
    expect(judged([], '2026-01-30')).toMatchObject({ state: 'notApplicable' })
    expect(judged(month('2026-01', 3), '2026-01-31')).toMatchObject({
      state: 'notMet',
      mendable: true,
      next: { code: 'activitiesToday', params: { count: 1 } },
    })
  })

  it('同一天、同一个地点只算一次;换地点或换一天再算', () => {
    const three = month('2026-01', 3)
    const same = activity('2026-01-01', ' 村 口 ', 'again')
    expect(judged([...three, same], '2026-02-01').state).toBe('notMet')
    expect(judged([...three, activity('2026-01-01', '小学')], '2026-02-01').state).toBe('met')
    expect(judged([...three, activity('2026-01-20')], '2026-02-01').state).toBe('met')
  })

  it('全年12个月,缺一个月就未达标', () => {
    expect(judged(year(4), '2026-12-31')).toMatchObject({ state: 'met', numerator: 12, denominator: 12 })
    expect(judged(year(4).slice(1), '2026-12-31')).toMatchObject({
      state: 'notMet',
      numerator: 11,
      denominator: 12,
    })
  })

  it('用系统以前的月,缺的待判定;开始用的那个月不判', () => {
    expect(judged(year(4).slice(4), '2026-12-31', { startOn: '2026-02-01' })).toMatchObject({
      state: 'undetermined',
      missing: [{ code: 'activitiesBeforeStart', period: '2026-01' }],
    })
    expect(judged(year(4).slice(4), '2026-12-31', { startOn: '2026-01-02' })).toMatchObject({
      state: 'met',
      denominator: 11,
    })
    expect(judged(year(4).slice(4), '2026-12-31', { startOn: '2026-01-01' }).state).toBe('notMet')
  })

  it('文件印发前开始的月不判', () => {
    const head = { startOn: '2023-01-01' }
    expect(judged([], '2023-03-31', head).state).toBe('notApplicable')
    expect(judged([], '2023-04-30', head)).toMatchObject({ state: 'notMet', denominator: 1 })
  })

  it('各月按月末那天的政策判', () => {
    const policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: { '441581': { activitiesPerMonth: [{ from: '2026-02-28', value: 5 }] } },
    }
    const records = [...month('2026-01', 4), ...month('2026-02', 4)]
    expect(judged(records, '2026-03-01', {}, { policies })).toMatchObject({
      state: 'notMet',
      missing: [{ period: '2026-02', params: { have: 4, need: 5 } }],
    })
  })

  it('别的村的活动不算', () => {
    const foreign = { ...activity('2026-01-20'), subjectId: '441581990202' }
    expect(foreign.subjectId).not.toBe(AREA)
    expect(judged([...month('2026-01', 3), foreign], '2026-02-01').state).toBe('notMet')
  })

  it('等人核对的、退回的、作废的都不算', () => {
    for (const reviewState of ['pending', 'returned', 'voided'] as const)
      expect(
        judged([...month('2026-01', 3), { ...activity('2026-01-20'), reviewState }], '2026-02-01').state,
      ).toBe('notMet')
  })
})
