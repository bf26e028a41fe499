import { type IsoDate, monthOf } from '../core/iso-date.ts'
import type { PastEvidence } from '../records/past-evidence.ts'
import type { FactIndex } from './facts-by-kind.ts'
import type { Fact } from './read-ledger.ts'

/** Finds the reviewed paper that backs a stretch of days before the village's start. */
export type Backing = (
  covers: PastEvidence,
  fromOn: IsoDate,
  lastOn: IsoDate,
  personId?: string,
) => Fact | undefined

export function backingOf(index: FactIndex): Backing {
  const evidence = index.of('past-evidence')
  return (covers, fromOn, lastOn, personId) =>
    evidence.find(
      ({ payload }) =>
        payload.covers === covers &&
        (payload.firstMonth as string) <= monthOf(fromOn) &&
        monthOf(lastOn) <= (payload.lastMonth as string) &&
        (payload.person === undefined || payload.person === personId),
    )
}
