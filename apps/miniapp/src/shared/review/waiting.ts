import type { PendingRecord } from '@/shared/api'
import { reviews as copy, roleNames } from '@/shared/copy'
import { daysBetween, showDate, showInstant } from '@/shared/format'
import { chinaDate } from '@/shared/platform'
import { kindLabel } from '@/shared/records'

export type WaitingRow = {
  id: string
  title: string
  where: string
  facts: string[]
  own: boolean
}

/** A record as the one who reviews it sees it in the queue: what, where, about which code, and for how long it has waited. */
export function waitingRow(record: PendingRecord, villageName: string, today: string): WaitingRow {
  const days = daysBetween(chinaDate(Date.parse(record.receivedAt)), today)
  return {
    id: record.id,
    title: record.void ? copy.voids(kindLabel(record.kind)) : kindLabel(record.kind),
    where: [villageName, record.subjectCode].filter(Boolean).join(' · '),
    facts: [
      showDate(record.occurredOn, today),
      `${roleNames[record.submittedBy.role]} ${showInstant(record.receivedAt, today)}`,
      copy.waiting(days),
      ...(record.remarks > 0 ? [copy.remarks(record.remarks)] : []),
    ],
    own: record.own,
  }
}

/** The reason in the village's own terms; null while it is missing. */
export function reasonOf(form: { preset: string | null; other: string }): string | null {
  if (form.preset !== null && form.preset !== copy.otherReason) return form.preset
  const words = form.other.trim()
  return words.length >= 2 ? words : null
}
