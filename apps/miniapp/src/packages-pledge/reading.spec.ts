import { endReading, isReadThrough, readSeconds, startReading } from './reading'

test('only what was read to its end may be signed', () => {
  startReading('p1', 'h1', 1_000)
  expect(isReadThrough('p1', 'h1')).toBe(false)
  endReading(61_000)
  endReading(99_000)
  expect(isReadThrough('p1', 'h1')).toBe(true)
  expect(readSeconds('p1')).toBe(60)
  startReading('p1', 'h1', 120_000)
  expect(isReadThrough('p1', 'h1')).toBe(true)
})

test('another wording is another text to read', () => {
  startReading('p1', 'h2', 1_000)
  expect(isReadThrough('p1', 'h1')).toBe(false)
  expect(isReadThrough('p1', 'h2')).toBe(false)
  expect(readSeconds('p2')).toBeUndefined()
})
