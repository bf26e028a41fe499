import type { Scorecard } from '@dfv/rules'
import { showDate } from '@/shared/format'
import { kindIcon, kindShortLabel } from '@/shared/records'
import type { IconName } from '@/shared/ui'
import type { Village } from '@/shared/village'

export const PAGE_SIZE = 20
export type EvidenceRow = { id: string; icon: IconName; title: string; note: string }

export const partOf = (scorecard: Scorecard, id: string) => scorecard.parts.find((part) => part.id === id)

/** The records a part rests on, the newest first; what came out of each stands in the record alone. */
export function evidenceRows(village: Village, partId: string): EvidenceRow[] {
  const wanted = new Set(partOf(village.scorecard, partId)?.deciding)
  return village.records
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))
    .map(({ id, kind, subjectId, occurredOn }) => ({
      id,
      icon: kindIcon(kind),
      title: [kindShortLabel(kind), village.subjectLabel(subjectId)].join(' '),
      note: showDate(occurredOn, village.asOf),
    }))
}
