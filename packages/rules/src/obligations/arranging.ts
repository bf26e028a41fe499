import type { Role } from '../core/role.ts'
import { isKindId } from '../records/kind-id.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'

/** What arranging asks of a duty: its kind, whose it is by the rules, and the kind of record that settles it. */
type Owed = { kind: string; owedBy: Role; settledBy: string | null }

/** They arrange the work of others: the village's first responsible person, and the office above. */
const ARRANGES_ALL: readonly Role[] = ['village-secretary', 'town-office']

/** Duties to report or to decide stay with the role that the law names. @see 戒毒条例 第二十、二十一条 */
export const STAYS_WITH_ROLE: readonly string[] = ['police-report', 'town-decision']

/** Whether a role arranges a duty that was not handed to it: whoever owes it, or who answers for all. */
export const arrangesDuty = (role: Role, { owedBy }: Pick<Owed, 'owedBy'>): boolean =>
  role === owedBy || ARRANGES_ALL.includes(role)

/** Whether a role can settle a duty in the place of whoever owes it: it may send the record, or owes it itself. */
export function mayDoDuty(role: Role, { kind, owedBy, settledBy }: Owed): boolean {
  if (role === owedBy) return true
  if (STAYS_WITH_ROLE.includes(kind) || settledBy === null || !isKindId(settledBy)) return false
  return KIND_OUTLINES[settledBy].submittedBy.includes(role)
}
