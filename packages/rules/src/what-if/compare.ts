import { canonicalJson } from '../core/canonical-json.ts'
import type { Instant, IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import { obligations } from '../obligations/obligations.ts'
import type { Policies, PolicyId } from '../policy/policies.ts'
import type { Clause, GateId, PartId, PartOutcome, Scorecard, Track } from '../scorecard.ts'
import { assess } from '../standards/assess.ts'

type Change<T> = { current: T; draft: T }

export type Figures = { state: State; numerator?: number; denominator?: number }

export type PartChange = Change<Figures> & {
  id: PartId
  clause: Clause
  /** The policy values of the part that differ, at any time. */
  policy: PolicyId[]
}

export type VillageChange = {
  areaCode: string
  track?: Change<Track>
  verdict?: Change<State>
  /** The standards and measures that change. */
  standards: (Change<State> & { id: GateId })[]
  parts: PartChange[]
  /** Ids of duties that would arise or lapse. */
  obligations: { added: string[]; removed: string[] }
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

const figuresOf = ({ state, numerator, denominator }: PartOutcome): Figures => ({
  state,
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
})

function partChanges(current: Scorecard, draft: Scorecard, values: readonly ValueChange[]): PartChange[] {
  const county = current.areaCode.slice(0, 6)
  const changes: PartChange[] = []
  for (const part of current.parts) {
    const other = draft.parts.find(({ id }) => id === part.id)!
    const figures = { current: figuresOf(part), draft: figuresOf(other) }
    if (!differ(figures.current, figures.draft) && !differ(part.missing, other.missing)) continue
    const used = part.policy.concat(other.policy).map(({ id }) => id)
    const policy = values
      .filter((value) => used.includes(value.id) && (value.county ?? county) === county)
      .map(({ id }) => id)
    changes.push({ id: part.id, clause: part.clause, ...figures, policy: Array.from(new Set(policy)) })
  }
  return changes
}

const gatesOf = ({ standards, measures }: Scorecard): readonly { id: GateId; state: State }[] => [
  ...standards,
  ...measures,
]

type Options = { asOf: IsoDate; knownAt: Instant | null }

const without = (ids: readonly string[], others: readonly string[]): string[] => {
  const known = new Set(others)
  return ids.filter((id) => !known.has(id))
}

function duties(ledger: unknown, options: Options, policies: Policies): string[] {
  return obligations(ledger, { ...options, policies }).open.map(({ id }) => id)
}

function villageChange(
  ledger: unknown,
  [current, draft]: readonly [Policies, Policies],
  values: readonly ValueChange[],
  options: Options,
): VillageChange | undefined {
  const now = assess(ledger, { ...options, policies: current })
  const then = assess(ledger, { ...options, policies: draft })
  const [owed, owing] = [duties(ledger, options, current), duties(ledger, options, draft)]
  const change: VillageChange = {
    areaCode: now.areaCode,
    ...(now.track === then.track ? {} : { track: { current: now.track, draft: then.track } }),
    ...(now.verdict === then.verdict ? {} : { verdict: { current: now.verdict, draft: then.verdict } }),
    standards: gatesOf(now)
      .map(({ id, state }, index) => ({ id, current: state, draft: gatesOf(then)[index]!.state }))
      .filter((standard) => standard.current !== standard.draft),
    parts: partChanges(now, then, values),
    obligations: { added: without(owing, owed), removed: without(owed, owing) },
  }
  const { track, parts, obligations: changed } = change
  const isSame = track === undefined && parts.length + changed.added.length + changed.removed.length === 0
  return isSame ? undefined : change
}

/** How near a state is to what a village hopes for. */
const WORTH: Record<State, number> = { notMet: 0, undetermined: 1, met: 2, notApplicable: 2 }

function summaryOf(villages: readonly VillageChange[]): PartSummary[] {
  const byPart = new Map<PartId, PartSummary>()
  for (const { parts } of villages)
    for (const { id, clause, current, draft } of parts) {
      const line = byPart.get(id) ?? { id, clause, better: 0, worse: 0, figures: 0 }
      byPart.set(id, line)
      const gain = WORTH[draft.state] - WORTH[current.state]
      if (gain > 0) line.better++
      else if (gain < 0) line.worse++
      else line.figures++
    }
  return Array.from(byPart.values()).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Judges villages by a draft policy beside the one in force, and tells what changes, where, and by which clause.
 * Nothing in a ledger makes it throw. @throws RangeError when `asOf` is not a date
 */
export function compare(
  ledgers: readonly unknown[],
  current: Policies,
  draft: Policies,
  { asOf, knownAt = null }: { asOf: IsoDate; knownAt?: Instant | null },
): Comparison {
  const values = changedValues(current, draft)
  const villages: VillageChange[] = []
  for (const ledger of ledgers) {
    const change = villageChange(ledger, [current, draft], values, { asOf, knownAt })
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
