import { assessYear } from '../assessment/assessment.ts'
import type { Instant, IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import { obligations } from '../obligations/obligations.ts'
import { POLICY_MEANINGS } from '../policy/meanings.ts'
import type { Policies, PolicyId } from '../policy/policies.ts'
import type { Clause, Obligation, PartId } from '../scorecard.ts'
import { assess } from '../standards/assess.ts'
import type { YearCounts } from './read-year-counts.ts'
import {
  type Change,
  differ,
  type ItemChange,
  itemChanges,
  type ScorecardChanges,
  scorecardChanges,
} from './scorecard-changes.ts'

/** A duty as a comparison names it. */
export type DutyNamed = Pick<Obligation, 'id' | 'kind' | 'subjectId' | 'period' | 'owedBy' | 'dueOn'>

export type DutyChanges = {
  added: DutyNamed[]
  removed: DutyNamed[]
  /** Owed by both policies, with another last day. */
  moved: (DutyNamed & { draftDueOn: IsoDate })[]
}

export type VillageChange = ScorecardChanges & {
  areaCode: string
  /** Points of the year as the system counts them, in 1/100 point; absent when they stay. */
  points?: Change<number>
  items: ItemChange[]
  /** Duties that would arise, lapse or have another last day. */
  obligations: DutyChanges
}

/** A policy value that differs, at any time or place. */
export type ValueChange = Change<unknown> & { id: PolicyId; clause: string; meaning: string; county?: string }

/** How many villages one part moves; one that only lacks something else is in none of the three. */
export type PartSummary = { id: PartId; clause: Clause; better: number; worse: number; figures: number }

export type Comparison = {
  format: 'policy-comparison@1'
  asOf: IsoDate
  knownAt: Instant | null
  policyVersion: Change<string>
  values: ValueChange[]
  summary: PartSummary[]
  /** The villages in which anything changes, in the order of their codes. */
  villages: VillageChange[]
  unchanged: number
}

const versionsOf = (policies: Policies, id: PolicyId, county: string | undefined): unknown =>
  county === undefined ? policies.values[id]?.versions : (policies.counties[county]?.[id] ?? null)

function changedValues(current: Policies, draft: Policies): ValueChange[] {
  const ids = Object.keys(current.values) as PolicyId[]
  const counties = Object.keys({ ...current.counties, ...draft.counties }).sort()
  const changes: ValueChange[] = []
  for (const county of [undefined, ...counties])
    for (const id of ids) {
      const change = { current: versionsOf(current, id, county), draft: versionsOf(draft, id, county) }
      if (!differ(change.current, change.draft)) continue
      const { clause } = current.values[id]
      changes.push({
        id,
        clause,
        meaning: POLICY_MEANINGS[id],
        ...change,
        ...(county === undefined ? {} : { county }),
      })
    }
  return changes
}

type Options = { asOf: IsoDate; knownAt: Instant | null }

const named = ({ id, kind, subjectId, period, owedBy, dueOn }: Obligation): DutyNamed => ({
  id,
  kind,
  subjectId,
  period,
  owedBy,
  dueOn,
})

function dutyChanges(current: readonly Obligation[], draft: readonly Obligation[]): DutyChanges {
  const before = new Map(current.map((duty): [string, Obligation] => [duty.id, duty]))
  const after = new Map(draft.map((duty): [string, Obligation] => [duty.id, duty]))
  const moved: DutyChanges['moved'] = []
  for (const duty of current) {
    const draftDueOn = after.get(duty.id)?.dueOn ?? duty.dueOn
    if (draftDueOn !== duty.dueOn) moved.push({ ...named(duty), draftDueOn })
  }
  return {
    added: draft.filter(({ id }) => !before.has(id)).map(named),
    removed: current.filter(({ id }) => !after.has(id)).map(named),
    moved,
  }
}

function villageChange(
  ledger: unknown,
  [current, draft]: readonly [Policies, Policies],
  values: readonly ValueChange[],
  options: Options & YearCounts,
): VillageChange | undefined {
  const now = assess(ledger, { ...options, policies: current })
  const then = assess(ledger, { ...options, policies: draft })
  const [year, draftYear] = [current, draft].map((policies) => assessYear(ledger, { ...options, policies }))
  const [owed, owing] = [current, draft].map((policies) => obligations(ledger, { ...options, policies }).open)
  const change: VillageChange = {
    areaCode: now.areaCode,
    ...scorecardChanges(now, then, values),
    ...(year!.points === draftYear!.points
      ? {}
      : { points: { current: year!.points, draft: draftYear!.points } }),
    items: itemChanges(year!, draftYear!, values),
    obligations: dutyChanges(owed!, owing!),
  }
  const { track, parts, items, obligations: duties } = change
  const count =
    parts.length + items.length + duties.added.length + duties.removed.length + duties.moved.length
  return track === undefined && count === 0 ? undefined : change
}

/** How near a state is to what a village hopes for. */
const WORTH: Record<State, number> = { notMet: 0, undetermined: 1, met: 2, notApplicable: 2 }

function summaryOf(villages: readonly VillageChange[]): PartSummary[] {
  const byPart = new Map<PartId, PartSummary>()
  for (const { parts } of villages)
    for (const { id, clause, current, draft } of parts) {
      if (!differ(current, draft)) continue
      const line = byPart.get(id) ?? { id, clause, better: 0, worse: 0, figures: 0 }
      byPart.set(id, line)
      // A part that is taken up or given up is neither better nor worse.
      const gain = current === null || draft === null ? 0 : WORTH[draft.state] - WORTH[current.state]
      if (gain > 0) line.better++
      else if (gain < 0) line.worse++
      else line.figures++
    }
  return Array.from(byPart.values()).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What is asked of a comparison. */
export type CompareOptions = {
  asOf: IsoDate
  knownAt?: Instant | null
  /** What the points of a village rest on beside its ledger. */
  countsOf?: (areaCode: string) => YearCounts
}

/**
 * Judges villages by a draft policy beside the one in force, and tells what changes, where, and by which clause: states
 * and figures of the parts, points, duties. Nothing in a ledger makes it throw.
 * @throws RangeError when `asOf` is not a date
 */
export function compare(
  ledgers: readonly unknown[],
  current: Policies,
  draft: Policies,
  { asOf, knownAt = null, countsOf = () => ({}) }: CompareOptions,
): Comparison {
  const values = changedValues(current, draft)
  const villages: VillageChange[] = []
  for (const ledger of ledgers) {
    const { areaCode } = (ledger ?? {}) as { areaCode?: unknown }
    const counts = countsOf(typeof areaCode === 'string' ? areaCode : '')
    const change = villageChange(ledger, [current, draft], values, { asOf, knownAt, ...counts })
    if (change !== undefined) villages.push(change)
  }
  villages.sort((a, b) => (a.areaCode < b.areaCode ? -1 : a.areaCode > b.areaCode ? 1 : 0))
  return {
    format: 'policy-comparison@1',
    asOf,
    knownAt,
    policyVersion: { current: current.version, draft: draft.version },
    values,
    summary: summaryOf(villages),
    villages,
    unchanged: ledgers.length - villages.length,
  }
}
