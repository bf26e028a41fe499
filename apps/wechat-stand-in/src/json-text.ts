const MARK = '\u0001'

/** `JSON.stringify` that writes a bigint as bare digits, as 64-bit ids stand in WeChat's answers. */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? `${MARK}${item}${MARK}` : item,
  )
  return text.replace(/"\\u0001(\d+)\\u0001"/g, '$1')
}
