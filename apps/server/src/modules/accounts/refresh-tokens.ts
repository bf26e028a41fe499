import { timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'

const FORMAT = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})\.([0-9a-f]{16})$/
const TAG_DIGITS = 16

export type RefreshToken = { sessionId: string; secret: string }

/**
 * What a refresh token looks like: session, secret, and a tag that only this server can make. The tag tells an old
 * token that comes back, which ends the session, from one that somebody made up, which must not.
 */
@Injectable()
export class RefreshTokens {
  constructor(private readonly cipher: FieldCipher) {}

  write({ sessionId, secret }: RefreshToken): string {
    return `${sessionId}.${secret}.${this.tag(sessionId, secret)}`
  }

  /** @returns undefined when this server never gave it out */
  read(token: string): RefreshToken | undefined {
    const [, sessionId, secret, tag] = FORMAT.exec(token) ?? []
    if (sessionId === undefined || secret === undefined || tag === undefined) return undefined
    const isOurs = timingSafeEqual(Buffer.from(tag), Buffer.from(this.tag(sessionId, secret)))
    return isOurs ? { sessionId, secret } : undefined
  }

  /** The secret after this one: derived, so that a repeated request gets the same answer. */
  next({ sessionId, secret }: RefreshToken): RefreshToken {
    return { sessionId, secret: this.cipher.fingerprint(`refresh-token:${sessionId}.${secret}`) }
  }

  private tag(sessionId: string, secret: string): string {
    return this.cipher.fingerprint(`refresh-tag:${sessionId}.${secret}`).slice(0, TAG_DIGITS)
  }
}
