import { type GapPlan, gapPlan } from '@dfv/rules'
import type { Village } from './use-village'

let kept: { ledger: unknown; asOf: string; plan: GapPlan } | null = null

/** What can still be done, and where it takes the village; made once for a ledger and a day. */
export function planOf({ ledger, asOf }: Pick<Village, 'ledger' | 'asOf'>): GapPlan {
  if (kept?.ledger === ledger && kept.asOf === asOf) return kept.plan
  kept = { ledger, asOf, plan: gapPlan(ledger, { asOf }) }
  return kept.plan
}
