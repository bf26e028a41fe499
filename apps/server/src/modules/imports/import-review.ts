import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { RecordReview } from '../records/record-review.js'
import type { ReviewIn } from '../records/records.dto.js'
import { workScope } from '../registers/file-access.js'
import type { ImportCounts } from './import-plan.js'
import type { ImportUploadRow } from './import-upload.entity.js'
import type { ImportReviewOut, WaitingImport, WaitingImports } from './imports.dto.js'
import { ImportsRepository } from './imports.repository.js'
import { SHEETS } from './sheets.js'

/** A review that has waited longer is found record by record. */
const SHOWN_MS = 120 * 86_400_000
const SHOWN = 50

/** What waits for a second person, table by table: forty statuses of one roster are looked at together. */
@Injectable()
export class ImportReview {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly reviews: RecordReview,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, areaCode: string | undefined): Promise<WaitingImports> {
    const { read } = this.transactions
    const own = workScope(actor)
    const scope = areaCode === undefined ? own : AreaScope.of(areaCode)
    if (areaCode !== undefined && !own.contains(areaCode)) throw notFound()
    const since = new Date(this.clock.now().getTime() - SHOWN_MS)
    const uploads = await this.imports.confirmed(read, scope, since, SHOWN)
    const items: WaitingImport[] = []
    for (const upload of uploads) {
      if ((JSON.parse(upload.counts) as ImportCounts).waiting === 0) continue
      const waiting = await this.waitingOf(actor, upload)
      if (waiting.length > 0) items.push(await this.toWaiting(actor, upload, waiting.length))
    }
    return { items }
  }

  /**
   * Decides everything of one table that still waits. Each record in a transaction of its own: what was settled
   * meanwhile, or cannot be settled by this reviewer, stays as it is.
   * @throws DomainError NOT_FOUND, OWN_RECORD
   */
  async review(actor: Actor, id: string, decision: ReviewIn): Promise<ImportReviewOut> {
    const upload = await this.imports.findConfirmed(this.transactions.read, workScope(actor), id)
    if (!upload) throw notFound()
    if (upload.accountId === actor.accountId) throw new DomainError('OWN_RECORD')
    let settled = 0
    let left = 0
    for (const recordId of await this.waitingOf(actor, upload)) {
      try {
        await this.reviews.review(actor, recordId, decision)
        settled += 1
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        left += 1
      }
    }
    return { settled, left }
  }

  private async waitingOf(actor: Actor, { id }: ImportUploadRow): Promise<string[]> {
    const { read } = this.transactions
    return this.reviews.waitingAmong(read, actor, await this.imports.recordsOf(read, id))
  }

  private async toWaiting(actor: Actor, upload: ImportUploadRow, waiting: number): Promise<WaitingImport> {
    return {
      id: upload.id,
      areaCode: upload.areaCode,
      title: SHEETS.get(upload.sheet)?.title ?? upload.sheet,
      uploadedBy: await this.accounts.displayName(this.transactions.read, upload.accountId),
      confirmedAt: upload.confirmedAt?.toISOString() ?? '',
      rows: (JSON.parse(upload.counts) as ImportCounts).rows,
      waiting,
      own: upload.accountId === actor.accountId,
    }
  }
}
