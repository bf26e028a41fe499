import {
  type Comparison,
  fill,
  type PartSummary,
  type Policies,
  type PolicyRelease,
  partTitle,
  villageChangeTexts,
  WHAT_IF_ZH,
} from '@dfv/rules'
import type { TrialOut } from './policies.dto.js'
import type { PolicyDraft } from './policy-draft.entity.js'

/** How far the villages of a county have been judged by a draft, and what came out. Counts and sentences, nobody's id. */
export type Trial = {
  version: number
  /** Version of the policy in force that the draft is compared with. */
  policy: string
  asOf: string
  /** The village judged last, in the order of the codes; '' before the first. */
  after: string
  done: number
  total: number
  summary: PartSummary[]
  villages: { areaCode: string; lines: string[] }[]
}

/** The policy as if the draft's values had held since the year began, so that its effect shows in today's ledgers. */
export function trialPolicies(
  current: Policies,
  county: string,
  draft: PolicyRelease,
  asOf: string,
): Policies {
  const from = `${asOf.slice(0, 4)}-01-01`
  const own: Record<string, unknown> = { ...current.counties[county] }
  for (const [id, value] of Object.entries(draft.values)) {
    const before = (own[id] ?? []) as readonly { from: string; value: unknown }[]
    own[id] = [...before.filter((version) => version.from < from), { from, value }]
  }
  return {
    ...current,
    version: `${current.version}-trial`,
    counties: { ...current.counties, [county]: own as Policies['counties'][string] },
  }
}

/** The trial with one more village judged. */
export function withVillage(trial: Trial, areaCode: string, comparison: Comparison): Trial {
  const byPart = new Map(trial.summary.map((line) => [line.id, { ...line }]))
  for (const line of comparison.summary) {
    const sum = byPart.get(line.id)
    if (!sum) byPart.set(line.id, { ...line })
    else {
      sum.better += line.better
      sum.worse += line.worse
      sum.figures += line.figures
    }
  }
  const [change] = comparison.villages
  return {
    ...trial,
    after: areaCode,
    done: trial.done + 1,
    summary: [...byPart.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    villages: change ? [...trial.villages, { areaCode, lines: villageChangeTexts(change) }] : trial.villages,
  }
}

/**
 * The trial of the draft's present version. What an older one came to says nothing; nor, before the release, does a comparison
 * with a policy that is in force no more.
 */
export const readTrial = (
  { trial, version, state }: Pick<PolicyDraft, 'trial' | 'version' | 'state'>,
  { version: policy }: Policies,
): Trial | undefined => {
  if (trial === '') return undefined
  const read = JSON.parse(trial) as Trial
  return read.version === version && (state !== 'draft' || read.policy === policy) ? read : undefined
}

export const isDone = (trial: Trial | undefined): boolean => trial !== undefined && trial.done === trial.total

export const toTrialOut = (trial: Trial, nameOf: (areaCode: string) => string): TrialOut => ({
  state: isDone(trial) ? 'done' : 'running',
  asOf: trial.asOf,
  done: trial.done,
  total: trial.total,
  changed: trial.villages.length,
  summary: trial.summary.map(({ id, clause, better, worse, figures }) =>
    fill(WHAT_IF_ZH.summary, { part: partTitle(id), ref: clause.ref, better, worse, figures }),
  ),
  villages: trial.villages.map(({ areaCode, lines }) => ({ areaCode, name: nameOf(areaCode), lines })),
})
