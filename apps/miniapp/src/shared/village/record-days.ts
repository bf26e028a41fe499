import type { DayOf } from '@/shared/records'
import type { Village } from './use-village'

/** The days of the records in the ledger on screen. */
export const recordDays =
  (village: Village | null): DayOf =>
  (recordId) =>
    village?.records.find(({ id }) => id === recordId)?.occurredOn
