import type { Assessment } from '../assessment/assessment.ts'
import type { AwarenessCounts } from '../assessment/item.ts'
import type { State } from '../core/outcome.ts'
import { obligations } from '../obligations/obligations.ts'
import type { AsOf } from '../registers/village.ts'
import type { PartId, Scorecard } from '../scorecard.ts'
import { assess } from '../standards/assess.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { inOrderOfWorth } from './order.ts'
import type { GapPlan, GapStep, PointsPlan, Remainder } from './plan.ts'
import { byHardness, remainderOf } from './remainder.ts'
import { type Draft, draftsOf, isPlannable, isUnmet } from './steps.ts'
import { supposed, withRecords } from './suppose.ts'

/** Where the points of a plan come from: `pointsOfYear`. A plan without them says what the gate needs. */
export type PointsSource = {
  /** The answers counted beside the ledger, after some steps. */
  awareness: (done: readonly Draft[]) => AwarenessCounts
  assess: (ledger: unknown, awareness: AwarenessCounts) => Assessment
}

/** Settling duties opens others, which open others: a grid asks for its worker, the worker for the check. */
const ROUNDS = 4

const isFine = (state: State | undefined): boolean => state === 'met' || state === 'notApplicable'

/** How a village stands with some steps done. */
type Standing = {
  ledger: unknown
  scorecard: Scorecard
  states: Map<PartId, State>
  assessment: Assessment | undefined
}

type Ground = {
  options: AsOf
  points: PointsSource | undefined
  ledgerWith: (done: readonly Draft[]) => unknown
  standing: (done: readonly Draft[]) => Standing
}

function groundOf(ledger: unknown, options: AsOf, points: PointsSource | undefined): Ground {
  const { areaCode } = assess(ledger, options)
  const when = { asOf: options.asOf, knownAt: options.knownAt ?? null }
  const ledgerWith = (done: readonly Draft[]): unknown =>
    withRecords(
      ledger,
      done.reduce<LedgerRecord[]>((all, draft) => all.concat(supposed(draft, areaCode, when)), []),
    )
  const standing = (done: readonly Draft[]): Standing => {
    const then = ledgerWith(done)
    const scorecard = assess(then, options)
    return {
      ledger: then,
      scorecard,
      states: new Map(scorecard.parts.map(({ id, state }): [PartId, State] => [id, state])),
      assessment: points?.assess(then, points.awareness(done)),
    }
  }
  return { options, points, ledgerWith, standing }
}

/** All work that is open, and what doing it opens. */
function collected({ options, points, ledgerWith }: Ground): { drafts: Draft[]; facts: Draft[] } {
  const seen = new Set<string>()
  const drafts: Draft[] = []
  const facts: Draft[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const ledger = ledgerWith(drafts)
    const { open: all } = obligations(ledger, { ...options, awareness: points?.awareness(drafts) ?? {} })
    const open = all.filter(({ id }) => !seen.has(id))
    for (const { id } of open) seen.add(id)
    const found = draftsOf(open, assess(ledger, options), {
      follows: round > 0,
      earns: points !== undefined,
    })
    facts.push(...found.filter((draft) => !isPlannable(draft)))
    const more = found.filter(isPlannable)
    if (more.length === 0) break
    drafts.push(...more)
  }
  return { drafts, facts }
}

/** The parts a step has to do with. */
const partsOf = ({ part, serves }: Draft): PartId[] =>
  serves.length > 0 || part === null ? serves.slice() : [part]

const pointsAt = ({ assessment }: Standing): number => assessment?.points ?? 0

/** What one step brings between two standings. */
function stepOf(draft: Draft, before: Standing, after: Standing, unreached: PartId[]): GapStep {
  const met = after.scorecard.parts
    .filter(({ id, state }) => isFine(state) && !isFine(before.states.get(id)))
    .map(({ id }) => id)
  const points = pointsAt(after) - pointsAt(before)
  return {
    ...draft,
    use: draft.serves.length > 0 ? 'mend' : points > 0 ? 'points' : 'keep',
    unreached,
    effect: {
      met,
      points,
      completes: after.scorecard.verdict === 'met' && before.scorecard.verdict !== 'met',
    },
  }
}

/** A step that no answer is supposed of. What stays unmet for a harder reason stays so whatever the answer. */
const factOf = (draft: Draft, remaining: readonly Remainder[]): GapStep => ({
  ...draft,
  use: draft.serves.length > 0 ? 'mend' : 'keep',
  unreached: remaining
    .filter(({ part, why }) => draft.serves.includes(part) && why !== 'fact')
    .map(({ part }) => part),
  effect: { met: [], points: 0, completes: false },
})

function pointsPlan(now: Standing, then: Standing): PointsPlan | null {
  if (now.assessment === undefined || then.assessment === undefined) return null
  const { points, outOf, isLowerBound, items } = then.assessment
  return {
    now: now.assessment.points,
    after: points,
    outOf,
    isLowerBound,
    open: items.filter(({ state }) => state === 'undetermined').map(({ id }) => id),
  }
}

/**
 * What a village can still do, in the order that brings most for the least effort, and where that takes it: computed by
 * judging the ledger again with the records the work would leave today. Nobody's answer is supposed: what a document or
 * the police must say stays open. Never throws for anything a ledger may hold; the same input gives the same bytes.
 * @param points for the points of the year as well: `pointsOfYear`
 * @throws RangeError when `asOf` is not a date
 */
export function gapPlan(ledger: unknown, options: AsOf, points?: PointsSource): GapPlan {
  const ground = groundOf(ledger, options, points)
  const { drafts, facts } = collected(ground)
  const now = ground.standing([])
  const then = ground.standing(drafts)
  const isReached = (part: PartId): boolean => isFine(then.states.get(part))
  const ordered = inOrderOfWorth(drafts, {
    isReached,
    pointsOf: (some) => (points === undefined ? 0 : pointsAt(ground.standing(some)) - pointsAt(now)),
  })
  const steps: GapStep[] = []
  let before = now
  ordered.forEach((draft, index) => {
    const after = ground.standing(ordered.slice(0, index + 1))
    const unreached = partsOf(draft).filter((part) => !isReached(part))
    steps.push(stepOf(draft, before, after, unreached))
    before = after
  })
  const remaining = then.scorecard.parts
    .filter(isUnmet)
    .map((part) => remainderOf(part, then.ledger, options))
    .sort(byHardness)
  const { areaCode, year, asOf, knownAt, ledgerVersion, policyVersion, rulesVersion, verdict } = now.scorecard
  return {
    format: 'gap-plan@1',
    areaCode,
    year,
    asOf,
    knownAt,
    ledgerVersion,
    policyVersion,
    rulesVersion,
    verdict: { now: verdict, after: then.scorecard.verdict },
    parts: now.scorecard.parts
      .map(({ id, state }) => ({ id, now: state, after: then.states.get(id) ?? state }))
      .filter((part) => !isFine(part.now) || part.now !== part.after),
    points: pointsPlan(now, then),
    steps,
    facts: facts.map((draft) => factOf(draft, remaining)),
    remaining,
  }
}
