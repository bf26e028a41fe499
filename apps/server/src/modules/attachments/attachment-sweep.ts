import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { BlobStore } from '../../platform/storage/blob-store.js'
import { AttachmentsRepository } from './attachments.repository.js'

const HOUR_MS = 3_600_000
/** A phone without signal for a week has to send its photo from the beginning. */
const KEPT_MS = 7 * 24 * HOUR_MS
const BATCH = 200

/** Clears away what never became a photo: pieces of files that stopped arriving, and files that no record came to use. */
@Injectable()
export class AttachmentSweep implements OnModuleInit {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly blobs: BlobStore,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'attachments.sweep',
      everyMs: HOUR_MS,
      leaseMs: HOUR_MS,
      run: async () => {
        const swept = await this.run()
        if (swept.uploads + swept.files > 0) this.log.info(swept, 'attachments swept')
      },
    })
  }

  /** @returns how many uploads and files it cleared away */
  async run(): Promise<{ uploads: number; files: number }> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS)
    return { uploads: await this.sweepUploads(before), files: await this.sweepFiles(before) }
  }

  private async sweepUploads(before: Date): Promise<number> {
    let swept = 0
    for (;;) {
      const ids = await this.attachments.stalled(this.transactions.read, before, BATCH)
      for (const id of ids) if (await this.restart(id, before)) swept += 1
      if (ids.length < BATCH) return swept
    }
  }

  private restart(id: string, before: Date): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const attachment = await this.attachments.lock(tx, id)
      if (attachment?.state !== 'partial' || attachment.changedAt >= before) return false
      await this.attachments.restart(tx, id, this.clock.now())
      await this.attachments.dropChunks(tx, id)
      return true
    })
  }

  private async sweepFiles(before: Date): Promise<number> {
    let swept = 0
    for (;;) {
      const hashes = await this.attachments.unusedBlobs(this.transactions.read, before, BATCH)
      let dropped = 0
      for (const hash of hashes) if (await this.drop(hash, before)) dropped += 1
      swept += dropped
      if (hashes.length < BATCH || dropped === 0) return swept
    }
  }

  private drop(hash: string, before: Date): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      if (!(await this.attachments.dropUnusedBlob(tx, hash, before))) return false
      // While its row is locked: whoever puts the same bytes at this moment waits, and then puts them again.
      await this.blobs.remove(hash)
      return true
    })
  }
}
