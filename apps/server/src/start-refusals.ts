import type { EntityManager } from 'typeorm'
import type { Config } from './platform/config/config.js'
import type { KeyRing } from './platform/crypto/key-ring.js'

/**
 * Why a production start must not go on, beyond what the environment alone tells: what a demonstration left in the key
 * file or in the database would let strangers in.
 */
export async function startRefusals(config: Config, keys: KeyRing, tx: EntityManager): Promise<string[]> {
  if (config.isDemo) return []
  const refusals: string[] = []
  if (keys.isDemo) refusals.push('KEYS_FILE holds the keys of a demonstration.')
  const accounts: unknown[] = await tx.query('SELECT id FROM account WHERE is_demo = 1 LIMIT 1')
  if (accounts.length > 0) refusals.push('The database holds demonstration accounts.')
  return refusals
}
