import { expect, test } from '@jest/globals'
import { monthsUntil } from './view-model'

test('the last six months are offered, this one first, over the turn of the year', () => {
  expect(monthsUntil('2026-02-03').map(({ value }) => value)).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
    '2025-10',
    '2025-09',
  ])
})
