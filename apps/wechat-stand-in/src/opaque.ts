import { randomBytes } from 'node:crypto'

/** Random letters, digits, - and _, as the platform's opaque values look. */
export function opaque(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}
