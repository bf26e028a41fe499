import type { Question } from './prober.js'

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
 * So many questions in random order, each way to ask a route first.
 * @param group what must be there at least once
 */
export function sampleOf(
  all: readonly Question[],
  most: number,
  random: () => number,
  group: (question: Question) => unknown[],
): Question[] {
  const mixed = shuffled(all, random)
  const seen = new Map<unknown, Set<string>>()
  const firsts = mixed.filter((question) => {
    const key = group(question).join()
    const keys = seen.get(question.probe) ?? new Set<string>()
    seen.set(question.probe, keys)
    if (keys.has(key)) return false
    keys.add(key)
    return true
  })
  const chosen = new Set(firsts)
  return shuffled([...firsts, ...mixed.filter((one) => !chosen.has(one))].slice(0, most), random)
}
