import { Injectable } from '@nestjs/common'
import { Transactions } from '../../platform/database/transactions.js'
import { AuditReader } from '../audit/audit-reader.js'
import { contentHash } from './record-fingerprint.js'
import { RecordsRepository } from './records.repository.js'

const PAGE = 500

export type RecordFault = {
  /** `changed`: no longer what was hashed; `unproved`: the audit trail says something else, or nothing. */
  kind: 'changed' | 'unproved'
  recordId: string
  revision: number
}

export type RecordReport = { revisions: number; fault?: RecordFault }

/**
 * Compares every stored revision with its own hash and with the hash in its audit entry: the audit chain then proves
 * not only who sent what when, but that it still says the same.
 */
@Injectable()
export class RecordProof {
  constructor(
    private readonly records: RecordsRepository,
    private readonly trail: AuditReader,
    private readonly transactions: Transactions,
  ) {}

  async run(): Promise<RecordReport> {
    const { read } = this.transactions
    const report: RecordReport = { revisions: 0 }
    for (let after = { recordId: '', revision: 0 }; ; ) {
      const page = await this.records.proofsAfter(read, after, PAGE)
      const proved = await this.trail.contentHashes(read, [...new Set(page.map((row) => row.id))])
      for (const row of page) {
        const fault = { recordId: row.id, revision: row.revision }
        if (contentHash(row) !== row.contentHash) return { ...report, fault: { kind: 'changed', ...fault } }
        if (proved.get(`${row.id}:${row.revision}`) !== row.contentHash)
          return { ...report, fault: { kind: 'unproved', ...fault } }
        report.revisions += 1
      }
      const last = page.at(-1)
      if (!last) return report
      after = { recordId: last.id, revision: last.revision }
    }
  }
}
