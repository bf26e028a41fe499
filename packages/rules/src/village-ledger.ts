import type { Instant, IsoDate } from './core/iso-date.ts'

export type ReviewState = 'accepted' | 'pending' | 'returned' | 'voided'

/** One revision of one record. The payload holds no identity field. */
export type LedgerRecord = {
  id: string
  /** 1, 2, 3 …; a later revision replaces the earlier one. */
  revision: number
  kind: string
  schemaVersion: number
  /** The opaque id of the person, venue, grid, site or school; for kinds about the village its area code. */
  subjectId: string
  areaCode: string
  /** The day it happened: the value of the kind's `dateField`. */
  occurredOn: IsoDate
  /** When the server received it; null while it is on the phone, not yet sent. */
  receivedAt: Instant | null
  reviewState: ReviewState
  reviewedAt?: Instant | null
  payload: Record<string, unknown>
}

/** Everything the rules know of a village. Order of `records` carries no meaning. */
export type VillageLedger = {
  format: 'village-ledger@1'
  areaCode: string
  /** The day the village began to use the ledger. */
  startOn: IsoDate
  ledgerVersion: number
  records: LedgerRecord[]
}
