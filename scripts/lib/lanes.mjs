/**
 * Does pieces of work beside each other: whenever a lane is free, the first of the list whose needs are done.
 * @param {number} lanes how many at once
 * @param {{ name: string, needs?: string[], work: () => Promise<boolean> }[]} pieces the ones that others wait for, or that
 *   take long, first; `needs` name earlier pieces; `work` answers whether it succeeded, and does not throw
 * @returns {Promise<{ failed: string[], left: string[] }>} left: not begun, because something they need has failed
 */
export async function inLanes(lanes, pieces) {
  const waiting = [...pieces]
  const succeeded = new Set()
  const failed = []
  const isReady = ({ needs = [] }) => needs.every((name) => succeeded.has(name))
  const running = new Map()
  for (;;) {
    while (running.size < lanes) {
      const at = waiting.findIndex(isReady)
      if (at === -1) break
      const [{ name, work }] = waiting.splice(at, 1)
      const end = work().then((isGood) => {
        running.delete(name)
        if (isGood) succeeded.add(name)
        else failed.push(name)
      })
      running.set(name, end)
    }
    if (running.size === 0) return { failed, left: waiting.map(({ name }) => name) }
    await Promise.race(running.values())
  }
}
