import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { bech32 } from '@scure/base'
import { KeyRing } from './key-ring.js'

/** What a phone needs to write a file that only this server opens and believes. */
export type HandInGrant = {
  sessionId: string
  keyId: number
  /** X25519 public key, 32 bytes in base64. */
  publicKey: string
  /** Secret shared with this session, 32 bytes in base64: the phone's files carry a MAC made with it. */
  ticket: string
}

/** PKCS#8 around the 32 bytes of an X25519 secret key. */
const X25519_PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

/**
 * The keys of handed-in files. A session's ticket is derived from a hand-in key, so that nothing has to be stored to
 * check it later, and a ticket is worth as long as its key is kept.
 */
@Injectable()
export class HandInKeys {
  constructor(private readonly keys: KeyRing) {}

  /** @returns undefined when the key file has no hand-in key */
  grantFor(sessionId: string): HandInGrant | undefined {
    const keyId = this.keys.currentHandInKey
    const identity = keyId === undefined ? undefined : this.keys.handInKeys.get(keyId)
    if (keyId === undefined || identity === undefined) return undefined
    return {
      sessionId,
      keyId,
      publicKey: publicKeyOf(identity),
      ticket: ticketOf(identity, sessionId).toString('base64'),
    }
  }

  /** Every secret key in the age format, the newest first. */
  get identities(): string[] {
    return [...this.keys.handInKeys].sort(([a], [b]) => b - a).map(([, identity]) => identity)
  }

  /** @returns undefined when there is no such key */
  ticket(keyId: number, sessionId: string): Buffer | undefined {
    const identity = this.keys.handInKeys.get(keyId)
    return identity === undefined ? undefined : ticketOf(identity, sessionId)
  }
}

const secretOf = (identity: string): Uint8Array => bech32.decodeToBytes(identity.toLowerCase()).bytes

const ticketOf = (identity: string, sessionId: string): Buffer =>
  createHmac('sha256', secretOf(identity)).update('hand-in-ticket\0').update(sessionId).digest()

function publicKeyOf(identity: string): string {
  const key = Buffer.concat([X25519_PKCS8, secretOf(identity)])
  const { x } = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' })).export({
    format: 'jwk',
  })
  return Buffer.from(x as string, 'base64url').toString('base64')
}
