import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { sha256 } from '../crypto/sealer.js'
import { BlobLostError, type BlobStore } from '../storage/blob-store.js'
import type { Row, Table } from './tables.js'

/** A column of such a name holds the address of a stored file, in whatever table. */
const ADDRESS_COLUMNS = ['blob_hash', 'thumb_hash']

/** The stored files that rows name: photos and scans. */
export class NamedFiles {
  private readonly found = new Set<string>()

  static in(table: Table): boolean {
    return ADDRESS_COLUMNS.some((column) => table.columns.includes(column))
  }

  add(table: Table, row: Row): void {
    for (const column of ADDRESS_COLUMNS) {
      const address = row[table.columns.indexOf(column)]
      if (typeof address === 'string') this.found.add(address)
    }
  }

  get addresses(): string[] {
    return [...this.found].sort()
  }

  /** Over the sorted addresses, one a line. Each address is the hash of its file, so this stands for all their bytes. */
  digest(): string {
    const hash = createHash('sha256')
    for (const address of this.addresses) hash.update(address).update('\n')
    return hash.digest('hex')
  }
}

/** Copies of stored files in a folder, each encrypted to the backup's recipient. A file never changes, so it is copied once. */
export class FileCopies {
  constructor(private readonly folder: string) {}

  /**
   * Copies what is not there yet.
   * @returns how many were copied, and the addresses of files that the store has lost
   */
  async add(
    addresses: readonly string[],
    store: BlobStore,
    recipient: string,
  ): Promise<{ copied: number; lost: string[] }> {
    let copied = 0
    const lost: string[] = []
    for (const address of addresses) {
      if (await this.has(address)) continue
      const bytes = await present(store, address)
      if (!bytes) {
        lost.push(address)
        continue
      }
      await this.put(address, bytes, recipient)
      copied += 1
    }
    return { copied, lost }
  }

  /**
   * Puts the files into the store of a restored server; without one they are only opened and compared.
   * @returns the addresses of files that are not in the copy, or are not what was copied
   */
  async restore(
    addresses: readonly string[],
    identity: string,
    store: BlobStore | undefined,
  ): Promise<string[]> {
    const missing: string[] = []
    for (const address of addresses) {
      if (store && (await present(store, address))) continue
      const bytes = await this.open(address, identity)
      if (!bytes) missing.push(address)
      else await store?.put(bytes)
    }
    return missing
  }

  private async put(address: string, bytes: Buffer, recipient: string): Promise<void> {
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    const place = this.place(address)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    // Under its name only when it is whole: a backup that broke off is gone on with by the next.
    const draft = `${place}.${randomBytes(6).toString('hex')}`
    await writeFile(draft, await encrypter.encrypt(bytes), { flag: 'wx', mode: 0o600, flush: true })
    await rename(draft, place)
  }

  private async open(address: string, identity: string): Promise<Buffer | undefined> {
    try {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      const bytes = Buffer.from(await decrypter.decrypt(await readFile(this.place(address))))
      return sha256(bytes) === address ? bytes : undefined
    } catch {
      return undefined
    }
  }

  private has(address: string): Promise<boolean> {
    return access(this.place(address)).then(
      () => true,
      () => false,
    )
  }

  private place(address: string): string {
    return join(this.folder, address.slice(0, 2), `${address}.age`)
  }
}

async function present(store: BlobStore, address: string): Promise<Buffer | undefined> {
  try {
    return await store.get(address)
  } catch (error) {
    if (error instanceof BlobLostError) return undefined
    throw error
  }
}
