import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const Published = z.object({ items: z.array(z.object({ publicKey: z.base64() })).min(1) })

/**
 * Public keys as people hand them on: a PEM file, the JSON that the server publishes, or the key itself in base64.
 * @returns SPKI in base64
 * @throws Error when it is none of these
 */
export function readPublicKey(given: string): string[] {
  const text = existsSync(given) ? readFileSync(given, 'utf8').trim() : given.trim()
  try {
    if (text.startsWith('{')) return Published.parse(JSON.parse(text)).items.map(({ publicKey }) => publicKey)
    const key = text.startsWith('-----')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not Ed25519')
    return [key.export({ format: 'der', type: 'spki' }).toString('base64')]
  } catch (cause) {
    throw new Error(`--key ${given} 不是公钥。`, { cause })
  }
}
