import type { Audience, Tally } from '../awareness/awareness-outcome.ts'
import type { WilsonInterval } from '../awareness/wilson.ts'
import type { IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import type { PolicyId } from '../policy/policies.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Village } from '../registers/village.ts'
import type { PartOutcome, Scorecard } from '../scorecard.ts'
import type { ItemId } from './weights.ts'

/** What is known of an audience beside the ledger: the answers are counted elsewhere, without any person. */
export type AudienceCount = { tallies: readonly Tally[] }

export type AwarenessCounts = { readonly [audience in Audience]?: AudienceCount }

/** `notYet`: its first window has not closed, so it is left out of the preview. */
export type ItemState = State | 'notYet'

/** Why an item earns what it earns. */
export type ItemReason =
  | 'nobody'
  | 'noneDeclared'
  | 'notCounted'
  | 'noSample'
  | 'noRoster'
  | 'noBasis'
  | 'beforeStart'
  | 'noLastYear'
  | 'pending'
  | 'unknownDates'
  | 'partUndetermined'
  | 'partMissing'
  | 'noJudgement'
  | 'windowOpen'
  | 'unreadable'
  | 'noPolicy'
  | 'failed'

/** What an item finds. With a `target` it earns its share; without one it earns all or nothing. */
export type Finding = {
  state: ItemState
  numerator?: number
  denominator?: number
  /** Per cent of the denominator that earns the whole weight. */
  target?: number
  deciding?: readonly string[]
  reason?: ItemReason
  /** The 95 % interval of a rate that rests on a sample. */
  interval?: WilsonInterval
  /** The answers came from people who chose themselves. */
  warning?: 'selfChosen'
}

/** All that the items may look at. */
export type Context = {
  village: Village
  scorecard: Scorecard
  /** The same days of last year; its village began to use the ledger by the first of them, or `hasLastYear` is false. */
  lastYear: { village: Village; scorecard: Scorecard }
  hasLastYear: boolean
  /** The village as it stood on a day of the year. */
  on: (date: IsoDate) => Village
  awareness: AwarenessCounts
}

export type Item = {
  id: ItemId
  reads: readonly KindId[]
  policy: readonly PolicyId[]
  judge: (context: Context) => Finding
}

/** Looked up by name: a part that the rules in force do not judge leaves its item undetermined. */
export const partOf = (scorecard: Scorecard, id: string): PartOutcome | undefined =>
  scorecard.parts.find((part) => part.id === id)

export const NOT_YET: Finding = { state: 'notYet', reason: 'windowOpen' }

/** Nobody there: full weight where the register was counted and confirmed, else it was never counted. */
export const nobody = ({ village }: Context): Finding =>
  village.roster().isConfirmed
    ? { state: 'notApplicable', reason: 'nobody' }
    : { state: 'undetermined', reason: 'notCounted' }

/** A share of a whole against a target, compared as integers. */
export const graded = (
  numerator: number,
  denominator: number,
  target: number,
  deciding: readonly string[] = [],
): Finding & { state: 'met' | 'notMet' } => ({
  state: numerator * 100 >= denominator * target ? 'met' : 'notMet',
  numerator,
  denominator,
  target,
  deciding,
})
