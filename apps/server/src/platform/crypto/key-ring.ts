import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bech32 } from '@scure/base'
import { z } from 'zod'

const base64Key = z.base64().refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes')

const keyNumber = z.string().regex(/^\d{1,3}$/)

const KeyFile = z.object({
  /** Keys made for the demo may never guard a real town's data. */
  demo: z.boolean(),
  currentMasterKey: z.number().int().min(1).max(255),
  /** Wrap the persons' data keys; an old one stays to open what it wrapped. */
  masterKeys: z.record(keyNumber, base64Key),
  /** Key of the blind indexes and of content fingerprints. */
  indexKey: base64Key,
  /** Signs access tokens and quiz papers. */
  tokenKey: base64Key,
  /** Ed25519 private key, PKCS#8 in base64: seals pledges and audit anchors. */
  sealKey: z.base64(),
  /** Public halves of earlier seal keys, SPKI in base64: what they sealed stays valid. */
  retiredSealKeys: z.array(z.base64()).optional(),
  /**
   * Open what phones hand in as files, `AGE-SECRET-KEY-1…`; an old one stays to open what was sealed to it. A key file
   * from before has none: then nothing can be handed in.
   */
  handInKeys: z.record(keyNumber, z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)).optional(),
  currentHandInKey: z.number().int().min(1).max(255).optional(),
})

export type KeyFile = z.infer<typeof KeyFile>

export class KeyRing {
  readonly isDemo: boolean
  readonly currentMasterKey: number
  readonly tokenKey: KeyObject
  readonly sealPrivateKey: KeyObject
  /** The current one first, then those that sealed before it. */
  readonly sealPublicKeys: readonly KeyObject[]
  readonly handInKeys: ReadonlyMap<number, string>
  readonly currentHandInKey: number | undefined
  private readonly masterKeys: ReadonlyMap<number, Buffer>
  private readonly indexKey: Buffer

  constructor(file: KeyFile) {
    this.isDemo = file.demo
    this.currentMasterKey = file.currentMasterKey
    this.masterKeys = new Map(
      Object.entries(file.masterKeys).map(([id, key]) => [Number(id), Buffer.from(key, 'base64')]),
    )
    if (!this.masterKeys.has(file.currentMasterKey))
      throw new Error('The current master key is not in the key file.')
    this.handInKeys = new Map(Object.entries(file.handInKeys ?? {}).map(([id, key]) => [Number(id), key]))
    this.currentHandInKey = file.currentHandInKey
    if (file.currentHandInKey !== undefined && !this.handInKeys.has(file.currentHandInKey))
      throw new Error('The current hand-in key is not in the key file.')
    this.indexKey = Buffer.from(file.indexKey, 'base64')
    this.tokenKey = createSecretKey(Buffer.from(file.tokenKey, 'base64'))
    this.sealPrivateKey = createPrivateKey({
      key: Buffer.from(file.sealKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    })
    this.sealPublicKeys = [
      createPublicKey(this.sealPrivateKey),
      ...(file.retiredSealKeys ?? []).map((key) =>
        createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }),
      ),
    ]
  }

  masterKey(id: number): Buffer {
    const key = this.masterKeys.get(id)
    if (!key) throw new Error(`Master key ${id} is not in the key file.`)
    return key
  }

  /** Secret of keyed hashes. Never leaves the process. */
  get hashKey(): Buffer {
    return this.indexKey
  }
}

/** @throws Error when the file is absent or malformed */
export function readKeyRing(path: string): KeyRing {
  return new KeyRing(readKeyFile(path))
}

/** @throws Error when the file is absent or malformed */
export function readKeyFile(path: string): KeyFile {
  return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** Fresh random keys. Whoever runs a town keeps a copy of the file apart from the database's backups. */
export function generateKeyFile(demo: boolean): KeyFile {
  const key = () => randomBytes(32).toString('base64')
  return {
    demo,
    currentMasterKey: 1,
    masterKeys: { 1: key() },
    indexKey: key(),
    tokenKey: key(),
    sealKey: newSealKey(),
    currentHandInKey: 1,
    handInKeys: { 1: newHandInKey() },
  }
}

/** The same keys and one more hand-in key, to which phones seal from their next sign-in on. @throws RangeError after 255 */
export function withNewHandInKey(file: KeyFile): KeyFile {
  const next = Math.max(0, ...Object.keys(file.handInKeys ?? {}).map(Number)) + 1
  if (next > 255) throw new RangeError('there are 255 hand-in keys already')
  return { ...file, currentHandInKey: next, handInKeys: { ...file.handInKeys, [next]: newHandInKey() } }
}

/**
 * The same keys with a new seal key. What the old one sealed stays valid by its public half; the old private half is
 * dropped, so that nobody seals with it again.
 */
export function withNewSealKey(file: KeyFile): KeyFile {
  const { sealPublicKeys } = new KeyRing(file)
  const retired = sealPublicKeys[0]!.export({ format: 'der', type: 'spki' }).toString('base64')
  return { ...file, sealKey: newSealKey(), retiredSealKeys: [retired, ...(file.retiredSealKeys ?? [])] }
}

const newSealKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')

/** An X25519 identity as every age program writes it. */
const newHandInKey = (): string => bech32.encodeFromBytes('AGE-SECRET-KEY-', randomBytes(32)).toUpperCase()
