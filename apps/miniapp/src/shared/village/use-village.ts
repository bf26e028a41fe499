import type { Wording } from '@dfv/rules'
import { useMemo } from 'react'
import type { PersonHead } from '@/shared/api'
import { useKnownName } from '@/shared/colleagues'
import { type LedgerState, OFFLINE_READ_MS, policiesOf, useLedger } from '@/shared/ledger'
import { type OutboxEntry, useOutboxEntries } from '@/shared/outbox'
import { serverMillis, today } from '@/shared/platform'
import { type Preview, previewLedger, previewOf } from '@/shared/scoring'
import { useViewer } from '@/shared/session'
import { placeOf } from './use-places'

/** The village on screen, judged by what the phone knows. */
export type Village = Preview & {
  code: string
  name: string
  contactAt: number
  persons: PersonHead[]
  /** 示范A-07 for a person, a place's name, the village's name for the village, nothing for who is of another village. */
  subjectLabel(subjectId: string): string
  person(id: string): PersonHead | undefined
  /** 示范A-场所-03; nothing while the server does not know the place. */
  placeCode(id: string): string | undefined
  /** What the sentences of the rules need: persons by their codes, places and colleagues by their names. */
  wording: Wording
}
export type VillageView = {
  state: LedgerState['state']
  syncing: boolean
  fault: LedgerState['fault']
  village: Village | null
}

// The judgement is made once for all pages on the stack: each asks with the same ledger, outbox and day.
let kept: { key: readonly unknown[]; preview: Preview } | null = null
function previewFor(
  snapshot: NonNullable<LedgerState['snapshot']>,
  entries: OutboxEntry[],
  asOf: string,
  isReviewer: boolean,
): Preview {
  const key = [snapshot, entries, asOf, isReviewer]
  if (kept?.key.every((part, index) => part === key[index])) return kept.preview
  const ledger = previewLedger(snapshot, entries, isReviewer)
  kept = { key, preview: previewOf(ledger, asOf, snapshot.answers, policiesOf(snapshot)) }
  return kept.preview
}

export function useVillage(): VillageView {
  const { state, snapshot, syncing, fault } = useLedger()
  const entries = useOutboxEntries()
  const { villageName, visitor } = useViewer()
  const knownName = useKnownName()
  const asOf = today()
  const isLocked = snapshot !== null && serverMillis() - snapshot.contactAt > OFFLINE_READ_MS
  // biome-ignore lint/correctness/useExhaustiveDependencies: a colleague's name that comes later changes no work
  const village = useMemo((): Village | null => {
    if (!snapshot || isLocked) return null
    const heads = new Map(snapshot.subjects.map((head) => [head.id, head]))
    const codes = new Map(snapshot.places.map(({ id, code }) => [id, code]))
    const preview = previewFor(snapshot, entries, asOf, visitor)
    const placeName = (id: string) => placeOf(preview, id)?.name
    return {
      ...preview,
      code: snapshot.areaCode,
      name: villageName,
      contactAt: snapshot.contactAt,
      // A sealed file is a stub: it counts, and it is on no list.
      persons: snapshot.subjects
        .filter((head) => head.state === 'active')
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      subjectLabel: (id) =>
        heads.get(id)?.code ?? placeName(id) ?? (id === snapshot.areaCode ? villageName : ''),
      person: (id) => heads.get(id),
      placeCode: (id) => codes.get(id),
      wording: { asOf, nameOf: (id) => heads.get(id)?.code ?? placeName(id) ?? knownName(id) },
    }
  }, [snapshot, entries, asOf, villageName, visitor, isLocked])
  return { state: isLocked ? 'locked' : state, syncing, fault, village }
}
