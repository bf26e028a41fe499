import type { Instant, IsoDate } from './core/iso-date.ts'
import type { State } from './core/outcome.ts'
import type { Role } from './core/role.ts'
import type { KindId } from './records/record-kind.ts'
import type {
  GateId,
  MeasureId,
  MissingCode,
  NextCode,
  NoteCode,
  ObligationKind,
  PartId,
  Reason,
  StandardId,
} from './scorecard-ids.ts'

export type * from './scorecard-ids.ts'

/** A place in the notice with its literal words. */
export type Clause = { ref: string; quote: string }

export type Params = Record<string, string | number | readonly string[]>

/** One thing that is missing, or that speaks against the part. */
export type Missing = { code: MissingCode; subjectId?: string; period?: string; params?: Params }
/** What to do, or what to know, next. */
export type Next = { code: NextCode; params?: Params }
/** A figure shown beside a part; it decides nothing. */
export type Note = { code: NoteCode; params: Params }
export type UsedPolicy = { id: string; value: unknown; from: IsoDate }

export type PartOutcome = {
  id: PartId
  standard: GateId
  clause: Clause
  state: State
  numerator?: number
  denominator?: number
  /** The policy values the part rests on, with the day each began to apply. */
  policy: UsedPolicy[]
  /** Ids of the records that decide, sorted. */
  deciding: string[]
  missing: Missing[]
  notes: Note[]
  next?: Next
  /** Whether work that can still be done would make it met. */
  mendable: boolean
  reason?: Reason
  /** Where in the ledger the trouble is, when the reason is a broken or unknown record. */
  path?: string
}

export type StandardOutcome = { id: StandardId; state: State; parts: PartId[] }

export type MeasureOutcome = { id: MeasureId; state: State; parts: PartId[] }

/** Counts of persons at `asOf`; see rules of the sets. */
export type Populations = {
  cumulative: number
  /** This notice: without deceased, moved-out, abroad, long sentences, long missing. */
  existing: number
  /** Persons of whom it is not known whether they are existing (length of sentence unknown). */
  existingUnknown: number
  existingNational: number
  threeYears: number
  underSupport: number
  atHome: number
  away: number
  /** The month whose roster must be confirmed. */
  judgedMonth: string
  rosterConfirmed: boolean
}

export type Track = 'ten-standards' | 'none-found'

export type Scorecard = {
  format: 'scorecard@1'
  areaCode: string
  year: number
  asOf: IsoDate
  /** null: everything in the ledger. */
  knownAt: Instant | null
  ledgerVersion: number
  policyVersion: string
  rulesVersion: string
  track: Track
  standards: StandardOutcome[]
  measures: MeasureOutcome[]
  /** Gate over the ten standards and the six measures. Points never buy it back. */
  verdict: State
  /** Why there is no verdict: some parts are judged by hand. */
  verdictReason?: Reason
  parts: PartOutcome[]
  populations: Populations
  /** Records entered long after their day; they count and are listed to the supervisor. */
  lateRecordIds: string[]
}

/** A duty that can still be done. The id is the same wherever and whenever it is computed. */
export type Obligation = {
  id: string
  kind: ObligationKind
  subjectId: string
  /** The cycle, month or day it belongs to. */
  period: string
  clause: Clause
  opensOn: IsoDate
  /** The last day on which it is in time. */
  dueOn: IsoDate
  owedBy: Role
  /** The kind of record that settles it; null when an act in the system does (sealing a file). */
  settledBy: KindId | null
  /** The part it serves; null when it serves none that is judged. */
  part: PartId | null
  /** Whether it can still be done after `dueOn`. */
  mendableAfterDue: boolean
  params?: Params
}

/** A window that closed unmet. Nothing can mend it: it is told once, as a fact. */
export type MissedWindow = {
  id: string
  kind: ObligationKind
  subjectId: string
  period: string
  closedOn: IsoDate
  part: PartId
}

export type Obligations = { open: Obligation[]; missed: MissedWindow[] }
