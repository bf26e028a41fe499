import type { Households } from '@/shared/api'
import { householdRows, numbersIn, sizeIn } from './view-model'

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

test('who is missing is told by number; what was revoked is missing again', () => {
  const missing = householdRows(village, '2026-11-23', true)
  expect(missing.map(({ name }) => name)).toEqual(['3号', '4号'])
  const all = householdRows(village, '2026-11-23', false)
  expect(all.map(({ chip }) => chip.text)).toEqual([
    '手机上签好了',
    '11月20日签的纸质',
    '还没签',
    '已撤回，要重新签',
  ])
  expect(all.map(({ isOpen }) => isOpen)).toEqual([false, false, true, false])
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
