import { cardOfDay } from './view-model'

test('the card changes with the day and with the tap, and never runs out', () => {
  expect(cardOfDay('2026-01-01', 10, 0)).toBe(0)
  expect(cardOfDay('2026-01-02', 10, 0)).toBe(1)
  expect(cardOfDay('2026-01-02', 10, 9)).toBe(0)
  expect(cardOfDay('2025-12-31', 10, 0)).toBe(9)
})
