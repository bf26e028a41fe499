import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const base64Key = z.base64().refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes')

const KeyFile = z.object({
  /** Keys made for the demo may never guard a real town's data. */
  demo: z.boolean(),
  currentMasterKey: z.number().int().min(1).max(255),
  /** Wrap the persons' data keys; an old one stays to open what it wrapped. */
  masterKeys: z.record(z.string().regex(/^\d{1,3}$/), base64Key),
  /** Key of the blind indexes and of content fingerprints. */
  indexKey: base64Key,
  /** Signs access tokens and quiz papers. */
  tokenKey: base64Key,
  /** Ed25519 private key, PKCS#8 in base64: seals pledges and audit anchors. */
  sealKey: z.base64(),
})

export type KeyFile = z.infer<typeof KeyFile>

export class KeyRing {
  readonly isDemo: boolean
  readonly currentMasterKey: number
  readonly tokenKey: KeyObject
  readonly sealPrivateKey: KeyObject
  readonly sealPublicKey: KeyObject
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
    this.indexKey = Buffer.from(file.indexKey, 'base64')
    this.tokenKey = createSecretKey(Buffer.from(file.tokenKey, 'base64'))
    this.sealPrivateKey = createPrivateKey({
      key: Buffer.from(file.sealKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    })
    this.sealPublicKey = createPublicKey(this.sealPrivateKey)
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
  return new KeyRing(KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))))
}

/** Fresh random keys. Whoever runs a town keeps a copy of the file apart from the database's backups. */
export function generateKeyFile(demo: boolean): KeyFile {
  const key = () => randomBytes(32).toString('base64')
  const seal = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })
  return {
    demo,
    currentMasterKey: 1,
    masterKeys: { 1: key() },
    indexKey: key(),
    tokenKey: key(),
    sealKey: seal.toString('base64'),
  }
}
