import { describe, expect, it } from '@jest/globals'
import type { PartId } from '../scorecard.ts'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const sweep = (on: string, scope = 'whole-village') => aRecord('sweep', '', on, { scope })
const listed = (on: string, payload = {}) => aRecord('key-person', 'k1', on, payload)
const checked = (on: string) => aRecord('verification', 'k1', on)

describe.each(['S6', 'M5'] as PartId[])('%s 重点人员 — 三(二)6、三(三)5', (id) => {
  it.each([
    ['没有走访核对', [], '2026-06-30', 'undetermined'],
    ['第92天', [sweep('2026-03-30')], '2026-06-30', 'met'],
    ['第93天', [sweep('2026-03-29')], '2026-06-30', 'undetermined'],
    ['只走了一部分', [sweep('2026-06-01', 'part')], '2026-06-30', 'undetermined'],
    ['登记后第31天', [sweep('2026-06-01'), listed('2026-05-30')], '2026-06-30', 'met'],
    ['登记后第32天', [sweep('2026-06-01'), listed('2026-05-29')], '2026-06-30', 'notMet'],
    ['核实后第31天', [sweep('2026-06-01'), listed('2026-01-01'), checked('2026-05-30')], '2026-06-30', 'met'],
    [
      '核实后第32天',
      [sweep('2026-06-01'), listed('2026-01-01'), checked('2026-05-29')],
      '2026-06-30',
      'notMet',
    ],
    ['没措施第15天', [sweep('2026-06-01'), listed('2026-06-15', { measure: 'none' })], '2026-06-30', 'met'],
    [
      '没措施第16天',
      [sweep('2026-06-01'), listed('2026-06-14', { measure: 'none' })],
      '2026-06-30',
      'notMet',
    ],
    ['没走访但有人没措施', [listed('2026-06-01', { measure: 'none' })], '2026-06-30', 'notMet'],
  ])('%s', (_, records, asOf, state) => {
    expect(partOf(id, records, asOf).state).toBe(state)
  })

  it('没措施的人还在期限内,不算达到也不算没达到', () => {
    const part = partOf(id, [sweep('2026-06-01'), listed('2026-06-15', { measure: 'none' })], '2026-06-30')
    expect(part.denominator).toBeUndefined()
    expect(part.notes).toEqual([{ code: 'inTerm', params: { count: 1 } }])
  })
})
