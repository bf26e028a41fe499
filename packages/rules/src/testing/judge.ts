import type { IsoDate } from '../core/iso-date.ts'
import type { AsOf } from '../registers/village.ts'
import type { PartId, PartOutcome } from '../scorecard.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { aLedger } from './builders.ts'
import { assess } from './whole.ts'

/** One part of the scorecard of these records. */
export function partOf(
  id: PartId,
  records: LedgerRecord[],
  asOf: IsoDate,
  head: Partial<VillageLedger> = {},
  options: Partial<AsOf> = {},
): PartOutcome {
  return assess(aLedger(records, head), { asOf, ...options }).parts.find((part) => part.id === id)!
}

/** What a part says beside its name, clause and policy, as the JSON of a scorecard holds it. */
export function judgementOf(
  id: PartId,
  records: LedgerRecord[],
  asOf: IsoDate,
  head: Partial<VillageLedger> = {},
  options: Partial<AsOf> = {},
): Omit<PartOutcome, 'id' | 'standard' | 'clause' | 'policy'> {
  const { id: _, standard, clause, policy, ...judgement } = partOf(id, records, asOf, head, options)
  return judgement
}
