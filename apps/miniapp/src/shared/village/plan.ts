import { type GapPlan, gapPlan } from '@dfv/rules'
import type { Village } from './use-village'

let kept: { ledger: unknown; policies: unknown; asOf: string; plan: GapPlan } | null = null

/** What can still be done, and where it takes the village; made once for a ledger, a policy and a day. */
export function planOf({ ledger, asOf, policies }: Pick<Village, 'ledger' | 'asOf' | 'policies'>): GapPlan {
  if (kept?.ledger === ledger && kept.policies === policies && kept.asOf === asOf) return kept.plan
  kept = { ledger, policies, asOf, plan: gapPlan(ledger, { asOf, policies }) }
  return kept.plan
}
