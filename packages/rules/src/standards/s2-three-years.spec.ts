import { describe, expect, it } from '@jest/globals'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const person = (id = 'p1') => aRecord('person-registration', id, '2025-01-01')
const since = (on: string, id = 'p1', confirmedOn = '2026-01-05') =>
  aRecord('abstinence-start', id, confirmedOn, { abstinentSince: on })
const status = (value: string, on = '2025-01-01', extra = {}, id = 'p1') =>
  aRecord('person-status', id, on, { status: value, presence: null, ...extra })
const judged = (records: LedgerRecord[], asOf = '2026-06-30', options = {}) =>
  partOf('S2.threeYears', records, asOf, {}, options)

describe('戒断巩固三年以上 — 三(二)2', () => {
  it.each([
    ['2023-06-30', 'met'],
    ['2023-07-01', 'notMet'],
  ])('从%s起的,到2026-06-30 %s', (on, state) => {
    expect(judged([person(), since(on)]).state).toBe(state)
  })

  it('2月29日起的,满三年是2月28日', () => {
    expect(judged([person(), since('2024-02-29')], '2027-02-27').state).toBe('notMet')
    expect(judged([person(), since('2024-02-29')], '2027-02-28').state).toBe('met')
  })

  it('有一人不满就未达标,并说到哪天满', () => {
    const part = judged([person(), since('2020-01-01'), person('p2'), since('2024-05-01', 'p2')])
    expect(part).toMatchObject({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      mendable: false,
      missing: [{ code: 'belowThreeYears', subjectId: 'p2', params: { on: '2027-05-01' } }],
      next: { code: 'waitUntil', params: { on: '2027-05-01', count: 1 } },
    })
  })

  it('没有人不满、有人不知道,待判定,可以补', () => {
    expect(judged([person(), since('2020-01-01'), person('p2')])).toMatchObject({
      state: 'undetermined',
      mendable: true,
      next: { code: 'recordAbstinence', params: { count: 1 } },
    })
  })

  it('再次使用从使用那天重新算', () => {
    const used = aRecord('relapse', 'p1', '2026-02-01', { usedOn: '2026-01-20' })
    const part = judged([person(), since('2020-01-01', 'p1', '2025-02-01'), used])
    expect(part.missing).toEqual([{ code: 'belowThreeYears', subjectId: 'p1', params: { on: '2029-01-20' } }])
    const newer = since('2026-02-10', 'p1', '2026-03-01')
    expect(judged([person(), used, newer]).missing).toMatchObject([{ params: { on: '2029-02-10' } }])
  })

  it('公安机关确认的阳性,从检测那天重新算', () => {
    const test = aRecord('urine-test', 'p1', '2026-02-01', { result: 'positive' })
    const confirmed = aRecord('test-outcome', 'p1', '2026-02-03', { test: test.id, outcome: 'confirmed-use' })
    expect(judged([person(), since('2020-01-01'), test, confirmed]).missing).toMatchObject([
      { params: { on: '2029-02-01' } },
    ])
    expect(judged([person(), since('2020-01-01'), test]).state).toBe('met')
  })

  it('新的文书代替旧的', () => {
    const older = since('2020-01-01', 'p1', '2025-02-01')
    const newer = since('2024-01-01', 'p1', '2026-02-01')
    expect(judged([person(), newer, older]).missing).toMatchObject([{ params: { on: '2027-01-01' } }])
  })

  it.each([
    ['去世', [status('deceased')]],
    ['出国', [status('abroad')]],
    ['户口和人都迁出', [status('moved-out', '2025-01-01', { livesElsewhere: 'yes' })]],
    ['服刑36个月', [status('imprisoned', '2025-01-01', { sentenceMonths: 36 })]],
    ['联系不上满四年', [status('missing', '2022-06-30')]],
  ])('%s的不算现有', (_, records) => {
    expect(judged([person(), ...records])).toMatchObject({ state: 'notApplicable' })
  })

  it.each([
    ['户口迁出、人还住在本村', [status('moved-out', '2025-01-01', { livesElsewhere: 'no' })], 'undetermined'],
    ['服刑35个月', [status('imprisoned', '2025-01-01', { sentenceMonths: 35 })], 'undetermined'],
    ['联系不上差一天四年', [status('missing', '2022-07-01')], 'undetermined'],
    ['羁押', [status('detained')], 'undetermined'],
  ])('%s的算现有', (_, records, state) => {
    expect(judged([person(), ...records])).toMatchObject({ state, denominator: 1 })
  })

  it('刑期不知道时待判定,补了刑期就能判', () => {
    const unknown = [person(), status('imprisoned'), since('2025-01-01')]
    expect(judged(unknown)).toMatchObject({
      state: 'undetermined',
      missing: [{ code: 'sentence', subjectId: 'p1' }],
      next: { code: 'recordSentence' },
    })
    const known = { ...status('imprisoned', '2025-01-01', { sentenceMonths: 12 }), revision: 2 }
    expect(judged([...unknown, known]).state).toBe('notMet')
  })

  it('两种范围的数字都给出;按措施以外的范围,在帮扶的人不算', () => {
    const records = [
      person(),
      status('community-rehabilitation', '2025-01-01', { presence: 'at-home' }),
      since('2025-01-01'),
    ]
    expect(judged(records).notes).toEqual([
      { code: 'threeYearsAllExisting', params: { numerator: 0, denominator: 1 } },
      { code: 'threeYearsOutsideMeasures', params: { numerator: 0, denominator: 0 } },
    ])
    const policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: {
        '441581': { threeYearsScope: [{ from: '2026-01-01', value: 'outside-measures' as const }] },
      },
    }
    expect(judged(records, '2026-06-30', { policies }).state).toBe('notApplicable')
    expect(
      judged([...records, person('p2'), since('2020-01-01', 'p2')], '2026-06-30', { policies }),
    ).toMatchObject({
      state: 'met',
      denominator: 1,
    })
  })
})
