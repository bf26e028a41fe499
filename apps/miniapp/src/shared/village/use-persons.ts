import { type VillageFold, villageFold } from '@dfv/rules'
import type { Village } from './use-village'

let kept: { ledger: unknown; asOf: string; fold: VillageFold } | null = null

/** Every person as the records tell; folded once for a ledger and a day. */
export function personsOf({ ledger, asOf }: Village): VillageFold {
  if (kept?.ledger === ledger && kept.asOf === asOf) return kept.fold
  kept = { ledger, asOf, fold: villageFold(ledger, { asOf }) }
  return kept.fold
}
