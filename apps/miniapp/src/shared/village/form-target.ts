import type { Obligation } from '@dfv/rules'
import type { FormTarget } from '@/shared/navigation'
import { personsOf } from './use-persons'
import type { Village } from './use-village'

/** Completing a group changes the group there is; everything else is a record of its own. */
const COMPLETES_GROUP: readonly Obligation['kind'][] = ['group-members', 'full-group']

/** The form that settles a duty; null when no record does. */
export function formTargetOf(duty: Obligation, village: Village): FormTarget | null {
  if (duty.settledBy === null) return null
  const group = COMPLETES_GROUP.includes(duty.kind) ? personsOf(village).person(duty.subjectId)?.group : null
  if (group) return { kind: duty.settledBy, corrects: group.recordId }
  return { kind: duty.settledBy, subjectId: duty.subjectId, dutyId: duty.id, period: duty.period }
}
