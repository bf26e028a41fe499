import {
  addDays,
  POLICY_FORMS,
  POLICY_SOURCE_ZH,
  type Policies,
  type PolicyId,
  type PolicyValues,
  policyAt,
  policyMeaning,
  policySource,
  policyValueText,
} from '@dfv/rules'
import { isSecondPerson } from '../../platform/second-person.js'
import type { DraftOut, PolicyBookOut } from './policies.dto.js'
import { releaseOf } from './policies-in-force.js'
import type { PolicyDraft } from './policy-draft.entity.js'

const textOf = (id: PolicyId, value: unknown): string => policyValueText(id, value as PolicyValues[typeof id])

/** Every number and switch as it stands on a day in a county, with what was released for later. */
export function valuesOut(policies: Policies, county: string, today: string): PolicyBookOut['values'] {
  const present = policyAt(policies, today, county)
  return (Object.keys(POLICY_FORMS) as PolicyId[]).map((id) => {
    const source = policySource(id)
    const own: readonly { from: string; value: unknown }[] = policies.counties[county]?.[id] ?? []
    return {
      id,
      meaning: policyMeaning(id),
      clause: policies.values[id].clause,
      source,
      sourceText: POLICY_SOURCE_ZH[source],
      form: POLICY_FORMS[id],
      value: present[id],
      text: textOf(id, present[id]),
      next: own
        .filter(({ from }) => from > today)
        .map(({ from, value }) => ({ from, text: textOf(id, value) })),
    }
  })
}

export type DraftReader = { accountId: string; today: string; nameOf: (accountId: string) => string }

/** A draft or release as one of the office sees it. @param policies in force, beside which the change is shown */
export function draftOut(
  draft: PolicyDraft,
  policies: Policies,
  reader: DraftReader,
): Omit<DraftOut, 'trial'> {
  const { values } = releaseOf(draft)
  // What would stand on the day before it begins, other releases included: that is what it changes.
  const before = policyAt(policies, addDays(draft.effectiveOn, -1), draft.countyCode)
  const name = (id: string | null) => (id === null ? null : reader.nameOf(id))
  return {
    id: draft.id,
    state: draft.state,
    version: draft.version,
    effectiveOn: draft.effectiveOn,
    basis: draft.basis,
    changes: (Object.keys(values) as PolicyId[]).map((id) => ({
      id,
      meaning: policyMeaning(id),
      clause: policies.values[id].clause,
      value: values[id],
      before: textOf(id, before[id]),
      after: textOf(id, values[id]),
    })),
    author: reader.nameOf(draft.authorId),
    savedAt: draft.savedAt.toISOString(),
    releasedBy: name(draft.releasedBy),
    releasedAt: draft.releasedAt?.toISOString() ?? null,
    withdrawnBy: name(draft.withdrawnBy),
    withdrawnAt: draft.withdrawnAt?.toISOString() ?? null,
    withdrawnBecause: draft.withdrawnBecause,
    may: mayOf(draft, reader),
  }
}

function mayOf(draft: PolicyDraft, { accountId, today }: DraftReader): DraftOut['may'] {
  if (draft.state === 'draft')
    return isSecondPerson(draft.authorId, { accountId }) ? ['release', 'withdraw'] : ['edit', 'withdraw']
  return draft.state === 'released' && draft.effectiveOn > today ? ['withdraw'] : []
}
