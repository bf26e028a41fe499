/** Counts by key in fixed windows of time; a window that is over is forgotten as a whole, so nothing piles up. */
export class WindowCounter {
  private window = -1
  private counts = new Map<string, number>()

  constructor(private readonly windowMs: number) {}

  /** @returns how often the key came in the present window, this time included */
  count(key: string, now: Date): number {
    const window = Math.floor(now.getTime() / this.windowMs)
    if (window !== this.window) {
      this.window = window
      this.counts = new Map()
    }
    const next = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, next)
    return next
  }
}
