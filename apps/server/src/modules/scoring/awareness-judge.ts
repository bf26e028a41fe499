import {
  type AwarenessFrame,
  type AwarenessOutcome,
  awarenessOutcome,
  POLICIES,
  type PolicyValues,
  policyAt,
  type State,
} from '@dfv/rules'
import type { AnswerRow } from './year-answers.service.js'

export type People = 'resident' | 'migrant'
export const PEOPLE: readonly People[] = ['resident', 'migrant']

/** One village in one year: its answers, and who is to be asked as far as its ledger knows. */
export type VillageYear = {
  areaCode: string
  rows: readonly AnswerRow[]
  frame?: AwarenessFrame | undefined
  staff?: { valid: number; aware: number } | undefined
  policy: PolicyValues
}

/** A year that has ended is judged by the policy of its last day. */
export function policyOfYear(year: number, today: string, areaCode: string): PolicyValues {
  const lastDay = `${year}-12-31`
  return policyAt(POLICIES, today < lastDay ? today : lastDay, areaCode)
}

/** The rate of the people of a village; nobody there is nobody to ask. @see 四(一)3 */
export function judgePeople({ rows, frame, policy }: VillageYear, audience: People): AwarenessOutcome {
  const population = frame?.[audience].population ?? undefined
  const outcome = awarenessOutcome(
    rows.filter((row) => row.audience === audience),
    policy,
    audience,
    population,
  )
  return population === 0 ? { ...outcome, state: 'notApplicable', needed: 0 } : outcome
}

/** A census: who was not tested is not aware, a venue without a roster leaves it open. */
export function judgeVenues({ frame, staff, policy }: VillageYear): { state: State; aware: number } {
  const venue = frame?.venue
  const aware = Math.min(staff?.aware ?? 0, venue?.staff ?? 0)
  if (venue === undefined || venue.venues === 0)
    return { state: venue?.isDeclaredNone ? 'notApplicable' : 'undetermined', aware }
  if (venue.withoutRoster > 0) return { state: 'undetermined', aware }
  const isMet = aware * 100 >= venue.staff * policy.awarenessPercent.venue
  return { state: isMet ? 'met' : 'notMet', aware }
}

/** One school that fell short decides; else one without enough answers leaves it open. */
export function judgeSchools({ frame, policy }: VillageYear): State {
  const student = frame?.student
  if (student === undefined || student.schools.length === 0)
    return student?.isDeclaredNone ? 'notApplicable' : 'undetermined'
  const aware = student.schools.filter(({ state }) => state === 'aware').length
  const isShort = student.schools.some(({ state }) => state === 'short')
  if (!isShort && aware < student.schools.length) return 'undetermined'
  return aware * 100 >= student.schools.length * policy.awarenessPercent.student ? 'met' : 'notMet'
}

/** The sample that judges a village's people: all of them, where they are fewer. */
export const sampleNeeded = ({ frame, policy }: VillageYear, audience: People): number =>
  Math.max(1, Math.min(policy.minSample, frame?.[audience].population ?? policy.minSample))
