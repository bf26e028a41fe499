import { sha256 } from '../crypto/sealer.js'

const ADDRESS = /^[0-9a-f]{64}$/

/** What was put is no longer there, or no longer the same: nothing that asking again would mend. */
export class BlobLostError extends Error {
  constructor(address: string, what: 'gone' | 'altered') {
    super(`The stored file ${address} is ${what}.`)
    this.name = 'BlobLostError'
  }
}

/**
 * Keeps files outside the database, each under the SHA-256 of its bytes: what is read back is what was put, and the same
 * bytes are kept once. Nothing is ever changed, so any number of replicas may share one store.
 */
export abstract class BlobStore {
  /** Puts bytes where they belong; putting the same again is harmless. @returns their address, 64 hex characters */
  async put(bytes: Buffer): Promise<string> {
    const address = sha256(bytes)
    await this.write(address, bytes)
    return address
  }

  /**
   * @returns undefined when there is nothing at the address
   * @throws BlobLostError when what is there is no longer what was put
   */
  async get(address: string): Promise<Buffer | undefined> {
    const bytes = await this.read(checked(address))
    if (bytes && sha256(bytes) !== address) throw new BlobLostError(address, 'altered')
    return bytes
  }

  /** What is not there is removed already. */
  async remove(address: string): Promise<void> {
    await this.erase(checked(address))
  }

  protected abstract write(address: string, bytes: Buffer): Promise<void>
  protected abstract read(address: string): Promise<Buffer | undefined>
  protected abstract erase(address: string): Promise<void>
}

/** Addresses become paths, so nothing else may pass for one. */
function checked(address: string): string {
  if (!ADDRESS.test(address)) throw new RangeError('not the address of a stored file')
  return address
}
