import type { PledgeSignatureBody } from '../../modules/pledges/pledges.dto.js'
import { pick } from './seed-ids.js'

const CANVAS = { width: 600, height: 300 }

/** Three drawn characters that mean nothing: nobody's handwriting is invented. */
export function syntheticStroke(name: string): PledgeSignatureBody['stroke'] {
  const lines: number[][][] = []
  let time = 0
  for (let character = 0; character < 3; character++) {
    const left = 50 + character * 180
    for (let stroke = 0; stroke < 4; stroke++) {
      const seed = `stroke:${name}:${character}:${stroke}`
      const from = { x: left + pick(`${seed}:x`, 40), y: 60 + stroke * 45 + pick(`${seed}:y`, 20) }
      const to = stroke % 2 === 0 ? { x: left + 130, y: from.y + 10 } : { x: from.x + 30, y: 230 }
      const line: number[][] = []
      for (let step = 0; step <= 6; step++) {
        const share = step / 6
        line.push([
          Math.round(from.x + (to.x - from.x) * share + pick(`${seed}:${step}`, 5)),
          Math.round(from.y + (to.y - from.y) * share + pick(`${seed}:${step}:y`, 5)),
          time,
        ])
        time += 18
      }
      lines.push(line)
      time += 90
    }
  }
  return { ...CANVAS, lines }
}
