import { describe, expect, it } from 'vitest'
import { handwriting } from '../../../test/support/handwriting.js'
import { type Stroke, strokeFault } from './stroke.js'

const canvas = { width: 343, height: 220 }
const line = (...points: [number, number][]): number[][] => points.map(([x, y], index) => [x, y, index * 16])
const rows = (count: number, left: number, right: number, top: number, bottom: number): number[][][] => [
  Array.from({ length: count * 2 }, (_, index) => {
    const row = Math.floor(index / 2)
    const isRight = (row + index) % 2 === 1
    return [isRight ? right : left, top + ((bottom - top) * row) / (count - 1), index * 8]
  }),
]

describe('strokeFault', () => {
  it.each<[string, Stroke]>([
    ['a name', handwriting()],
    ['a name on a landscape canvas', handwriting(667, 300)],
    ['a small name in the middle', { width: 686, height: 440, lines: handwriting().lines }],
    [
      'a name that slides off the edge',
      {
        ...canvas,
        lines: handwriting().lines.map((one) => one.map(([x = 0, y = 0, t = 0]) => [x + 80, y, t])),
      },
    ],
  ])('accepts %s', (_, stroke) => {
    expect(strokeFault(stroke)).toBeUndefined()
  })

  it.each<[string, Stroke, string]>([
    ['an empty canvas', { ...canvas, lines: [] }, 'STROKE_BLANK'],
    ['lines without points', { ...canvas, lines: [[], []] }, 'STROKE_BLANK'],
    ['a dot', { ...canvas, lines: [line([100, 100])] }, 'STROKE_TOO_SHORT'],
    [
      'a finger that rests and trembles',
      {
        ...canvas,
        lines: [line(...Array.from({ length: 60 }, (_, i): [number, number] => [100 + (i % 3), 100]))],
      },
      'STROKE_TOO_SHORT',
    ],
    [
      'many dots far apart',
      { ...canvas, lines: Array.from({ length: 12 }, (_, i) => line([20 + i * 25, 20 + i * 15])) },
      'STROKE_TOO_SHORT',
    ],
    [
      'one straight line',
      {
        ...canvas,
        lines: [line(...Array.from({ length: 30 }, (_, i): [number, number] => [20 + i * 10, 110]))],
      },
      'STROKE_TOO_SHORT',
    ],
    ['a tick', { ...canvas, lines: [line([100, 100], [120, 130], [160, 90])] }, 'STROKE_TOO_SHORT'],
    ['a canvas painted over', { ...canvas, lines: rows(60, 0, 343, 0, 220) }, 'STROKE_FILLED'],
    ['a blackened block', { ...canvas, lines: rows(80, 100, 220, 60, 160) }, 'STROKE_FILLED'],
    [
      'an endless scribble',
      { ...canvas, lines: Array(9).fill(rows(450, 100, 220, 60, 160)[0]) },
      'STROKE_FILLED',
    ],
  ])('refuses %s', (_, stroke, fault) => {
    expect(strokeFault(stroke)).toBe(fault)
  })
})
