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
