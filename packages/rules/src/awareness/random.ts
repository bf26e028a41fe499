/** A small, fast, seeded generator (sfc32 over an xmur3 hash): the same seed gives the same numbers everywhere. */
export type Random = {
  /** A whole number, 0 ≤ n < bound, every one equally likely. */
  below: (bound: number) => number
  /** A new array in random order. */
  shuffle: <T>(items: readonly T[]) => T[]
}

const UINT32 = 0x1_0000_0000

function seedsOf(text: string): [number, number, number, number] {
  let hash = 1779033703 ^ text.length
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  const next = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    hash ^= hash >>> 16
    return hash >>> 0
  }
  return [next(), next(), next(), next()]
}

export function randomOf(seed: string): Random {
  let [a, b, c, d] = seedsOf(seed)
  const uint32 = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) uint32()
  const below = (bound: number): number => {
    // Numbers at or above the last whole multiple of bound would favour the small results.
    const limit = UINT32 - (UINT32 % bound)
    let value = uint32()
    while (value >= limit) value = uint32()
    return value % bound
  }
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = items.slice()
    for (let last = shuffled.length - 1; last > 0; last--) {
      const pick = below(last + 1)
      const item = shuffled[last]!
      shuffled[last] = shuffled[pick]!
      shuffled[pick] = item
    }
    return shuffled
  }
  return { below, shuffle }
}
