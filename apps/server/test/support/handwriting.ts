import type { StrokeIn } from '../../src/modules/pledges/pledges.dto.js'

type Point = number[]

/** Three characters' worth of short lines, like a name written with a finger. */
export function handwriting(width = 343, height = 220): StrokeIn {
  const lines: Point[][] = []
  let time = 0
  for (let character = 0; character < 3; character++) {
    const left = width * (0.12 + character * 0.26)
    const size = width * 0.2
    for (let bar = 0; bar < 4; bar++) {
      const isFlat = bar % 2 === 0
      const offset = 0.2 + 0.2 * bar
      lines.push(
        Array.from({ length: 9 }, (_, step): Point => {
          time += 16
          const along = (step / 8) * size
          const x = left + (isFlat ? along : size * offset)
          const y = height * 0.25 + (isFlat ? size * offset : along)
          return [Math.round(x * 10) / 10, Math.round(y * 10) / 10, time]
        }),
      )
      time += 120
    }
  }
  return { width, height, lines }
}
