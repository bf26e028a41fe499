/** China Standard Time is UTC+8 all year; the programme's days are its civil days. */
const CHINA_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The only source of the present moment. Tests give a fixed one. */
export abstract class Clock {
  abstract now(): Date

  /** Today's civil date in China, `YYYY-MM-DD`. */
  today(): string {
    return chinaDate(this.now())
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super()
  }

  now(): Date {
    return new Date(this.instant)
  }

  set(instant: Date | string): void {
    this.instant = new Date(instant)
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds)
  }
}

/** The day asked for last: a request asks for the same one many times. */
let known = { day: Number.NaN, text: '' }

/** Civil date in China of an instant. */
export function chinaDate(instant: Date): string {
  const there = instant.getTime() + CHINA_OFFSET_MS
  const day = Math.floor(there / DAY_MS)
  if (day !== known.day) known = { day, text: new Date(there).toISOString().slice(0, 10) }
  return known.text
}
