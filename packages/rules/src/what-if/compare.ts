import { type Assessment, assessYear } from '../assessment/assessment.ts'
import type { ItemState } from '../assessment/item.ts'
import type { ItemId } from '../assessment/weights.ts'
import { canonicalJson } from '../core/canonical-json.ts'
import type { Instant, IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import { obligations } from '../obligations/obligations.ts'
import type { Policies, PolicyId } from '../policy/policies.ts'
import type { Clause, GateId, Obligation, PartId, PartOutcome, Scorecard, Track } from '../scorecard.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { assess } from '../standards/assess.ts'
import type { YearCounts } from './read-year-counts.ts'

type Change<T> = { current: T; draft: T }

export type Figures = { state: State; numerator?: number; denominator?: number }

/** What an item of points earns, of its weight; in 1/100 point. */
export type ItemFigures = { state: ItemState; points: number; weight: number }

export type ItemChange = Change<ItemFigures> & {
  id: ItemId
  clause: Clause
  /** The policy values of the item that differ, at any time. */
  policy: PolicyId[]
}

/** A duty as a comparison names it. */
export type DutyNamed = Pick<Obligation, 'id' | 'kind' | 'subjectId' | 'period' | 'owedBy' | 'dueOn'>

export type DutyChanges = {
  added: DutyNamed[]
  removed: DutyNamed[]
  /** Owed by both policies, with another last day. */
  moved: (DutyNamed & { draftDueOn: IsoDate })[]
}

/** null: judged by hand. */
export type PartChange = Change<Figures | null> & {
  id: PartId
  clause: Clause
  /** The policy values of the part that differ, at any time. */
  policy: PolicyId[]
}

export type VillageChange = {
  areaCode: string
  track?: Change<Track>
  verdict?: Change<State>
  /** The standards and measures that change; null: judged by hand. */
  standards: (Change<State | null> & { id: GateId })[]
  parts: PartChange[]
  /** Self-assessed points of the year, in 1/100 point; absent when they stay. */
  points?: Change<number>
  items: ItemChange[]
  /** Duties that would arise, lapse or have another last day. */
  obligations: DutyChanges
}

/** A policy value that differs, at any time or place. */
export type ValueChange = Change<unknown> & { id: PolicyId; clause: string; meaning: string; county?: string }

/** How many villages one part moves. */
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

const differ = (a: unknown, b: unknown): boolean => canonicalJson(a) !== canonicalJson(b)

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
      const { clause, meaning } = current.values[id]
      changes.push({ id, clause, meaning, ...change, ...(county === undefined ? {} : { county }) })
    }
  return changes
}

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
  values: readonly ValueChange[],
  areaCode: string,
): PolicyId[] => {
  const county = areaCode.slice(0, 6)
  const changed = values
    .filter((value) => used.includes(value.id) && (value.county ?? county) === county)
    .map(({ id }) => id)
  return Array.from(new Set(changed))
}

function partChanges(current: Scorecard, draft: Scorecard, values: readonly ValueChange[]): PartChange[] {
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

function gateChanges(current: Scorecard, draft: Scorecard): VillageChange['standards'] {
  const statesOf = ({ standards, measures }: Scorecard) =>
    new Map<GateId, State>([...standards, ...measures].map(({ id, state }) => [id, state]))
  const [now, then] = [statesOf(current), statesOf(draft)]
  return Array.from(new Set([...Array.from(now.keys()), ...Array.from(then.keys())]))
    .map((id) => ({ id, current: now.get(id) ?? null, draft: then.get(id) ?? null }))
    .filter((gate) => gate.current !== gate.draft)
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

function itemChanges(current: Assessment, draft: Assessment, values: readonly ValueChange[]): ItemChange[] {
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
    ...(now.track === then.track ? {} : { track: { current: now.track, draft: then.track } }),
    ...(now.verdict === then.verdict ? {} : { verdict: { current: now.verdict, draft: then.verdict } }),
    standards: gateChanges(now, then),
    parts: partChanges(now, then, values),
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
