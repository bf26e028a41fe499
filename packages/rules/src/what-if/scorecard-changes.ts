import type { Assessment } from '../assessment/assessment.ts'
import type { ItemState } from '../assessment/item.ts'
import type { ItemId } from '../assessment/weights.ts'
import { canonicalJson } from '../core/canonical-json.ts'
import type { State } from '../core/outcome.ts'
import type { PolicyId } from '../policy/policies.ts'
import type { Clause, GateId, PartId, PartOutcome, Scorecard, Track } from '../scorecard.ts'
import { PART_IDS } from '../scorecard-ids.ts'

export type Change<T> = { current: T; draft: T }

export type Figures = { state: State; numerator?: number; denominator?: number }

/** What an item of points earns, of its weight; in 1/100 point. */
export type ItemFigures = { state: ItemState; points: number; weight: number }

export type ItemChange = Change<ItemFigures> & {
  id: ItemId
  clause: Clause
  /** The policy values of the item that differ, at any time. */
  policy: PolicyId[]
}

/** null: judged by hand. */
export type PartChange = Change<Figures | null> & {
  id: PartId
  clause: Clause
  /** The policy values of the part that differ, at any time. */
  policy: PolicyId[]
}

/** Between two judgements of one village. */
export type ScorecardChanges = {
  track?: Change<Track>
  verdict?: Change<State>
  /** The standards and measures that change; null: judged by hand. */
  standards: (Change<State | null> & { id: GateId })[]
  parts: PartChange[]
}

/** A policy value that differs, and where. */
export type ChangedValue = { id: PolicyId; county?: string }

export const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b)

function figuresOf(part: PartOutcome | undefined): Figures | null {
  if (part === undefined) return null
  const { state, numerator, denominator } = part
  return {
    state,
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  }
}

/** The values that differ, of those that something rests on, where they apply to the village. */
const changedOf = (
  used: readonly PolicyId[],
  values: readonly ChangedValue[],
  areaCode: string,
): PolicyId[] => {
  const county = areaCode.slice(0, 6)
  const changed = values
    .filter((value) => used.includes(value.id) && (value.county ?? county) === county)
    .map(({ id }) => id)
  return Array.from(new Set(changed))
}

function partChanges(current: Scorecard, draft: Scorecard, values: readonly ChangedValue[]): PartChange[] {
  const changes: PartChange[] = []
  for (const one of PART_IDS) {
    const part = current.parts.find(({ id }) => id === one)
    const other = draft.parts.find(({ id }) => id === one)
    const outcome = part ?? other
    if (outcome === undefined) continue
    const figures = { current: figuresOf(part), draft: figuresOf(other) }
    const missing = [part?.missing ?? null, other?.missing ?? null] as const
    if (!differ(figures.current, figures.draft) && !differ(...missing)) continue
    const used = (part?.policy ?? []).concat(other?.policy ?? []).map(({ id }) => id as PolicyId)
    if (part === undefined || other === undefined) used.push('judgedParts')
    const policy = changedOf(used, values, current.areaCode)
    changes.push({ id: one, clause: outcome.clause, ...figures, policy })
  }
  return changes
}

function gateChanges(current: Scorecard, draft: Scorecard): ScorecardChanges['standards'] {
  const statesOf = ({ standards, measures }: Scorecard) =>
    new Map<GateId, State>([...standards, ...measures].map(({ id, state }) => [id, state]))
  const [now, then] = [statesOf(current), statesOf(draft)]
  return Array.from(new Set([...Array.from(now.keys()), ...Array.from(then.keys())]))
    .map((id) => ({ id, current: now.get(id) ?? null, draft: then.get(id) ?? null }))
    .filter((gate) => gate.current !== gate.draft)
}

/** What one judgement of a village says otherwise than another, by part. @param values those that differ between them */
export const scorecardChanges = (
  current: Scorecard,
  draft: Scorecard,
  values: readonly ChangedValue[] = [],
): ScorecardChanges => ({
  ...(current.track === draft.track ? {} : { track: { current: current.track, draft: draft.track } }),
  ...(current.verdict === draft.verdict
    ? {}
    : { verdict: { current: current.verdict, draft: draft.verdict } }),
  standards: gateChanges(current, draft),
  parts: partChanges(current, draft, values),
})

/** The same of the points, by item. */
export function itemChanges(
  current: Assessment,
  draft: Assessment,
  values: readonly ChangedValue[] = [],
): ItemChange[] {
  const changes: ItemChange[] = []
  current.items.forEach((item, index) => {
    const other = draft.items[index]!
    const [now, then] = [item, other].map(
      ({ state, points, weight }): ItemFigures => ({ state, points, weight }),
    )
    if (!differ(now, then)) return
    const used = item.policy.concat(other.policy).map(({ id }) => id as PolicyId)
    changes.push({
      id: item.id,
      clause: item.clause,
      current: now!,
      draft: then!,
      policy: changedOf(used, values, current.areaCode),
    })
  })
  return changes
}
