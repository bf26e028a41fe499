import { type VillageFold, villageFold } from '@dfv/rules'
import type { Village } from './use-village'

let kept: { ledger: unknown; policies: unknown; asOf: string; fold: VillageFold } | null = null

/** Every person as the records tell; folded once for a ledger, a policy and a day. */
export function personsOf({ ledger, asOf, policies }: Village): VillageFold {
  if (kept?.ledger === ledger && kept.policies === policies && kept.asOf === asOf) return kept.fold
  kept = { ledger, policies, asOf, fold: villageFold(ledger, { asOf, policies }) }
  return kept.fold
}
