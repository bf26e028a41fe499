import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** WeChat pads to 32 bytes, twice the cipher's block, so a pad may be 1…32. */
const PAD_BLOCK = 32
const RANDOM_BYTES = 16
const LENGTH_BYTES = 4

export class PushCryptoError extends Error {}

export type OpenedMessage = { message: string; appid: string; random: Buffer; pad: number }

/** sha1 over the sorted parts: token, timestamp, nonce and, for `msg_signature`, the ciphertext. */
export function sign(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

export function decodeAesKey(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw new PushCryptoError('EncodingAESKey must be 43 letters and digits')
  }
  return Buffer.from(`${encodingAesKey}=`, 'base64')
}

export type SealOptions = {
  encodingAesKey: string
  appid: string
  /** 16 bytes; random unless a known answer is wanted */
  random?: Buffer
  /** replaces the byte that tells the pad's length: makes a message every receiver must refuse */
  padByte?: number
}

export function seal(message: string, { encodingAesKey, appid, random, padByte }: SealOptions): string {
  const key = decodeAesKey(encodingAesKey)
  const body = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([random ?? randomBytes(RANDOM_BYTES), length, body, Buffer.from(appid, 'utf8')])
  const pad = padOf(plain.length)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(pad, padByte ?? pad)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

export function open(encrypted: string, encodingAesKey: string): OpenedMessage {
  const key = decodeAesKey(encodingAesKey)
  const bytes = Buffer.from(encrypted, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) throw new PushCryptoError('ciphertext length')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const pad = padded[padded.length - 1] ?? 0
  if (pad < 1 || pad > PAD_BLOCK || pad > padded.length) throw new PushCryptoError('pad')
  const full = padded.subarray(0, padded.length - pad)
  const start = RANDOM_BYTES + LENGTH_BYTES
  if (full.length < start) throw new PushCryptoError('message too short')
  const length = full.readUInt32BE(RANDOM_BYTES)
  if (start + length > full.length) throw new PushCryptoError('message length')
  return {
    message: full.subarray(start, start + length).toString('utf8'),
    appid: full.subarray(start + length).toString('utf8'),
    random: full.subarray(0, RANDOM_BYTES),
    pad,
  }
}

/** Pad a message of so many bytes will get. */
export function padOf(plainLength: number): number {
  return PAD_BLOCK - (plainLength % PAD_BLOCK)
}

/** Spaces behind a JSON text until its pad is wider than the cipher's own block, which common padding code refuses. */
export function widenPad(message: string, appid: string): string {
  let text = message
  while (padOf(RANDOM_BYTES + LENGTH_BYTES + Buffer.byteLength(text + appid)) <= 16) text += ' '
  return text
}
