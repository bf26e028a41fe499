import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const registered = (on = '2025-01-01') => aRecord('person-registration', 'p1', on)
const supported = (on: string) => aRecord('person-status', 'p1', on)
const ended = (on: string) =>
  aRecord('person-status', 'p1', on, { status: 'imprisoned', presence: null, sentenceMonths: 6 })
const found = (on: string, envelope = {}) => aRecord('relapse', 'p1', on, {}, envelope)
const test = (on: string, result = 'positive', envelope = {}) =>
  aRecord('urine-test', 'p1', on, { result }, { id: `test-${on}`, ...envelope })
const outcome = (of: LedgerRecord | string, on: string, value = 'confirmed-use') =>
  aRecord('test-outcome', 'p1', on, { test: typeof of === 'string' ? of : of.id, outcome: value })
const pending = { reviewState: 'pending' as const }
const judged = (...records: LedgerRecord[]) => judgementOf('S2.relapse', records, '2026-06-30')
const base = [registered(), supported('2025-01-01')]

describe('帮教对象戒毒后要保持没有复吸现象 — 三(二)2', () => {
  it.each([
    ['认定以后才开始帮扶的,不是帮扶对象复吸', [supported('2026-03-02'), found('2026-03-01')], 'met'],
    ['认定那天开始帮扶的,算', [supported('2026-03-01'), found('2026-03-01')], 'notMet'],
    ['今年以前就不在帮扶的不算', [supported('2025-01-01'), ended('2026-01-01'), found('2026-03-01')], 'met'],
    [
      '今年第一天还在帮扶的,后来不在了也算',
      [supported('2025-01-01'), ended('2026-01-02'), found('2026-03-01')],
      'notMet',
    ],
    [
      '帮扶断过一段的,断的那段以前不妨碍',
      [supported('2025-01-01'), ended('2025-06-01'), supported('2026-02-01'), found('2026-03-01')],
      'notMet',
    ],
  ])('%s', (_, records, state) => {
    expect(judged(registered(), ...(records as LedgerRecord[])).state).toBe(state)
  })

  it('转走以后认定的不算本村的,转走以前的算', () => {
    const away = aRecord('transfer-acceptance', 'p1', '2026-03-10', { fromArea: AREA })
    expect(judged(...base, away, found('2026-03-09')).state).toBe('notMet')
    expect(judged(...base, away, found('2026-03-10')).state).toBe('met')
  })
})

describe('检测结论', () => {
  it('结论说的是哪次检测,就只算哪次', () => {
    const early = test('2026-02-01')
    const late = test('2026-05-01')
    const covered = aRecord('relapse', 'p1', '2026-02-10', { usedOn: '2026-01-31' })
    // The early one is covered by the finding; the late one is confirmed by itself.
    expect(judged(...base, early, covered, late, outcome(late, '2026-05-03')).missing).toEqual([
      { code: 'relapse', subjectId: 'p1', period: '2026-02-10' },
      { code: 'relapse', subjectId: 'p1', period: '2026-05-03' },
    ])
  })

  it('结论说的检测没有记录,另有认定的按认定,没有的不算', () => {
    expect(judged(...base, outcome('nowhere', '2026-05-03')).state).toBe('met')
    expect(judged(...base, found('2026-03-01'), outcome('nowhere', '2026-05-03')).missing).toEqual([
      { code: 'relapse', subjectId: 'p1', period: '2026-03-01' },
    ])
  })

  it('认定还在等核对的,阳性还要结论', () => {
    const waiting = aRecord('relapse', 'p1', '2026-03-12', { usedOn: '2026-03-08' }, pending)
    expect(judged(...base, test('2026-03-10'), waiting)).toMatchObject({
      state: 'undetermined',
      missing: [{ code: 'relapsePending' }, { code: 'testOutcome', period: '2026-03-10' }],
    })
  })

  it.each([
    ['阴性不用结论', test('2026-03-10', 'negative'), 'met'],
    ['无效不用结论', test('2026-03-10', 'invalid'), 'met'],
    ['阴性等核对也不用结论', test('2026-03-10', 'negative', pending), 'met'],
    ['阳性要结论', test('2026-03-10'), 'undetermined'],
  ])('%s', (_, record, state) => {
    expect(judged(...base, record).state).toBe(state)
  })

  it('登记那天的阳性要结论,登记以前的不要', () => {
    const here = [registered('2026-03-10'), supported('2025-01-01')]
    expect(judged(...here, test('2026-03-10')).state).toBe('undetermined')
    expect(judged(...here, test('2026-03-09')).state).toBe('met')
  })

  it('满三年的人不再要结论', () => {
    const since = aRecord('abstinence-start', 'p1', '2025-06-01', { abstinentSince: '2023-05-01' })
    expect(judged(...base, since, test('2026-03-10')).state).toBe('met')
  })
})
