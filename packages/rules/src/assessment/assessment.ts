import { addMonths, type Instant, type IsoDate } from '../core/iso-date.ts'
import { gate, type State } from '../core/outcome.ts'
import { NoPolicyError, versionsUsed } from '../policy/policy-at.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { Clause, UsedPolicy } from '../scorecard.ts'
import { assessVillage } from '../standards/assess.ts'
import { AWARENESS_ITEMS } from './awareness-items.ts'
import { FILE_ITEMS } from './file-items.ts'
import type { AwarenessCounts, Context, Finding, Item } from './item.ts'
import { ITEM_CLAUSES } from './item-clauses.ts'
import { pointsOf } from './points.ts'
import { VETO_KINDS, type Veto, vetoesOf } from './vetoes.ts'
import { ITEM_IDS, type ItemId } from './weights.ts'
import { WORK_ITEMS } from './work-items.ts'

export type ItemOutcome = Omit<Finding, 'deciding'> & {
  id: ItemId
  clause: Clause
  /** In 1/100 point. */
  weight: number
  /** In 1/100 point. */
  points: number
  /** Ids of the records that decide, sorted. */
  deciding: string[]
  policy: UsedPolicy[]
}

export type Band = 'excellent' | 'good' | 'fair' | 'poor'

/** The yearly file: points beside the verdict of the ten standards, never instead of it. */
export type Assessment = {
  format: 'assessment@1'
  areaCode: string
  year: number
  asOf: IsoDate
  knownAt: Instant | null
  ledgerVersion: number
  policyVersion: string
  rulesVersion: string
  items: ItemOutcome[]
  /** In 1/100 point; the sum of the items. */
  points: number
  /** The weights of the items that were judged, together. */
  outOf: number
  /** Something is undetermined: it can only become more. */
  isLowerBound: boolean
  /** Items whose first window is open; while there are any, there is no band and no 达标. */
  leftOut: ItemId[]
  band: Band | null
  /** Of the ten standards and the six measures. */
  verdict: State
  vetoes: Veto[]
  /** Self-assessed 达标; an official result is another matter. */
  reached: State | null
}

export type AssessmentOptions = AsOf & { awareness?: AwarenessCounts }

const ALL: readonly Item[] = [...FILE_ITEMS, ...AWARENESS_ITEMS, ...WORK_ITEMS]

/** Every item that earns points, in the order of the notice. */
export const ITEMS: readonly Item[] = ITEM_IDS.map((id) => ALL.find((item) => item.id === id) as Item)

/** The six parts of A3 and A4 that 达标 needs by themselves. */
const NEEDED: readonly ItemId[] = [
  'A3.residents',
  'A3.migrants',
  'A3.venues',
  'A3.schools',
  'A4.homeTests',
  'A4.overallTests',
]

function contextOf(ledger: unknown, options: AssessmentOptions): Context {
  const { asOf, awareness = {} } = options
  const on = (date: IsoDate): Village => openVillage(ledger, { ...options, asOf: date })
  const village = on(asOf)
  const before = on(addMonths(asOf, -12))
  return {
    village,
    scorecard: assessVillage(village),
    lastYear: { village: before, scorecard: assessVillage(before) },
    hasLastYear: village.ledger.startOn <= `${before.year}-01-01`,
    on,
    awareness,
  }
}

function found(item: Item, context: Context): Finding {
  const { troubles } = context.village.ledger
  if (troubles.some(({ kind }) => kind === null || item.reads.includes(kind)))
    return { state: 'undetermined', reason: 'unreadable' }
  try {
    return item.judge(context)
  } catch (error) {
    return { state: 'undetermined', reason: error instanceof NoPolicyError ? 'noPolicy' : 'failed' }
  }
}

/** The weights in force; all nothing where no policy is. */
function weightOf(id: ItemId, village: Village): number {
  try {
    return village.values().pointWeights[id]
  } catch (error) {
    if (error instanceof NoPolicyError) return 0
    throw error
  }
}

/** Runs one item. Whatever is thrown inside leaves this item undetermined, and no other. */
function runItem(item: Item, context: Context): ItemOutcome {
  const { village } = context
  const finding = found(item, context)
  const { deciding = [], ...rest } = finding
  const weight = weightOf(item.id, village)
  return {
    id: item.id,
    clause: ITEM_CLAUSES[item.id],
    weight,
    points: pointsOf(weight, finding),
    ...rest,
    deciding: deciding.slice().sort(),
    policy: versionsUsed(
      village.policies,
      village.ledger.areaCode,
      ['pointWeights', ...item.policy],
      village.asOf,
    ),
  }
}

function bandOf(points: number, bands: { excellent: number; good: number; fair: number }): Band {
  if (points >= bands.excellent) return 'excellent'
  if (points >= bands.good) return 'good'
  return points >= bands.fair ? 'fair' : 'poor'
}

/** A condition of 达标: held, failed, or not known yet. */
const condition = (isHeld: boolean, isOpen: boolean): State =>
  isHeld ? 'met' : isOpen ? 'undetermined' : 'notMet'

function reachedOf(
  { items, points, isLowerBound, verdict, vetoes }: Omit<Assessment, 'reached'>,
  passLine: number,
  areVetoesReadable: boolean,
): State {
  const needed = items.filter(({ id }) => NEEDED.includes(id)).map(({ state }) => state as State)
  const gates = [
    condition(verdict === 'met', verdict === 'undetermined'),
    condition(
      vetoes.length === 0 && areVetoesReadable,
      vetoes.every(({ isPending }) => isPending),
    ),
    ...needed.map((state) =>
      condition(state === 'met' || state === 'notApplicable', state === 'undetermined'),
    ),
    condition(points >= passLine, isLowerBound),
  ]
  return gate(gates)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Judges the yearly file from what was found. */
function assessed(context: Context, items: ItemOutcome[]): Assessment {
  const { village, scorecard } = context
  const judged = items.filter(({ state }) => state !== 'notYet')
  const leftOut = items.filter(({ state }) => state === 'notYet').map(({ id }) => id)
  const isComplete = leftOut.length === 0
  const draft = {
    format: 'assessment@1' as const,
    areaCode: scorecard.areaCode,
    year: scorecard.year,
    asOf: scorecard.asOf,
    knownAt: scorecard.knownAt,
    ledgerVersion: scorecard.ledgerVersion,
    policyVersion: scorecard.policyVersion,
    rulesVersion: scorecard.rulesVersion,
    items,
    points: sum(items.map(({ points }) => points)),
    outOf: sum(judged.map(({ weight }) => weight)),
    isLowerBound: judged.some(({ state }) => state === 'undetermined'),
    leftOut,
    band: null,
    verdict: scorecard.verdict,
    vetoes: vetoesOf(village),
  }
  const [lines] = versionsUsed(village.policies, scorecard.areaCode, ['pointBands'], village.asOf)
  const [line] = versionsUsed(village.policies, scorecard.areaCode, ['passLine'], village.asOf)
  if (!isComplete || lines === undefined || line === undefined) return { ...draft, reached: null }
  const isReadable = !village.ledger.troubles.some(({ kind }) => kind === null || VETO_KINDS.includes(kind))
  return {
    ...draft,
    band: bandOf(draft.points, lines.value as Parameters<typeof bandOf>[1]),
    reached: reachedOf(draft, line.value as number, isReadable),
  }
}

/**
 * The points of the yearly file, from the ledger and from the answers that are counted beside it. Never throws for anything a ledger may hold. The same input gives the same bytes.
 * @param items those to run; all, unless a test says otherwise
 * @throws RangeError when `asOf` is not a date
 */
export function assessYear(
  ledger: unknown,
  options: AssessmentOptions,
  items: readonly Item[] = ITEMS,
): Assessment {
  const context = contextOf(ledger, options)
  return assessed(
    context,
    items.map((item) => runItem(item, context)),
  )
}
