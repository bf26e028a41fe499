import { createHash, sign, verify } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { KeyRing } from './key-ring.js'

/** Ed25519 seals over canonical text, for pledges and audit anchors. */
@Injectable()
export class Sealer {
  constructor(private readonly keys: KeyRing) {}

  /** Public key, SPKI in base64: what an offline verifier needs. */
  get publicKey(): string {
    return this.keys.sealPublicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  }

  /** @returns signature in base64 */
  seal(content: string): string {
    return sign(null, Buffer.from(content, 'utf8'), this.keys.sealPrivateKey).toString('base64')
  }

  verify(content: string, signature: string): boolean {
    return verify(
      null,
      Buffer.from(content, 'utf8'),
      this.keys.sealPublicKey,
      Buffer.from(signature, 'base64'),
    )
  }
}

/** SHA-256 in hex. */
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')
