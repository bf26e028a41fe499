/** Computes once, when first asked; a failure is not kept. */
export function lazy<T>(compute: () => T): () => T {
  let value: T | undefined
  let isKnown = false
  return () => {
    if (!isKnown) {
      value = compute()
      isKnown = true
    }
    return value as T
  }
}

/** Remembers what a function gave for each key. */
export function remembered<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    let value = known.get(key)
    if (value === undefined) {
      value = compute(key)
      known.set(key, value)
    }
    return value
  }
}
