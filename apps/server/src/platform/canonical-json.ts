/** JSON with keys in code-unit order and no white space: equal content gives equal bytes, so it can be hashed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, nested: unknown) => {
    if (nested === null || typeof nested !== 'object' || Array.isArray(nested)) return nested
    const entries = Object.entries(nested as Record<string, unknown>).filter(([, item]) => item !== undefined)
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
