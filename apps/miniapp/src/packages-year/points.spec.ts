import { scoreIn, scoreText } from './points'

test.each([
  ['4', 400, 400],
  ['3.5', 400, 350],
  [' 0.25 ', 400, 25],
  ['4.01', 400, null],
  ['3.555', 400, null],
  ['-1', 400, null],
  ['', 400, null],
  ['四', 400, null],
])('分数 %j，满分 %d', (text, weight, points) => {
  expect(scoreIn(text, weight)).toBe(points)
})

test('写出来的分数没有多余的零', () => {
  expect([400, 350, 25, 0].map(scoreText)).toEqual(['4', '3.5', '0.25', '0'])
})
