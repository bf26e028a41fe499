import {
  arrangesDuty,
  EXPLANATION_REASONS,
  explainable,
  type KindId,
  kindLabel,
  mayDoDuty,
  type ObligationKind,
  type Role,
} from '@dfv/rules'
import type { AreaDuty, Colleague } from '@/shared/api'

type Owed = Pick<AreaDuty, 'kind' | 'owedBy' | 'settledBy'>

/** Whether somebody arranges a duty: whoever owes it, whom it was handed to, or who answers for all. */
export const mayArrange = (role: Role | null, duty: Pick<AreaDuty, 'owedBy' | 'assignee'>): boolean =>
  role !== null && (duty.assignee?.isMe === true || arrangesDuty(role, duty))

/** The colleagues who may do it in his place: they may send the record that settles it. */
export function takers(
  duty: Owed & Pick<AreaDuty, 'assignee'>,
  colleagues: readonly Colleague[],
  me: string | null,
): Colleague[] {
  return colleagues.filter(
    ({ accountId, role }) =>
      accountId !== me && accountId !== duty.assignee?.accountId && mayDoDuty(role, duty),
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
