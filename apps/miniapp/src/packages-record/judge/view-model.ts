import type { PendingRecord } from '@/shared/api'
import { reviews as copy } from '@/shared/copy'
import { type Answer, answersOf, kindOf } from '@/shared/records'
import { type WaitingRow, waitingRow } from '@/shared/review'

export type ReviewCard = WaitingRow & {
  answers: Answer[]
  /** What to know before saying yes. */
  effect: string
}

/** A record with its answers, for the one who decides on it. */
export function reviewCard(record: PendingRecord, villageName: string, today: string): ReviewCard {
  const kind = kindOf(record.kind)
  return {
    ...waitingRow(record, villageName, today),
    answers: kind ? answersOf(kind, record.payload, today, () => '') : [],
    effect: record.void ? copy.voidEffect : copy.acceptEffect,
  }
}

/** The record that was opened; once it is settled, the next that this person may decide on. */
export const onDesk = (records: readonly PendingRecord[], id: string): PendingRecord | undefined =>
  records.find((record) => record.id === id) ?? records.find(({ own }) => !own)
