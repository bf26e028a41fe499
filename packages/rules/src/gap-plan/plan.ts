import type { ItemId } from '../assessment/weights.ts'
import type { Instant, IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import type { Role } from '../core/role.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Missing, Obligation, ObligationKind, PartId, Reason } from '../scorecard.ts'
import type { Effort } from './effort.ts'

/** A duty as a step holds it. */
export type StepDuty = Pick<Obligation, 'id' | 'subjectId' | 'period' | 'dueOn' | 'params'>

/**
 * `mend`: a part that is unmet needs it. `points`: it only earns points. `keep`: it changes nothing today; left undone, a
 * part would be lost on its day.
 */
export type StepUse = 'mend' | 'points' | 'keep'

/** Work of one kind that one role owes, to be done as one. */
export type GapStep = {
  kind: ObligationKind
  use: StepUse
  owedBy: Role
  /** The kind of record that settles each; null: an act elsewhere does. */
  settledBy: KindId | null
  duties: StepDuty[]
  /** How many: of duties, or of the people, activities or answers they ask for. */
  count: number
  /** The last day on which the first of them is in time. */
  dueOn: IsoDate
  /** For all of them together. */
  effort: Effort
  /** The unmet parts that need it, in the order of the notice. */
  serves: PartId[]
  /** The part its duties belong to; null where none does. */
  part: PartId | null
  /** Of these parts those that stay unmet when all steps are done: see `remaining`. */
  unreached: PartId[]
  /** What it brings when the steps before it are done. */
  effect: {
    /** Parts that become met, or have nothing to judge any more. */
    met: PartId[]
    /** In 1/100 point. */
    points: number
    /** After it the ten standards and the six measures are met. */
    completes: boolean
  }
  /** It arises only from steps before it. */
  follows: boolean
}

/**
 * Why a part is not met after all steps. `lost`: nothing mends it this year. `date`: it is judged anew on a day. `fact`:
 * a document or the police say how it is. `review`: a record waits for its second person. `paper`: before the village
 * used the system; papers of the time may prove it. `other`: `reason` tells.
 */
export type RemainderWhy = 'lost' | 'date' | 'fact' | 'review' | 'paper' | 'other'

export type Remainder = {
  part: PartId
  /** The hardest of its obstacles. */
  why: RemainderWhy
  state: State
  missing: Missing[]
  /** With `date`: the day from which it can be met. */
  on?: IsoDate
  reason?: Reason
}

type Change<T> = { now: T; after: T }

/** From where a village stands to where it can stand, by which work, in which order. */
export type GapPlan = {
  format: 'gap-plan@1'
  areaCode: string
  year: number
  asOf: IsoDate
  knownAt: Instant | null
  ledgerVersion: number
  policyVersion: string
  rulesVersion: string
  verdict: Change<State>
  /** Every judged part that is not met today, or would change. */
  parts: (Change<State> & { id: PartId })[]
  /** null where points were not asked for. */
  points: PointsPlan | null
  /** In the order to do them: what brings most for the least effort first. */
  steps: GapStep[]
  /** What only documents or the police can say. No step supposes an answer. */
  facts: GapStep[]
  /** What is not met even then, the hardest first. */
  remaining: Remainder[]
}

export type PointsPlan = Change<number> & {
  /** In 1/100 point: the weights of the items judged. */
  outOf: number
  /** Something is undetermined even then, so it can only become more. */
  isLowerBound: boolean
  /** Items that are undetermined even then. */
  open: ItemId[]
}
