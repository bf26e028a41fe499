import type { Households } from '@/shared/api'
import { householdRows, numbersIn, paperDays, sizeIn } from './view-model'

const village: Households = {
  areaCode: '441581990201',
  year: 2026,
  size: 4,
  signed: 2,
  numbers: [
    { number: 1, state: 'signed', pledgeId: 'p' },
    { number: 2, state: 'paper', paperOn: '2026-11-20' },
    { number: 3, state: 'open' },
    { number: 4, state: 'revoked' },
  ],
}

const NOW = { today: '2026-11-23', isOver: false }

test('who is missing is told by number; what was revoked is missing again', () => {
  const missing = householdRows(village, NOW, true)
  expect(missing.map(({ name }) => name)).toEqual(['3号', '4号'])
  const all = householdRows(village, NOW, false)
  expect(all.map(({ chip }) => chip.text)).toEqual([
    '手机上签好了',
    '11月20日签的纸质',
    '还没签',
    '已撤回，要重新签',
  ])
  expect(all.map(({ isOpen }) => isOpen)).toEqual([false, false, true, false])
})

test('in a year that has gone nobody signs or gets a slip; what lies on paper is still seen and noted', () => {
  const rows = householdRows(village, { today: '2027-02-03', isOver: true }, false)
  expect(rows.map(({ chip }) => chip.text)).toEqual([
    '手机上签好了',
    '2026年11月20日签的纸质',
    '没签',
    '已撤回',
  ])
  expect(rows.some(({ isOpen, canRenew }) => isOpen || canRenew)).toBe(false)
  expect(rows.map(({ isPaper }) => isPaper)).toEqual([false, true, false, false])
  const missing = householdRows(village, { today: '2027-02-03', isOver: true }, true)
  expect(missing.map(({ number }) => number)).toEqual([3, 4])
})

test('a paper bears a day of its year or of the December before, and none to come', () => {
  expect(paperDays(2026, '2026-11-23')).toEqual({ min: '2025-12-01', max: '2026-11-23' })
  expect(paperDays(2026, '2027-02-03')).toEqual({ min: '2025-12-01', max: '2026-12-31' })
  expect(paperDays(2026, '2026-12-31')).toEqual({ min: '2025-12-01', max: '2026-12-31' })
})

test('numbers are read as people write them', () => {
  expect(numbersIn('3，8，10-12')).toEqual([3, 8, 10, 11, 12])
  expect(numbersIn('5、5 1到2')).toEqual([1, 2, 5])
  for (const wrong of ['', '三号', '0', '9-3', '1-500', '1-60 100-160']) expect(numbersIn(wrong)).toBeNull()
})

test('a count of households is a whole number', () => {
  expect([sizeIn('312'), sizeIn(' 8 '), sizeIn('0'), sizeIn('20001'), sizeIn('约300')]).toEqual([
    312,
    8,
    null,
    null,
    null,
  ])
})
