import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const registered = aRecord('person-registration', 'p1', '2025-01-01')
const supported = aRecord('person-status', 'p1', '2025-01-01')
const base = [registered, supported]
const relapse = (foundOn: string, usedOn = foundOn, envelope = {}) =>
  aRecord('relapse', 'p1', foundOn, { usedOn }, envelope)
const positive = aRecord('urine-test', 'p1', '2026-03-10', { result: 'positive' })
const outcome = (value: string, on = '2026-03-12') =>
  aRecord('test-outcome', 'p1', on, { test: positive.id, outcome: value })
const judged = (records: LedgerRecord[], asOf = '2026-06-30', head = {}) =>
  partOf('S2.relapse', records, asOf, head)

describe('没有复吸现象 — 三(二)2', () => {
  it('没有认定就达标,没有帮扶对象也一样', () => {
    expect(judged(base)).toMatchObject({ state: 'met', missing: [] })
    expect(judged([registered]).state).toBe('met')
    expect(judged([aRecord('roster-confirmation', '', '2026-05-31')]).state).toBe('met')
  })

  it('名册没确认过、一个人也没登记,待判定', () => {
    expect(judged([])).toMatchObject({ state: 'undetermined', reason: 'rosterNotConfirmed' })
  })

  it.each([
    ['2025-12-31', 'met'],
    ['2026-01-01', 'notMet'],
    ['2026-06-30', 'notMet'],
    ['2026-07-01', 'met'],
  ])('在%s认定的,2026年上半年%s', (foundOn, state) => {
    expect(judged([...base, relapse(foundOn)]).state).toBe(state)
  })

  it('按认定的日期算,不按使用的日期', () => {
    expect(judged([...base, relapse('2026-01-05', '2025-12-20')])).toMatchObject({
      state: 'notMet',
      mendable: false,
      next: { code: 'cannotMend' },
      missing: [{ code: 'relapse', subjectId: 'p1', period: '2026-01-05' }],
    })
  })

  it('等第二个人核对时待判定,退回后就没有了', () => {
    const pending = relapse('2026-03-01', undefined, { reviewState: 'pending' })
    expect(judged([...base, pending])).toMatchObject({
      state: 'undetermined',
      reason: 'awaitingReview',
      mendable: false,
    })
    expect(judged([...base, { ...pending, reviewState: 'returned' }]).state).toBe('met')
    expect(judged([...base, { ...pending, reviewState: 'voided' }]).state).toBe('met')
  })

  it('今年从来不是帮扶对象的人不算', () => {
    const ended = aRecord('person-status', 'p1', '2025-12-31', {
      status: 'imprisoned',
      presence: null,
      sentenceMonths: 6,
    })
    const stillHere = aRecord('person-status', 'p1', '2026-01-02', {
      status: 'imprisoned',
      presence: null,
      sentenceMonths: 6,
    })
    expect(judged([...base, ended, relapse('2026-03-01')]).state).toBe('met')
    expect(judged([...base, stillHere, relapse('2026-03-01')]).state).toBe('notMet')
  })

  it('登记到本村以前认定的不算本村的', () => {
    const late = aRecord('person-registration', 'p1', '2026-03-02')
    expect(judged([late, supported, relapse('2026-03-01')]).state).toBe('met')
    expect(judged([late, supported, relapse('2026-03-02')]).state).toBe('notMet')
  })

  it('阳性没有结论是待判定,可以补', () => {
    expect(judged([...base, positive])).toMatchObject({
      state: 'undetermined',
      mendable: true,
      next: { code: 'recordOutcome' },
      missing: [{ code: 'testOutcome', subjectId: 'p1', period: '2026-03-10' }],
    })
  })

  it.each([
    ['prescription', 'met'],
    ['not-use', 'met'],
    ['confirmed-use', 'notMet'],
  ])('结论是%s的,%s', (value, state) => {
    expect(judged([...base, positive, outcome(value)]).state).toBe(state)
  })

  it('结论和认定说的是同一件事,只算一次', () => {
    const found = relapse('2026-03-12', '2026-03-08')
    expect(judged([...base, positive, found]).missing).toHaveLength(1)
    expect(judged([...base, positive, found, outcome('confirmed-use')]).missing).toHaveLength(1)
  })

  it('等人核对的结论还不算', () => {
    expect(judged([...base, positive, { ...outcome('prescription'), reviewState: 'pending' }]).state).toBe(
      'undetermined',
    )
  })

  it('去年没有结论的阳性,今年还要结论', () => {
    const last = aRecord('urine-test', 'p1', '2025-12-30', { result: 'positive' })
    expect(judged([...base, last], '2026-01-31').state).toBe('undetermined')
    expect(judged([...base, last], '2026-01-31', { startOn: '2026-01-01' }).state).toBe('met')
  })
})
