import { type AwarenessCounts, type CountyOverride, POLICIES, type Policies } from '@dfv/rules'
import type { LedgerDelta, LedgerRecordWire, PersonHead, PlaceHead } from '@/shared/api'

/** The village's ledger as the server last told it: pseudonymous, no identity in it. */
export type LedgerSnapshot = {
  areaCode: string
  startOn: string
  ledgerVersion: number
  records: LedgerRecordWire[]
  subjects: PersonHead[]
  /** Venues, grids, education sites and schools. */
  places: PlaceHead[]
  /** How many have answered this year; absent from what an earlier version of the app kept. */
  answers?: AwarenessCounts | undefined
  /** What its county sets itself; absent from what an earlier version of the app kept. */
  policy?: LedgerDelta['policy'] | undefined
  /** Server time of the last answer, in ms. */
  contactAt: number
}

const byId = <T extends { id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))

/**
 * A full delta replaces everything; a partial one drops whole subjects first, then replaces all rows of each record it
 * brings: of a subject that was sealed the same answer brings what still counts, of one that came back it brings
 * everything. A record has two rows while a correction of it waits for review.
 */
export function applyDelta(
  before: LedgerSnapshot | null,
  delta: LedgerDelta,
  contactAt: number,
): LedgerSnapshot {
  const base = delta.full || before?.areaCode !== delta.areaCode ? null : before
  const gone = new Set(delta.dropped)
  const kept = base?.records.filter((record) => !gone.has(record.subjectId)) ?? []
  const known = newestRevision(kept)
  const told = newestRevision(delta.records)
  // Answers may arrive out of order: an older revision never replaces a newer one.
  const isOlder = (id: string) => (told.get(id) ?? 0) < (known.get(id) ?? 0)
  const records = kept
    .filter(({ id }) => !told.has(id) || isOlder(id))
    .concat(delta.records.filter(({ id }) => !isOlder(id)))
  const merged = <T extends { id: string }>(known: readonly T[] | undefined, news: readonly T[]): T[] => {
    const all = byId(known?.filter(({ id }) => !gone.has(id)) ?? [])
    for (const one of news) all.set(one.id, one)
    return [...all.values()]
  }
  return {
    areaCode: delta.areaCode,
    startOn: delta.startOn,
    ledgerVersion: delta.ledgerVersion,
    records,
    subjects: merged(base?.subjects, delta.subjects),
    places: merged(base?.places, delta.places),
    answers: delta.answers,
    policy: delta.policy,
    contactAt,
  }
}

/**
 * The policy the server judges the village by, as far as this version of the app knows its values.
 * @param snapshot null: no ledger is on the phone, so that no county's values are known
 */
export function policiesOf(snapshot: Pick<LedgerSnapshot, 'areaCode' | 'policy'> | null): Policies {
  if (!snapshot?.policy || snapshot.policy.version === POLICIES.version) return POLICIES
  const { version, own } = snapshot.policy
  return { ...POLICIES, version, counties: { [snapshot.areaCode.slice(0, 6)]: own as CountyOverride } }
}

type Row = { id: string; revision: number }

function newestRevision(records: readonly Row[]): Map<string, number> {
  const newest = new Map<string, number>()
  for (const { id, revision } of records) newest.set(id, Math.max(revision, newest.get(id) ?? 0))
  return newest
}

/** Each record once, by what was last said of it: what lists show. */
export function latestRevisions<T extends Row>(records: readonly T[]): T[] {
  const newest = newestRevision(records)
  return records.filter(({ id, revision }) => newest.get(id) === revision)
}
