import { setImmediate } from 'node:timers/promises'

/** How long a document may keep the process to itself before requests get their turn, milliseconds. */
const STRETCH_MS = 12

/** Lets other work in between while a long document is drawn. */
export class Pace {
  private since = performance.now()

  async breathe(): Promise<void> {
    if (performance.now() - this.since < STRETCH_MS) return
    await setImmediate()
    this.since = performance.now()
  }
}
