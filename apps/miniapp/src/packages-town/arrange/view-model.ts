import {
  EXPLANATION_REASONS,
  explainable,
  KIND_OUTLINES,
  type KindId,
  kindLabel,
  type ObligationKind,
  type Role,
} from '@dfv/rules'
import type { AreaDuty, Colleague } from '@/shared/api'

/** A duty by law stays with the role that the law names. */
const STAYS_WITH_ROLE: readonly ObligationKind[] = ['police-report', 'town-decision']
/** They arrange the work of others. */
const ARRANGES_ALL: readonly Role[] = ['village-secretary', 'town-office']

type Owed = Pick<AreaDuty, 'kind' | 'owedBy' | 'settledBy'>

/** Whether somebody arranges a duty: whoever owes it, whom it was handed to, or who answers for all. */
export const mayArrange = (role: Role | null, duty: Pick<AreaDuty, 'owedBy' | 'assignee'>): boolean =>
  role !== null && (role === duty.owedBy || duty.assignee?.isMe === true || ARRANGES_ALL.includes(role))

/** The colleagues who may do it in his place: they may send the record that settles it. */
export function takers(
  duty: Owed & Pick<AreaDuty, 'assignee'>,
  colleagues: readonly Colleague[],
  me: string | null,
): Colleague[] {
  const { kind, owedBy, settledBy } = duty
  const maySend = settledBy === null ? [] : KIND_OUTLINES[settledBy].submittedBy
  return colleagues.filter(
    ({ accountId, role }) =>
      accountId !== me &&
      accountId !== duty.assignee?.accountId &&
      (role === owedBy || (!STAYS_WITH_ROLE.includes(kind) && maySend.includes(role))),
  )
}

export type Explaining = {
  reasons: { value: string; label: string }[]
  /** Records that excuse the duty, if they are true. */
  facts: { kind: KindId; label: string }[]
}

/** What may be said of why it is not done; null: nothing. */
export function explaining(kind: ObligationKind): Explaining | null {
  const given = explainable(kind)
  return given
    ? {
        reasons: given.reasons.map((value) => ({ value, label: EXPLANATION_REASONS[value] })),
        facts: given.facts.map((fact) => ({ kind: fact, label: kindLabel(fact) })),
      }
    : null
}
