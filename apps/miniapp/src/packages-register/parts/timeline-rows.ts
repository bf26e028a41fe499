import type { LedgerRecord } from '@dfv/rules'
import { common, person as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { kindIcon, kindShortLabel } from '@/shared/records'
import type { IconName } from '@/shared/ui'
import type { Village } from '@/shared/village'

export const PAGE_SIZE = 20

export type TimelineRow = { id: string; icon: IconName; text: string; unsent: boolean }

/** What can be said of a record on a list: whether somebody was met, never what a test showed. */
function outcomeWord({ kind, payload }: LedgerRecord): string {
  if (kind === 'talk') return payload.found === 'yes' ? copy.met : copy.notMet
  return kind === 'urine-test' ? copy.resultKept : ''
}

/** What was recorded about a person or a place, the newest first. */
export function timelineOf(village: Village, subjectId: string): TimelineRow[] {
  return village.records
    .filter((record) => record.subjectId === subjectId)
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.id < b.id ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    )
    .map((record) => ({
      id: record.id,
      icon: kindIcon(record.kind),
      text: [showDate(record.occurredOn, village.asOf), kindShortLabel(record.kind), outcomeWord(record)]
        .filter(Boolean)
        .join(common.separator),
      unsent: record.receivedAt === null,
    }))
}
