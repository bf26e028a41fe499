import type { ReviewState } from '@dfv/rules'
import { upcastRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { Transactions } from '../../platform/database/transactions.js'
import type { FileReader } from '../registers/file-access.js'
import { type PagedRow, type PageFilter, RecordReadsRepository } from './record-reads.repository.js'

/** A record as a ledger shows it: in the newest shape of its kind. */
export type PagedRecord = {
  id: string
  revision: number
  kind: string
  areaCode: string
  subjectId: string
  /** What people call the subject; null for the village itself. */
  subjectCode: string | null
  occurredOn: string
  receivedAt: Date
  reviewState: ReviewState
  submittedBy: string
  payload: Record<string, unknown>
  /** Free text about a person, still sealed. */
  sealedText: Buffer | null
}

const PAGE = 500

/** Whole ledgers, a page at a time, so that their length never decides how much memory they take. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly reads: RecordReadsRepository,
    private readonly transactions: Transactions,
  ) {}

  count(reader: FileReader, filter: PageFilter): Promise<number> {
    return this.reads.countPages(this.transactions.read, reader, filter)
  }

  /** What stands in the ledger between two days, the oldest first: what was returned or voided is not in it. */
  async *pages(reader: FileReader, filter: PageFilter): AsyncIterable<PagedRecord[]> {
    for (let after: { occurredOn: string; id: string } | undefined; ; ) {
      const rows = await this.reads.pageOfKind(this.transactions.read, reader, {
        ...filter,
        after,
        limit: PAGE,
      })
      if (rows.length > 0) yield rows.map(toPaged)
      const last = rows.at(-1)
      if (rows.length < PAGE || !last) return
      after = { occurredOn: last.occurredOn, id: last.id }
    }
  }
}

function toPaged(row: PagedRow): PagedRecord {
  const { payload } = upcastRecord({
    id: row.id,
    revision: row.currentRevision,
    kind: row.kind,
    schemaVersion: row.schemaVersion,
    subjectId: row.subjectId,
    areaCode: row.areaCode,
    occurredOn: row.occurredOn,
    receivedAt: row.receivedAt.toISOString(),
    reviewState: row.reviewState,
    payload: JSON.parse(row.payload),
  })
  return {
    id: row.id,
    revision: row.currentRevision,
    kind: row.kind,
    areaCode: row.areaCode,
    subjectId: row.subjectId,
    subjectCode: row.subjectCode,
    occurredOn: row.occurredOn,
    receivedAt: row.receivedAt,
    reviewState: row.reviewState,
    submittedBy: row.submittedByAccount,
    payload,
    sealedText: row.sealedText,
  }
}
