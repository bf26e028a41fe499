import { Readable, Writable } from 'node:stream'
import { Injectable } from '@nestjs/common'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { BlobStore } from '../../platform/storage/blob-store.js'
import type { ExportJob } from './export-job.entity.js'
import { ExportJobsRepository } from './export-jobs.repository.js'

/** A long file is kept in pieces, so that neither keeping nor fetching it needs more memory than one of them. */
const PART_BYTES = 1024 * 1024

type Kept = Pick<ExportJob, 'id' | 'wrappedKey' | 'worker'>

/** Keeps finished exports for a day, each sealed with a key of its own. */
@Injectable()
export class ExportVault {
  constructor(
    private readonly jobs: ExportJobsRepository,
    private readonly blobs: BlobStore,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
  ) {}

  /** A stream that seals and keeps what is written to it; `kept` says what that was, once it is finished. */
  open({ id, wrappedKey, worker }: Kept): {
    stream: Writable
    kept: () => { parts: number; byteLength: number }
  } {
    if (!wrappedKey || !worker) throw new Error('the export has no key')
    let parts = 0
    let byteLength = 0
    const keep = async (bytes: Buffer) => {
      const part = parts++
      byteLength += bytes.length
      const sealed = this.cipher.sealBytes(wrappedKey, id, contextOf(worker, part), bytes)
      // Noted first: what a crash leaves in the store is found again and removed.
      await this.transactions.run((tx) => this.jobs.addPart(tx, { id, worker }, part, sha256(sealed)))
      await this.blobs.put(sealed)
    }
    return { stream: piecewise(PART_BYTES, keep), kept: () => ({ parts, byteLength }) }
  }

  /** @throws Error from the stream when a piece is missing or was altered */
  read(job: Kept & Pick<ExportJob, 'parts'>): Readable {
    return Readable.from(this.pieces(job), { objectMode: false, highWaterMark: 1 })
  }

  async remove(id: string): Promise<void> {
    const { read } = this.transactions
    for (const address of await this.jobs.addresses(read, id)) await this.blobs.remove(address)
    await this.transactions.run((tx) => this.jobs.deleteParts(tx, id))
  }

  private async *pieces({ id, wrappedKey, worker, parts }: Kept & Pick<ExportJob, 'parts'>) {
    if (!wrappedKey || !worker || parts === null) throw new Error('the export is not kept')
    for (let part = 0; part < parts; part++) {
      const address = await this.jobs.addressOf(this.transactions.read, { id, worker }, part)
      const sealed = address && (await this.blobs.get(address))
      if (!sealed) throw new Error('a piece of the export is missing')
      yield this.cipher.openBytes(wrappedKey, id, contextOf(worker, part), sealed)
    }
  }
}

/** Binds a piece to its attempt and place, so that two cannot be exchanged. */
const contextOf = (attempt: string, part: number): string => `export:${attempt}:${part}`

/** Cuts what is written into pieces of one size; the last may be shorter. */
function piecewise(size: number, keep: (bytes: Buffer) => Promise<void>): Writable {
  let waiting: Buffer[] = []
  let length = 0
  const flush = async (isLast: boolean) => {
    while (length >= size || (isLast && length > 0)) {
      const all = Buffer.concat(waiting)
      await keep(all.subarray(0, size))
      waiting = [all.subarray(size)]
      length = waiting[0]!.length
    }
  }
  const settle = (work: Promise<void>, done: (error?: Error | null) => void) =>
    void work.then(() => done(), done)
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      waiting.push(chunk)
      length += chunk.length
      settle(length >= size ? flush(false) : Promise.resolve(), done)
    },
    final: (done) => settle(flush(true), done),
  })
}
