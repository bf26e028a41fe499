import {
  type AwarenessCounts,
  assess,
  isKindId,
  type LedgerRecord,
  type Obligations,
  obligations,
  type Policies,
  type Scorecard,
  type VillageLedger,
  waitsForSecond,
} from '@dfv/rules'
import { type LedgerSnapshot, latestRevisions, withUnsent } from '@/shared/ledger'
import type { OutboxEntry } from '@/shared/outbox'

/**
 * The ledger the phone judges by: what the server told, and what waits here.
 * @param isReviewer whoever holds the phone reviews what others enter
 */
export function previewLedger(
  snapshot: LedgerSnapshot,
  entries: readonly OutboxEntry[],
  isReviewer = false,
): VillageLedger {
  const { startOn } = snapshot
  const waits = (kind: string, on: string) => isKindId(kind) && waitsForSecond(kind, on, startOn, isReviewer)
  return {
    format: 'village-ledger@1',
    areaCode: snapshot.areaCode,
    startOn,
    ledgerVersion: snapshot.ledgerVersion,
    records: withUnsent(snapshot, entries, waits),
  }
}

export type Preview = {
  /** What the rules read: a record has several rows while a correction of it waits for review. */
  ledger: VillageLedger
  /** What people read: each record once. */
  records: LedgerRecord[]
  asOf: string
  /** Counted beside the ledger, as the server last told. */
  answers: AwarenessCounts | undefined
  /** What the village is judged by. */
  policies: Policies
  scorecard: Scorecard
  duties: Obligations
}

/** The same rules as the server's, on the phone's ledger. */
export function previewOf(
  ledger: VillageLedger,
  asOf: string,
  answers: AwarenessCounts | undefined,
  policies: Policies,
): Preview {
  return {
    ledger,
    records: latestRevisions(ledger.records),
    asOf,
    answers,
    policies,
    scorecard: assess(ledger, { asOf, policies }),
    duties: obligations(ledger, { asOf, policies, awareness: answers }),
  }
}

/** The duties that would be done with this record: what was open before and is not open after. */
export function settledBy(before: Preview, record: VillageLedger['records'][number]): Obligations['open'] {
  const others = before.ledger.records.filter(
    ({ id, revision }) => id !== record.id || revision < record.revision,
  )
  const after = obligations(
    { ...before.ledger, records: [...others, record] },
    { asOf: before.asOf, policies: before.policies, awareness: before.answers },
  )
  const stillOpen = new Set(after.open.map(({ id }) => id))
  return before.duties.open.filter(({ id }) => !stillOpen.has(id))
}
