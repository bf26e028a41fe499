import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { LedgerChanges } from './ledger-changes.js'
import { LedgerReader } from './ledger-reader.js'
import { type DerivedRecord, RecordWriter } from './record-writer.js'
import { RecordsRepository } from './records.repository.js'

/** Records about one venue or school that follow from another act: a class that ended, a roster that changed. */
@Injectable()
export class SubjectRecords {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly records: RecordsRepository,
    private readonly reader: LedgerReader,
    private readonly changes: LedgerChanges,
    private readonly writer: RecordWriter,
  ) {}

  /** @returns false when the act was written down before, and for a subject that is not in the village any more */
  async derive(tx: EntityManager, record: DerivedRecord): Promise<boolean> {
    if (await this.records.isStored(tx, record.id)) return false
    const file = await this.subjects.lock(tx, record.subjectId, AreaScope.of(record.areaCode), null)
    if (!file) return false
    const { startOn } = await this.reader.head(tx, record.areaCode)
    const head = await this.changes.advance(tx, { code: record.areaCode, startOn })
    await this.writer.deriveAt(tx, record, head)
    await this.changes.refreshFile(tx, file, head)
    return true
  }
}
