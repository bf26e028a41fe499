import { sha256 } from './crypto/sealer.js'

/** A UUID (version 8) made from what it stands for: whoever makes it makes the same one. */
export function derivedId(...parts: readonly (string | number)[]): string {
  const hex = sha256(JSON.stringify(parts))
  const variant = ((Number.parseInt(hex[16] as string, 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
