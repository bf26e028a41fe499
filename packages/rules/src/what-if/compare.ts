import { canonicalJson } from '../core/canonical-json.ts'
import type { Instant, IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import { obligations } from '../obligations/obligations.ts'
import type { Policies, PolicyId } from '../policy/policies.ts'
import type { Clause, GateId, PartId, PartOutcome, Scorecard, Track } from '../scorecard.ts'
import { PART_IDS } from '../scorecard-ids.ts'
import { assess } from '../standards/assess.ts'

type Change<T> = { current: T; draft: T }

export type Figures = { state: State; numerator?: number; denominator?: number }

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

function figuresOf(part: PartOutcome | undefined): Figures | null {
  if (part === undefined) return null
  const { state, numerator, denominator } = part
  return {
    state,
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
  }
}

function partChanges(current: Scorecard, draft: Scorecard, values: readonly ValueChange[]): PartChange[] {
  const county = current.areaCode.slice(0, 6)
  const changes: PartChange[] = []
  for (const one of PART_IDS) {
    const part = current.parts.find(({ id }) => id === one)
    const other = draft.parts.find(({ id }) => id === one)
    const outcome = part ?? other
    if (outcome === undefined) continue
    const figures = { current: figuresOf(part), draft: figuresOf(other) }
    const missing = [part?.missing ?? null, other?.missing ?? null] as const
    if (!differ(figures.current, figures.draft) && !differ(...missing)) continue
    const used = (part?.policy ?? []).concat(other?.policy ?? []).map(({ id }) => id)
    if (part === undefined || other === undefined) used.push('judgedParts')
    const policy = values
      .filter((value) => used.includes(value.id) && (value.county ?? county) === county)
      .map(({ id }) => id)
    changes.push({ id: one, clause: outcome.clause, ...figures, policy: Array.from(new Set(policy)) })
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
    standards: gateChanges(now, then),
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
      // A part that is taken up or given up is neither better nor worse.
      const gain = current === null || draft === null ? 0 : WORTH[draft.state] - WORTH[current.state]
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
