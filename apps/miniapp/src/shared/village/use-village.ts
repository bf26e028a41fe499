import { isKindId, isRegistering, type LedgerRecord, type Wording } from '@dfv/rules'
import { useMemo } from 'react'
import type { PersonHead, PlaceHead } from '@/shared/api'
import { type LedgerSnapshot, type LedgerState, OFFLINE_READ_MS, useLedger } from '@/shared/ledger'
import { type OutboxEntry, useOutboxEntries } from '@/shared/outbox'
import { serverMillis, today } from '@/shared/platform'
import { type Preview, previewLedger, previewOf } from '@/shared/scoring'
import { useViewer } from '@/shared/session'

/** The village on screen, judged by what the phone knows. */
export type Village = Preview & {
  code: string
  name: string
  contactAt: number
  persons: PersonHead[]
  /** What the server knows of places; those the phone alone knows are in the fold. */
  placeHeads: ReadonlyMap<string, PlaceHead>
  /** 示范A-07 for a person, the village's name for the village, nothing for who is of another village. */
  subjectLabel(subjectId: string): string
  person(id: string): PersonHead | undefined
  /** What the sentences of the rules need: persons by their codes. */
  wording: Wording
}
export type VillageView = {
  state: LedgerState['state']
  syncing: boolean
  fault: LedgerState['fault']
  village: Village | null
}

/** Names of venues, grids, sites and schools, as their newest description has them. */
function placeNames(records: readonly LedgerRecord[]): ReadonlyMap<string, string> {
  const newest = new Map<string, LedgerRecord>()
  for (const record of records) {
    const { kind, subjectId, occurredOn, payload } = record
    if (!isKindId(kind) || !isRegistering(kind) || typeof payload.name !== 'string') continue
    const known = newest.get(subjectId)
    if (!known || known.occurredOn <= occurredOn) newest.set(subjectId, record)
  }
  return new Map([...newest].map(([id, { payload }]) => [id, String(payload.name)]))
}

// The judgement is made once for all pages on the stack: each asks with the same ledger, outbox and day.
let kept: { key: readonly unknown[]; preview: Preview } | null = null
function previewFor(
  snapshot: LedgerSnapshot,
  entries: OutboxEntry[],
  asOf: string,
  isReviewer: boolean,
): Preview {
  const key = [snapshot, entries, asOf, isReviewer]
  if (kept?.key.every((part, index) => part === key[index])) return kept.preview
  kept = { key, preview: previewOf(previewLedger(snapshot, entries, isReviewer), asOf) }
  return kept.preview
}

/** The village as pages see it: the judgement, with the names and codes that its sentences need. */
export function assembled(snapshot: LedgerSnapshot, preview: Preview, name: string): Village {
  const heads = new Map(snapshot.subjects.map((head) => [head.id, head]))
  const placeHeads = new Map(snapshot.places.map((head) => [head.id, head]))
  const names = placeNames(preview.records)
  const nameOf = (id: string) => heads.get(id)?.code ?? names.get(id) ?? placeHeads.get(id)?.name
  return {
    ...preview,
    code: snapshot.areaCode,
    name,
    contactAt: snapshot.contactAt,
    placeHeads,
    // A sealed file is a stub: it counts, and it is on no list.
    persons: snapshot.subjects
      .filter((head) => head.state === 'active')
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    subjectLabel: (id) => nameOf(id) ?? (id === snapshot.areaCode ? name : ''),
    person: (id) => heads.get(id),
    wording: { asOf: preview.asOf, nameOf },
  }
}

export function useVillage(): VillageView {
  const { state, snapshot, syncing, fault } = useLedger()
  const entries = useOutboxEntries()
  const { villageName, visitor } = useViewer()
  const asOf = today()
  const isLocked = snapshot !== null && serverMillis() - snapshot.contactAt > OFFLINE_READ_MS
  const village = useMemo(
    (): Village | null =>
      snapshot && !isLocked
        ? assembled(snapshot, previewFor(snapshot, entries, asOf, visitor), villageName)
        : null,
    [snapshot, entries, asOf, villageName, visitor, isLocked],
  )
  return { state: isLocked ? 'locked' : state, syncing, fault, village }
}
