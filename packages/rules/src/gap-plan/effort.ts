import type { KindId } from '../records/record-kind.ts'

/** What one piece of work takes: minutes of somebody's time, the way included, and visits to a person or a place. */
export type Effort = { minutes: number; visits: number }

/**
 * An estimate by the kind of record that settles the work, for one of them. It orders a plan and tells a reader what to
 * expect; nothing is judged by it. Desk work is half an hour or less; a visit in the village is counted with its way, a
 * meeting or a signature that brings several people together as an hour, what has to be built or agreed as a day.
 */
const EFFORTS: { readonly [kind in KindId]?: Effort } = {
  talk: { minutes: 40, visits: 1 },
  'urine-test': { minutes: 40, visits: 1 },
  'person-status': { minutes: 60, visits: 1 },
  'support-group': { minutes: 60, visits: 1 },
  verification: { minutes: 20, visits: 1 },
  'key-person': { minutes: 30, visits: 1 },
  'person-registration': { minutes: 20, visits: 0 },
  'abstinence-start': { minutes: 15, visits: 0 },
  'test-outcome': { minutes: 15, visits: 0 },
  'roster-confirmation': { minutes: 10, visits: 0 },
  sweep: { minutes: 480, visits: 1 },
  'publicity-activity': { minutes: 60, visits: 1 },
  'education-site': { minutes: 30, visits: 1 },
  'pledge-signed': { minutes: 15, visits: 0 },
  grid: { minutes: 30, visits: 0 },
  'grid-assignment': { minutes: 15, visits: 0 },
  'skill-check': { minutes: 30, visits: 0 },
  patrol: { minutes: 60, visits: 1 },
  'clean-up': { minutes: 120, visits: 1 },
  'venue-survey': { minutes: 120, visits: 1 },
  venue: { minutes: 30, visits: 1 },
  'venue-inspection': { minutes: 30, visits: 1 },
  'staff-roster': { minutes: 20, visits: 1 },
  'village-document': { minutes: 30, visits: 0 },
  'leading-group': { minutes: 60, visits: 0 },
  'village-office': { minutes: 480, visits: 0 },
  'bottom-lines-text': { minutes: 60, visits: 0 },
  'bottom-line-declaration': { minutes: 15, visits: 0 },
  meeting: { minutes: 60, visits: 0 },
  funds: { minutes: 30, visits: 0 },
  'class-session': { minutes: 60, visits: 1 },
  'audience-count': { minutes: 120, visits: 0 },
}

/** A kind that is not listed is desk work. */
const DESK_WORK: Effort = { minutes: 30, visits: 0 }
/** One person who answers the questions. */
const ONE_ANSWER: Effort = { minutes: 5, visits: 0 }

/** The estimate for one. @param kind null: somebody answers questions, which makes no record of the ledger */
export const effortOf = (kind: KindId | null): Effort =>
  kind === null ? ONE_ANSWER : (EFFORTS[kind] ?? DESK_WORK)
