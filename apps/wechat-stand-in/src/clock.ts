const DAY_MS = 86_400_000
const CHINA_OFFSET_MS = 8 * 3_600_000

/** Time as the platform sees it. Tests move it; nothing else in the stand-in asks for the time. */
export class StandInClock {
  #offset = 0
  #frozenAt: number | null = null

  constructor(private readonly base: () => number) {}

  now(): number {
    return this.#frozenAt ?? this.base() + this.#offset
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  advance(ms: number): void {
    if (this.#frozenAt !== null) this.#frozenAt += ms
    else this.#offset += ms
  }

  setTo(ms: number, freeze = false): void {
    if (freeze) {
      this.#frozenAt = ms
      return
    }
    this.#frozenAt = null
    this.#offset = ms - this.base()
  }

  reset(): void {
    this.#offset = 0
    this.#frozenAt = null
  }

  /** Minute quotas start again with each full minute. */
  minute(): number {
    return Math.floor(this.now() / 60_000)
  }

  /** Daily quotas start again at midnight in China, which has no summer time. */
  chinaDay(): number {
    return Math.floor((this.now() + CHINA_OFFSET_MS) / DAY_MS)
  }
}
