/** A handwritten name: lines of points `[x, y, milliseconds since the first]` on a pad of that size. */
export type Point = [x: number, y: number, t: number]
export type Stroke = { width: number; height: number; lines: Point[][] }

/** The same bounds as the server's, so that nobody is refused only after he has sent. */
const MIN_EXTENT = 0.12
const MIN_LENGTH = 0.8
const MIN_POINTS = 8
/** More than this is no name; the pen then drops what comes closest together. */
const MAX_POINTS = 6_000
const MIN_STEP = 1.5

export type Pen = {
  begin(x: number, y: number, atMs: number): void
  /** The segment to draw, or null when the finger has hardly moved. */
  move(x: number, y: number, atMs: number): { from: Point; to: Point } | null
  end(): void
  clear(): void
  lines(): Point[][]
}

/** Collects what the finger writes. */
export function createPen(): Pen {
  let lines: Point[][] = []
  let line: Point[] | null = null
  let startedAt: number | null = null
  let points = 0

  const point = (x: number, y: number, atMs: number): Point => {
    startedAt ??= atMs
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10, Math.max(0, Math.round(atMs - startedAt))]
  }
  return {
    begin(x, y, atMs) {
      line = [point(x, y, atMs)]
      lines.push(line)
      points += 1
    },
    move(x, y, atMs) {
      const from = line?.[line.length - 1]
      if (!line || !from || points >= MAX_POINTS) return null
      if (Math.hypot(x - from[0], y - from[1]) < MIN_STEP) return null
      const to = point(x, y, atMs)
      line.push(to)
      points += 1
      return { from, to }
    },
    end() {
      line = null
    },
    clear() {
      lines = []
      line = null
      startedAt = null
      points = 0
    },
    lines: () => lines.filter((one) => one.length > 0).map((one) => [...one]),
  }
}

/** Whether this is a name, or a slip of the finger. */
export function isTooShort({ width, height, lines }: Stroke): boolean {
  const points = lines.flat()
  if (points.length < MIN_POINTS) return true
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values)
  // A dot beside a line is part of a name: the box is that of what was drawn, not of single touches.
  const drawn = lines.filter((line) => line.length > 1).flat()
  if (drawn.length === 0) return true
  if (extent(drawn.map(([x]) => x)) < MIN_EXTENT * width) return true
  if (extent(drawn.map(([, y]) => y)) < MIN_EXTENT * height) return true
  let length = 0
  for (const line of lines)
    line.forEach(([x, y], index) => {
      const before = line[index - 1]
      if (before) length += Math.hypot(x - before[0], y - before[1])
    })
  return length < MIN_LENGTH * Math.min(width, height)
}

/** The name as a picture, for looking at it once more before it is sent. */
export function strokeImage({ width, height, lines }: Stroke): string {
  const path = lines
    .map((line) => line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path d="${path}" fill="none" stroke="#101A24" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
