/** JSON with keys in code-unit order and no white space: equal content gives equal bytes, so it can be hashed. */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value))

function inOrder(value: unknown): unknown {
  if (!isObject(value)) return value
  if (typeof value.toJSON === 'function') return inOrder(value.toJSON())
  if (Array.isArray(value)) return value.some(isObject) ? value.map(inOrder) : value
  // Without a prototype `__proto__` is a key like any other.
  const ordered: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(value).sort()) ordered[key] = inOrder(value[key])
  return ordered
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object'
