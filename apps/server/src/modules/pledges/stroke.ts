import type { ErrorCode } from '../../platform/errors/error-codes.js'

/** A handwritten name: lines of points `[x, y, milliseconds since the first]` on a canvas. */
export type Stroke = {
  width: number
  height: number
  lines: readonly (readonly (readonly number[])[])[]
}

/** Below these shares of the canvas it is a slip of the finger. */
const MIN_EXTENT = 0.12
const MIN_LENGTH = 0.8
const MIN_POINTS = 8
/** Above these it is a surface, not writing. */
const MAX_COVERED = 0.85
const MAX_DENSITY = 1
const MAX_POINTS = 8_000
/** The pen is about this share of the shorter side wide. */
const PEN = 1 / 70
const COLUMNS = 24
const ROWS = 12

type Segment = { x: number; y: number; toX: number; toY: number; length: number }

/** What keeps a stroke from being a signature; undefined when it is one. */
export function strokeFault(
  stroke: Stroke,
): Extract<ErrorCode, 'STROKE_BLANK' | 'STROKE_TOO_SHORT' | 'STROKE_FILLED'> | undefined {
  const points = stroke.lines.reduce((sum, line) => sum + line.length, 0)
  if (points === 0) return 'STROKE_BLANK'
  if (points > MAX_POINTS) return 'STROKE_FILLED'
  const segments = segmentsOf(stroke)
  const length = segments.reduce((sum, segment) => sum + segment.length, 0)
  const box = boxOf(segments)
  const shorter = Math.min(stroke.width, stroke.height)
  const isSmall = box.width < MIN_EXTENT * stroke.width || box.height < MIN_EXTENT * stroke.height
  if (points < MIN_POINTS || isSmall || length < MIN_LENGTH * shorter) return 'STROKE_TOO_SHORT'
  const inkOverBox = (length * PEN * shorter) / (box.width * box.height)
  if (inkOverBox > MAX_DENSITY || coveredShare(stroke, segments) > MAX_COVERED) return 'STROKE_FILLED'
  return undefined
}

/** Points that slid off the canvas count at its edge. */
function segmentsOf({ width, height, lines }: Stroke): Segment[] {
  const at = ([x = 0, y = 0]: readonly number[]) => ({
    x: Math.min(Math.max(x, 0), width),
    y: Math.min(Math.max(y, 0), height),
  })
  return lines.flatMap((line) =>
    line.slice(1).map((point, index) => {
      const from = at(line[index] ?? [])
      const to = at(point)
      return { ...from, toX: to.x, toY: to.y, length: Math.hypot(to.x - from.x, to.y - from.y) }
    }),
  )
}

function boxOf(segments: readonly Segment[]): { width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, toX, toY } of segments) {
    left = Math.min(left, x, toX)
    right = Math.max(right, x, toX)
    top = Math.min(top, y, toY)
    bottom = Math.max(bottom, y, toY)
  }
  return { width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

/** Share of the cells of a coarse grid over the canvas that the pen went through. */
function coveredShare({ width, height }: Stroke, segments: readonly Segment[]): number {
  const cells = new Set<number>()
  const step = Math.min(width / COLUMNS, height / ROWS) / 2
  for (const { x, y, toX, toY, length } of segments) {
    const steps = Math.ceil(length / step) || 1
    for (let index = 0; index <= steps; index++) {
      const column = Math.min(COLUMNS - 1, Math.floor(((x + ((toX - x) * index) / steps) / width) * COLUMNS))
      const row = Math.min(ROWS - 1, Math.floor(((y + ((toY - y) * index) / steps) / height) * ROWS))
      cells.add(row * COLUMNS + column)
    }
  }
  return cells.size / (COLUMNS * ROWS)
}
