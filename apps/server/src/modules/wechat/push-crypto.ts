import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** WeChat pads to 32 bytes, twice the cipher's block: Node's own padding check refuses its messages. */
const PAD_BLOCK = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

export class PushRefused extends Error {}

/** SHA-1 over the sorted parts: token, timestamp, nonce and, in secure mode, the ciphertext. */
export function pushSignature(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

/** Compares in constant time. */
export function signatureMatches(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Opens the ciphertext of a push.
 * @param encodingAesKey 43 characters, as shown in WeChat's console
 * @throws PushRefused when it cannot be opened or was made for another mini-program
 */
export function openPush(encrypted: string, encodingAesKey: string, appid: string): string {
  const padded = decrypt(encrypted, encodingAesKey)
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > PAD_BLOCK || pad > padded.length) throw new PushRefused('pad')
  const full = padded.subarray(0, padded.length - pad)
  const start = RANDOM_BYTES + LENGTH_BYTES
  if (full.length < start) throw new PushRefused('too short')
  const end = start + full.readUInt32BE(RANDOM_BYTES)
  if (end > full.length) throw new PushRefused('length')
  if (full.subarray(end).toString('utf8') !== appid) throw new PushRefused('another mini-program')
  return full.subarray(start, end).toString('utf8')
}

function decrypt(encrypted: string, encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new PushRefused('ciphertext length')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}
