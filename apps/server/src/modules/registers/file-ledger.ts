import type { FiledSubject, LedgerRecord, Policies, VillageLedger } from '@dfv/rules'
import type { FileState } from './subject-file.js'

/** The village that keeps a file, and the records about its subject wherever they were made. */
export type FileLedger = {
  areaCode: string
  startOn: string
  version: number
  records: readonly LedgerRecord[]
}

/** What the village of the file counts: what happened in another village before comes in by its `carry-over`. */
export const villageLedgerOf = ({ areaCode, startOn, version, records }: FileLedger): VillageLedger => ({
  format: 'village-ledger@1',
  areaCode,
  startOn,
  ledgerVersion: version,
  records: records.filter((record) => record.areaCode === areaCode),
})

export type FoldInput = {
  type: FiledSubject
  id: string
  ledger: FileLedger
  /** The present state: keeps the day of sealing, and what there was where no registration counts any more. */
  before: FileState
  today: string
  policies: Policies
}
