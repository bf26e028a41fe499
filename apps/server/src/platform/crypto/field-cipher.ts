import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { KeyRing } from './key-ring.js'

const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 2

/**
 * Encryption of what names a person. Each subject (person, account, pledge) has its own data key, wrapped by a master
 * key: dropping the wrapped key makes everything sealed with it unreadable (crypto-erase).
 *
 * Layout of a sealed value: format (1 byte), master key id or 0 (1 byte), nonce (12), tag (16), ciphertext.
 */
@Injectable()
export class FieldCipher {
  constructor(private readonly keys: KeyRing) {}

  /** A new data key, wrapped. Store it beside the subject. */
  createDataKey(subjectId: string): Buffer {
    return encrypt(
      this.keys.masterKey(this.keys.currentMasterKey),
      this.keys.currentMasterKey,
      randomBytes(32),
      `key:${subjectId}`,
    )
  }

  /** @param context what the value is ('name', 'phone'); it is bound into the value, so that it cannot be moved to another field or subject */
  seal(wrappedKey: Buffer, subjectId: string, context: string, plain: string): Buffer {
    return this.sealBytes(wrappedKey, subjectId, context, Buffer.from(plain, 'utf8'))
  }

  /** @throws Error when the value was altered or belongs to another subject or field */
  open(wrappedKey: Buffer, subjectId: string, context: string, sealed: Buffer): string {
    return this.openBytes(wrappedKey, subjectId, context, sealed).toString('utf8')
  }

  /** As `seal`, for a file: 30 bytes longer than it. */
  sealBytes(wrappedKey: Buffer, subjectId: string, context: string, plain: Buffer): Buffer {
    return encrypt(this.unwrap(wrappedKey, subjectId), 0, plain, `${context}:${subjectId}`)
  }

  /** @throws Error as `open` */
  openBytes(wrappedKey: Buffer, subjectId: string, context: string, sealed: Buffer): Buffer {
    return decrypt(this.unwrap(wrappedKey, subjectId), sealed, `${context}:${subjectId}`)
  }

  /** The subject's data key itself: it opens what was sealed for this subject and nothing else. */
  dataKey(wrappedKey: Buffer, subjectId: string): Buffer {
    return this.unwrap(wrappedKey, subjectId)
  }

  /**
   * Keyed hash for exact look-ups and duplicate detection, 64 hex characters. White space and whatever cannot be seen
   * (zero-width, format and filler characters) do not make another value.
   * @param field namespace, so that equal values of different fields do not match
   */
  blindIndex(field: string, value: string): string {
    const seen = value.normalize('NFKC').replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    return this.keyedHash(`index:${field}`, seen.toUpperCase())
  }

  /** Keyed fingerprint of content that may hold an identity, 64 hex characters. */
  fingerprint(content: string): string {
    return this.keyedHash('fingerprint', content)
  }

  private keyedHash(namespace: string, value: string): string {
    return createHmac('sha256', this.keys.hashKey).update(namespace).update('\0').update(value).digest('hex')
  }

  private unwrap(wrapped: Buffer, subjectId: string): Buffer {
    return decrypt(this.keys.masterKey(wrapped[1] ?? 0), wrapped, `key:${subjectId}`)
  }
}

function encrypt(key: Buffer, keyId: number, plain: Buffer, additional: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(additional))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([FORMAT, keyId]), nonce, cipher.getAuthTag(), body])
}

/**
 * Opens a value with its subject's data key, away from the key ring.
 * @throws Error when the value was altered or belongs to another subject or field
 */
export function openWithDataKey(key: Buffer, subjectId: string, context: string, sealed: Buffer): string {
  return decrypt(key, sealed, `${context}:${subjectId}`).toString('utf8')
}

function decrypt(key: Buffer, sealed: Buffer, additional: string): Buffer {
  if (sealed[0] !== FORMAT) throw new Error('sealed value has an unknown format')
  const tagAt = HEADER_BYTES + NONCE_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEADER_BYTES, tagAt), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(additional))
  decipher.setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(tagAt + TAG_BYTES)), decipher.final()])
}
