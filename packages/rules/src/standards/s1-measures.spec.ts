import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const status = (value: string, on = '2026-01-01', extra = {}) =>
  aRecord('person-status', 'p1', on, { status: value, presence: null, ...extra }, { id: `${value}_${on}` })
const lived = { presence: 'at-home' }

describe('S1 都有措施 — 三(二)1', () => {
  it.each([
    ['社区戒毒', status('community-treatment', undefined, lived), 'met'],
    ['强制隔离戒毒', status('compulsory-isolation'), 'met'],
    ['羁押', status('detained'), 'met'],
    ['服刑', status('imprisoned'), 'met'],
    ['联系不上', status('missing'), 'notMet'],
    ['没有措施在执行', status('out-of-control'), 'notMet'],
    ['联系不上五年也算', status('missing', '2021-01-01'), 'notMet'],
    ['去世', status('deceased'), 'notApplicable'],
    ['出国(境)', status('abroad'), 'notApplicable'],
    ['户口和人都迁走', status('moved-out', undefined, { livesElsewhere: 'yes' }), 'notApplicable'],
    ['户口迁走人还住这里,没有别的措施', status('moved-out', undefined, { livesElsewhere: 'no' }), 'notMet'],
  ])('%s', (_, record, state) => {
    expect(partOf('S1', [registered, record], '2026-06-30').state).toBe(state)
  })

  it('新登记的有15天:第15天不判,第16天判', () => {
    expect(partOf('S1', [registered], '2026-01-16')).toMatchObject({
      state: 'notApplicable',
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(partOf('S1', [registered], '2026-01-17')).toMatchObject({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      missing: [{ code: 'measure', subjectId: 'p1' }],
      mendable: true,
    })
  })

  it('满三年的人不看', () => {
    const since = aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2023-02-01' })
    expect(partOf('S1', [registered, since], '2026-01-31').state).toBe('notMet')
    expect(partOf('S1', [registered, since], '2026-02-01').state).toBe('notApplicable')
  })

  it('没登记过人、也没确认名册,待判定', () => {
    expect(partOf('S1', [], '2026-06-30')).toMatchObject({
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
    })
  })
})
