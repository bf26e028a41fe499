/** Where a list goes on: opaque to the client, a position and not a page number, so that new rows do not shift it. */
export const cursorOf = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url')

/** Positions are ids, codes, dates and numbers; anything else would meet a column of another character set. */
const PLAIN = /^[\x20-\x7e]*$/

/** @returns no parts when the cursor is absent or was tampered with: the list then starts at its beginning */
export function readCursor(cursor: string | undefined, length: number): string[] {
  if (cursor === undefined) return []
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isSound =
      Array.isArray(parts) &&
      parts.length === length &&
      parts.every((part) => typeof part === 'string' && PLAIN.test(part))
    return isSound ? (parts as string[]) : []
  } catch {
    return []
  }
}
