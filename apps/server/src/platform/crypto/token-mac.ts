import { createHmac, timingSafeEqual } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { KeyRing } from './key-ring.js'

/** HMAC-SHA-256 over the server's own tokens. A prefix keeps one kind of token from ever passing for another. */
@Injectable()
export class TokenMac {
  constructor(private readonly keys: KeyRing) {}

  /** @returns base64url */
  of(text: string, prefix = ''): string {
    return this.digest(text, prefix).toString('base64url')
  }

  /** @param mac base64url, from outside */
  holds(text: string, mac: string, prefix = ''): boolean {
    const given = Buffer.from(mac, 'base64url')
    const expected = this.digest(text, prefix)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  private digest(text: string, prefix: string): Buffer {
    return createHmac('sha256', this.keys.tokenKey).update(prefix).update(text).digest()
  }
}
