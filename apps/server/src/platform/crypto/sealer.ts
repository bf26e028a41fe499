import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { KeyRing } from './key-ring.js'

/** Ed25519 seals over canonical text, for pledges and audit anchors. */
@Injectable()
export class Sealer {
  constructor(private readonly keys: KeyRing) {}

  /** Public keys, SPKI in base64, the current one first: what an offline verifier needs. */
  get publicKeys(): string[] {
    return this.keys.sealPublicKeys.map(spkiOf)
  }

  /** @returns signature in base64 */
  seal(content: string): string {
    return sign(null, Buffer.from(content, 'utf8'), this.keys.sealPrivateKey).toString('base64')
  }

  verify(content: string, signature: string): boolean {
    return this.signerKey(content, signature) !== undefined
  }

  /** The public key, SPKI in base64, under which a seal holds; undefined when it is none of ours. */
  signerKey(content: string, signature: string): string | undefined {
    const key = this.keys.sealPublicKeys.find((one) => isSealedBy(one, content, signature))
    return key && spkiOf(key)
  }
}

const spkiOf = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64')

const isSealedBy = (key: KeyObject, content: string, signature: string): boolean =>
  verify(null, Buffer.from(content, 'utf8'), key, Buffer.from(signature, 'base64'))

/**
 * Whether a seal holds under a public key from outside.
 * @param publicKey SPKI in base64; anything that is no Ed25519 key seals nothing
 */
export function holdsUnder(publicKey: string, content: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && isSealedBy(key, content, signature)
  } catch {
    return false
  }
}

/** Fingerprint of a public key as the office publishes it: SHA-256 of the key, 16 groups of 4 hex digits. */
export const keyFingerprint = (publicKey: string): string =>
  sha256(Buffer.from(publicKey, 'base64')).toUpperCase().match(/.{4}/g)!.join(' ')

/** SHA-256 in hex. */
export const sha256 = (content: string | Buffer): string => hash('sha256', content, 'hex')
