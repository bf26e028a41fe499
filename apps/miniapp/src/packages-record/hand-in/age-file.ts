import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64nopad } from '@scure/base'
import { joined, utf8 } from './bytes'

/** Bytes of chance that one file takes: its key, its one-time secret and its nonce. */
export const AGE_RANDOM_BYTES = 16 + 32 + 16

const CHUNK = 65_536
const TAG = 16

/**
 * A file in the age format (age-encryption.org/v1) for one X25519 recipient. WeChat has no WebCrypto and no streams, so
 * the whole is made in memory; whoever finds the file can read nothing, and changes nothing unnoticed.
 * @param publicKey of the recipient, 32 bytes
 * @param random `AGE_RANDOM_BYTES` fresh bytes; never the same twice
 */
export function ageFile(
  plain: Uint8Array,
  publicKey: Uint8Array,
  random: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (random.length !== AGE_RANDOM_BYTES) throw new RangeError('a file takes 64 bytes of chance')
  const fileKey = random.subarray(0, 16)
  const secret = random.subarray(16, 48)
  const nonce = random.subarray(48)
  return joined(header(fileKey, secret, publicKey), nonce, ...sealedChunks(plain, fileKey, nonce))
}

function header(fileKey: Uint8Array, secret: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const share = x25519.getPublicKey(secret)
  const shared = x25519.getSharedSecret(secret, publicKey)
  const wrap = hkdf(sha256, shared, joined(share, publicKey), utf8('age-encryption.org/v1/X25519'), 32)
  const wrapped = chacha20poly1305(wrap, new Uint8Array(12)).encrypt(fileKey)
  const lines = [
    'age-encryption.org/v1',
    `-> X25519 ${base64nopad.encode(share)}`,
    base64nopad.encode(wrapped),
    '---',
  ].join('\n')
  const mac = hmac(sha256, hkdf(sha256, fileKey, undefined, utf8('header'), 32), utf8(lines))
  return utf8(`${lines} ${base64nopad.encode(mac)}\n`)
}

/** Each piece under a nonce that counts, and that says which is the last: none can be left out or moved. */
function sealedChunks(plain: Uint8Array, fileKey: Uint8Array, salt: Uint8Array): Uint8Array[] {
  const key = hkdf(sha256, fileKey, salt, utf8('payload'), 32)
  const chunks: Uint8Array[] = []
  const nonce = new Uint8Array(12)
  const counter = new DataView(nonce.buffer)
  const last = Math.max(0, Math.ceil(plain.length / CHUNK) - 1)
  for (let index = 0; index <= last; index++) {
    counter.setUint32(7, index)
    nonce[11] = index === last ? 1 : 0
    const piece = plain.subarray(index * CHUNK, (index + 1) * CHUNK)
    chunks.push(chacha20poly1305(key, nonce).encrypt(piece, new Uint8Array(piece.length + TAG)))
  }
  return chunks
}
