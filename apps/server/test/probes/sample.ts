/** mulberry32: the same numbers for the same seed. @returns numbers from 0 up to, and without, 1 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const mixed = [...all]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}

/**
 * So many in random order, one of every group first.
 * @param group what tells groups apart, outermost first
 */
export function sampleOf<T>(
  all: readonly T[],
  most: number,
  random: () => number,
  group: (one: T) => readonly unknown[],
): T[] {
  const isFirst = firstOfItsGroup()
  const mixed = shuffled(all, random)
  const firsts = new Set(mixed.filter((one) => isFirst(group(one))))
  return shuffled([...firsts, ...mixed.filter((one) => !firsts.has(one))].slice(0, most), random)
}

type Level = Map<unknown, Level>

function firstOfItsGroup(): (keys: readonly unknown[]) => boolean {
  const seen: Level = new Map()
  return (keys) => {
    let level = seen
    let isFirst = false
    for (const key of keys) {
      isFirst = !level.has(key)
      const next: Level = level.get(key) ?? new Map()
      level.set(key, next)
      level = next
    }
    return isFirst
  }
}
