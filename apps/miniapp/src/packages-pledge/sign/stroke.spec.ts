import { createPen, isTooShort, type Point, type Stroke, strokeImage } from './stroke'

const zigzag = (count: number, step: number): Point[] =>
  Array.from({ length: count }, (_, index) => [20 + index * step, index % 2 === 0 ? 40 : 160, index * 16])
const on = (lines: Point[][]): Stroke => ({ width: 343, height: 220, lines })

test('a name is a name', () => {
  expect(isTooShort(on([zigzag(20, 10)]))).toBe(false)
})

test.each([
  ['nothing', []],
  ['one dot', [[[10, 10, 0]]]],
  [
    'dots without a line',
    Array.from({ length: 12 }, (_, index): Point[] => [[index * 25, index * 15, index]]),
  ],
  ['a dash', [Array.from({ length: 12 }, (_, index): Point => [100 + index * 5, 100, index])]],
  [
    'a scribble as large as a fingertip',
    [Array.from({ length: 40 }, (_, index): Point => [100 + (index % 2) * 12, 100 + (index % 3) * 9, index])],
  ],
] as [string, Point[][]][])('%s is a slip of the finger', (_, lines) => {
  expect(isTooShort(on(lines))).toBe(true)
})

test('the pen counts time from the first touch and leaves out what does not move', () => {
  const pen = createPen()
  pen.begin(10, 10, 5_000)
  expect(pen.move(10.4, 10.4, 5_010)).toBeNull()
  expect(pen.move(20, 10, 5_020)).toEqual({ from: [10, 10, 0], to: [20, 10, 20] })
  pen.end()
  expect(pen.move(30, 30, 5_030)).toBeNull()
  pen.begin(5, 5, 5_100)
  expect(pen.lines()).toEqual([
    [
      [10, 10, 0],
      [20, 10, 20],
    ],
    [[5, 5, 100]],
  ])
})

test('writing anew starts from nothing', () => {
  const pen = createPen()
  pen.begin(1, 1, 100)
  pen.clear()
  expect(pen.lines()).toEqual([])
  pen.begin(2, 2, 900)
  expect(pen.lines()).toEqual([[[2, 2, 0]]])
})

test('the picture shows the lines and no words', () => {
  const image = decodeURIComponent(strokeImage(on([zigzag(3, 10)])))
  expect(image).toContain('M20 40L30 160L40 40')
  expect(image).not.toContain('<text')
})
