import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import type { BatchItem, HandInGrant } from '@/shared/api'
import { AGE_RANDOM_BYTES, ageFile } from './age-file'
import { joined, utf8 } from './bytes'

export type HandInPhoto = { id: string; sha256: string; bytes: Uint8Array }

export type HandInContent = {
  grant: HandInGrant
  appointmentId: string
  /** The phone's clock. */
  madeAt: string
  records: readonly BatchItem[]
  photos: readonly HandInPhoto[]
}

/**
 * What a handed-in file holds: a MAC by which the server knows the session that wrote it, the length of the JSON, the
 * JSON, and the photos. Then all of it sealed to the server's key.
 */
export function handInFile(content: HandInContent, random: Uint8Array): Uint8Array<ArrayBuffer> {
  const { grant, appointmentId, madeAt, records, photos } = content
  const json = utf8(
    JSON.stringify({
      format: 'dfv-hand-in@1',
      keyId: grant.keyId,
      sessionId: grant.sessionId,
      appointmentId,
      madeAt,
      records,
      files: photos.map(({ id, sha256: hash, bytes }) => ({ id, sha256: hash, bytes: bytes.length })),
    }),
  )
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, json.length)
  const body = joined(length, json, ...photos.map(({ bytes }) => bytes))
  const mac = hmac(sha256, base64.decode(grant.ticket), body)
  return ageFile(joined(mac, body), base64.decode(grant.publicKey), random)
}

export { AGE_RANDOM_BYTES as HAND_IN_RANDOM_BYTES }
