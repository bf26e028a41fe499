import { showHigh, showLow, showRate } from './interval'

test('a rate is never rounded up', () => {
  expect(showRate(0.9496)).toBe('94.9%')
  expect(showRate(0.95)).toBe('95%')
  expect(showRate(0.29)).toBe('29%')
  expect(showRate(1)).toBe('100%')
})

test('an interval is widened, never narrowed', () => {
  expect([showLow(0.92749), showHigh(0.98101)]).toEqual(['92.7%', '98.2%'])
  expect([showLow(0), showHigh(1)]).toEqual(['0%', '100%'])
})
