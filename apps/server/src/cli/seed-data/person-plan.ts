import { addDays, addMonths, type KeyPersonCategory, type MemberKind, type Status } from '@dfv/rules'

/** So long ago, counted back from the day of the story: months, then days. */
export type Ago = readonly [months: number, days?: number]

export const dayAgo = (today: string, [months, days = 0]: Ago): string =>
  addDays(addMonths(today, -months), -days)

export type StatusPlan = {
  from: Ago
  status: Status
  presence?: 'at-home' | 'away'
  testBasis?: 'required' | 'consented' | 'none'
  /** Days from the decision to the report. */
  reportedInAfter?: number
  sentenceMonths?: number
  released?: Ago
  livesElsewhere?: 'yes' | 'no'
  /** Waits for review on the day of the story. */
  pending?: true
  /** Was returned once by the town office, and sent again. */
  returnedFirst?: string
}

export type GroupPlan = {
  members: readonly MemberKind[]
  noFamilyReason?: 'no-relatives' | 'relatives-away' | 'declined' | 'other'
}

/** What was done about a duty that comes once in two months. `cyclesAgo` 0 is the running one, 1 the last that ended. */
export type CyclePlan = {
  missed?: readonly number[]
  /** Already done in the running cycle. */
  current?: boolean
}

export type PersonPlan = {
  /** `A01`: village and number. */
  key: string
  name: string
  gender: 'male' | 'female'
  birthYear: number
  residence?: 'local' | 'inflow'
  /** Absent: entered in the first days of the village's ledger. */
  registered?: Ago
  statuses: readonly StatusPlan[]
  /** Has a file as a key person of this category alone. */
  keyOnly?: KeyPersonCategory
  /** false: none yet. */
  group?: GroupPlan | false
  /** On the paper of the police or of the treatment body. */
  abstinentSince?: Ago
  talks?: CyclePlan
  tests?: CyclePlan
}

/** The three that the notice asks for and the five kinds of the regulation on treatment. */
export const FULL_GROUP: GroupPlan = {
  members: ['family', 'village-cadre', 'police', 'medical', 'volunteer', 'social-worker'],
}
