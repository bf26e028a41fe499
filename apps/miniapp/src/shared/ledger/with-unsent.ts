import { isKindId, isRegistering } from '@dfv/rules'
import type { LedgerRecordWire } from '@/shared/api'
import { type OutboxEntry, UNSENT } from '@/shared/outbox'
import type { LedgerSnapshot } from './snapshot'

/** What waits for the second person, by kind and day. */
export type WaitsForReview = (kind: string, occurredOn: string) => boolean

function asRecord(entry: OutboxEntry, waitsForReview: WaitsForReview): LedgerRecordWire {
  return {
    id: entry.recordId,
    revision: entry.receipt?.revision ?? entry.revision,
    kind: entry.kind,
    schemaVersion: entry.schemaVersion,
    subjectId: entry.subjectId,
    areaCode: entry.areaCode,
    occurredOn: entry.occurredOn,
    receivedAt: entry.receipt?.receivedAt ?? null,
    reviewState:
      entry.receipt?.reviewState ?? (waitsForReview(entry.kind, entry.occurredOn) ? 'pending' : 'accepted'),
    payload: entry.payload,
  }
}

/** The ledger as it will be once the phone's records have arrived. Drafts and refused records are not in it. */
export function withUnsent(
  snapshot: LedgerSnapshot,
  entries: readonly OutboxEntry[],
  waitsForReview: WaitsForReview,
): LedgerRecordWire[] {
  const relevant = entries.filter(
    // An accepted record counts from its receipt on, also before the next delta brings it back.
    (entry) => UNSENT.includes(entry.state) || (entry.state === 'accepted' && entry.receipt !== undefined),
  )
  if (relevant.length === 0) return snapshot.records
  const records = [...snapshot.records]
  const known = new Set([...snapshot.subjects, ...snapshot.places].map(({ id }) => id))
  // A venue, grid, site or school that was registered here is known before the server knows it.
  for (const { kind, subjectId } of relevant) if (isKindId(kind) && isRegistering(kind)) known.add(subjectId)
  for (const entry of relevant) {
    // A subject that was sealed or moved away meanwhile is no longer this phone's.
    if (!known.has(entry.subjectId) && entry.subjectId !== snapshot.areaCode) continue
    const record = asRecord(entry, waitsForReview)
    // A correction stands beside what it corrects: while it waits for review, the accepted revision counts.
    if (records.every(({ id, revision }) => id !== record.id || revision < record.revision))
      records.push(record)
  }
  return records
}
