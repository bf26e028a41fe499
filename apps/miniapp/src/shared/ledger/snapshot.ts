import type { LedgerDelta, LedgerRecordWire, PersonHead } from '@/shared/api'

/** The village's ledger as the server last told it: pseudonymous, no identity in it. */
export type LedgerSnapshot = {
  areaCode: string
  startOn: string
  ledgerVersion: number
  records: LedgerRecordWire[]
  subjects: PersonHead[]
  /** Server time of the last answer, in ms. */
  contactAt: number
}

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))

/**
 * A full delta replaces everything; a partial one drops whole subjects first, then adds and replaces by id: of a subject
 * that was sealed the same answer brings what still counts, of one that came back it brings everything.
 */
export function applyDelta(
  before: LedgerSnapshot | null,
  delta: LedgerDelta,
  contactAt: number,
): LedgerSnapshot {
  const base = delta.full || before?.areaCode !== delta.areaCode ? null : before
  const gone = new Set(delta.dropped)
  const records = byId(base?.records.filter((record) => !gone.has(record.subjectId)) ?? [])
  for (const record of delta.records) {
    const known = records.get(record.id)
    // Answers may arrive out of order: an older revision never replaces a newer one.
    if (!known || record.revision >= known.revision) records.set(record.id, record)
  }
  const subjects = byId(base?.subjects.filter((subject) => !gone.has(subject.id)) ?? [])
  for (const subject of delta.subjects) subjects.set(subject.id, subject)
  return {
    areaCode: delta.areaCode,
    startOn: delta.startOn,
    ledgerVersion: delta.ledgerVersion,
    records: [...records.values()],
    subjects: [...subjects.values()],
    contactAt,
  }
}
