import { expect, test } from '@jest/globals'
import type { PolicyValue } from '@/shared/api'
import { checkDraft, draftIn, emptyDraft, entryOf, hintOf, sentValue } from './view-model'

const value = (id: string, form: PolicyValue['form'], present: unknown): PolicyValue => ({
  id,
  meaning: id,
  clause: '三(二)7',
  source: 'notice',
  sourceText: '',
  form,
  value: present,
  text: '',
  next: [],
})
const TIMES: PolicyValue['form'] = { type: 'number', unit: '次', least: 1, most: 31, scale: 1 }
const POINTS: PolicyValue['form'] = {
  type: 'numbers',
  parts: [
    { key: 'a', label: '甲' },
    { key: 'b', label: '乙' },
  ],
  total: 10_000,
  unit: '分',
  least: 0,
  most: 10_000,
  scale: 100,
}
const YES: PolicyValue['form'] = {
  type: 'choice',
  options: [
    { value: true, label: '算' },
    { value: false, label: '不算' },
  ],
}

test('a value goes through the fields and comes out as it was', () => {
  for (const [form, present] of [
    [TIMES, 4],
    [POINTS, { a: 4_050, b: 5_950 }],
    [YES, false],
    [{ type: 'several', options: [{ value: 'x', label: 'x' }] }, ['x']],
    [
      { type: 'schedule', parts: [{ key: 'k', label: 'k' }], options: [{ value: 12, label: '12' }] },
      { k: [12, 0, 0] },
    ],
  ] as [PolicyValue['form'], unknown][])
    expect(sentValue(form, entryOf(form, present))).toEqual(present)
})

test('points are typed as people say them', () => {
  expect(entryOf(POINTS, { a: 4_050, b: 5_950 })).toEqual({ a: '40.5', b: '59.5' })
  expect(hintOf(POINTS, { a: '40', b: '59' })).toBe('合计99分，要正好100分')
  expect(sentValue(POINTS, { a: '40', b: '59' })).toBeUndefined()
})

test.each(['', '0', '32', '4.5', '四', '-1'])('“%s” times is no number of times', (typed) => {
  expect(sentValue(TIMES, typed)).toBeUndefined()
})

test('says what is missing, and sends only what was chosen', () => {
  const values = [value('times', TIMES, 4), value('points', POINTS, {})]
  const form = emptyDraft('2026-12-01')
  expect(checkDraft(form, values).map(({ field }) => field)).toEqual(['basis', 'pick'])
  const filled = { ...form, basis: ' 陆禁毒办〔示例〕5号 ', entries: { times: '5' } }
  expect(checkDraft(filled, values)).toEqual([])
  expect(draftIn(filled, values, 2)).toEqual({
    version: 2,
    effectiveOn: '2026-12-01',
    basis: '陆禁毒办〔示例〕5号',
    changes: [{ id: 'times', value: 5 }],
  })
  expect(checkDraft({ ...filled, entries: { times: '40' } }, values)).toEqual([
    { field: 'times', text: 'times：1到31次' },
  ])
})
