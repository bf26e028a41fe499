import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const paper = (document: string, extra = {}) =>
  aRecord('village-document', '', '2026-02-01', { document, ...extra }, { id: document })
const rules = (antiDrugClause: string, extra = {}) => paper('village-rules', { antiDrugClause, ...extra })

describe('S10.rules 村规和移风易俗 — 三(二)10', () => {
  it.each([
    ['都没有', [], 'notMet', 0],
    ['只有村规', [rules('yes')], 'notMet', 1],
    ['村规没有禁毒条款', [rules('no'), paper('customs-reform')], 'notMet', 1],
    ['两样都有', [rules('yes'), paper('customs-reform')], 'met', 2],
    ['去年的村规', [rules('yes', { year: 2025 }), paper('customs-reform')], 'notMet', 1],
  ])('%s', (_, records, state, numerator) => {
    expect(partOf('S10.rules', records, '2026-06-30')).toMatchObject({ state, numerator, denominator: 2 })
  })
})

describe('S10.lines 守住底线 — 三(二)10', () => {
  const text = aRecord('bottom-lines-text', '', '2026-01-05')
  const declared = (quarter: string, payload = {}) =>
    aRecord('bottom-line-declaration', '', '2026-04-02', { quarter, ...payload }, { id: `q${quarter}` })
  const breach = (on: string, envelope = {}) => aRecord('bottom-line-breach', '', on, {}, envelope)
  it.each([
    ['五条没核定', [declared('1')], '2026-06-29', 'undetermined'],
    ['核定了,第一季度还没过完', [text], '2026-03-30', 'notApplicable'],
    ['第一季度过完那天还没报告', [text], '2026-03-31', 'notMet'],
    ['第一季度报告了', [text, declared('1')], '2026-06-29', 'met'],
    ['第二季度过完没报告', [text, declared('1')], '2026-06-30', 'notMet'],
    [
      '少一条',
      [text, declared('1', { kept: ['line-1', 'line-2', 'line-3', 'line-4'] })],
      '2026-06-29',
      'notMet',
    ],
    ['今年被认定突破', [text, declared('1'), breach('2026-05-01')], '2026-06-29', 'notMet'],
    ['没核定也认突破', [breach('2026-05-01')], '2026-06-29', 'notMet'],
    ['去年的突破', [text, declared('1'), breach('2025-12-31')], '2026-06-29', 'met'],
    [
      '突破等人核对',
      [text, declared('1'), breach('2026-05-01', { reviewState: 'pending' as const })],
      '2026-06-29',
      'undetermined',
    ],
  ])('%s', (_, records, asOf, state) => {
    expect(partOf('S10.lines', records, asOf).state).toBe(state)
  })

  it('用系统以前的季度待判定,开始那个季度不判,以前的依据能补', () => {
    const late = { startOn: '2026-04-01' }
    expect(partOf('S10.lines', [text], '2026-06-29', late)).toMatchObject({
      state: 'undetermined',
      missing: [{ code: 'declarationBeforeStart', period: '2026-Q1' }],
    })
    expect(partOf('S10.lines', [text], '2026-06-29', { startOn: '2026-03-31' }).state).toBe('notApplicable')
    const evidence = aRecord('past-evidence', '', '2026-05-01', {
      covers: 'bottom-lines',
      firstMonth: '2026-01',
      lastMonth: '2026-03',
    })
    expect(partOf('S10.lines', [text, evidence], '2026-06-29', late).state).toBe('met')
  })
})
