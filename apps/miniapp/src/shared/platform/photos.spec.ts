import { fitted } from './photos'

test('a photo is made small enough for a slow network, and never larger than it is', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  expect(fitted(1600, 900)).toEqual({ width: 1600, height: 900 })
  expect(fitted(320, 240)).toEqual({ width: 320, height: 240 })
  expect(fitted(20_000, 3)).toEqual({ width: 1600, height: 1 })
})
