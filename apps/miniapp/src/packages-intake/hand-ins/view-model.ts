import type { HandInOutcome, TakenFile } from '@/shared/api'
import { common, handIns as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { kindLabel } from '@/shared/records'

/** What came of the file, in sentences; nothing of what did not happen. */
export function outcomeLines({ records, photos }: TakenFile): string[] {
  const count = (outcome: HandInOutcome) => records.filter((one) => one.outcome === outcome).length
  const waiting = records.filter(({ waits }) => waits).length
  const lines: [number, (n: number) => string][] = [
    [count('received'), copy.received],
    [count('known'), copy.known],
    [count('later'), copy.later],
    [count('refused'), copy.refused],
    [waiting, copy.waits],
    [photos.stored, copy.photos],
    [photos.left, copy.photosLeft],
  ]
  return lines.filter(([n]) => n > 0).map(([n, say]) => say(n))
}

export type TakenLine = { key: string; title: string; note: string; outcome: HandInOutcome }

/** One line a record: what it is, and why it was not taken; what needs somebody stands first. */
export function takenLines({ records }: TakenFile, today: string): TakenLine[] {
  const order: readonly HandInOutcome[] = ['later', 'refused', 'received', 'known']
  return records
    .map((one, index) => ({
      key: `${index}`,
      title: [kindLabel(one.kind) || copy.unknownKind, one.occurredOn && showDate(one.occurredOn, today)]
        .filter(Boolean)
        .join(common.separator),
      note: one.reason ?? (one.receiptNo ? copy.receipt(one.receiptNo) : ''),
      outcome: one.outcome,
    }))
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
}

export const hasRefused = ({ records }: TakenFile): boolean =>
  records.some(({ outcome }) => outcome === 'refused')
