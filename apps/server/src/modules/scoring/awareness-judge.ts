import {
  type AwarenessFrame,
  type AwarenessOutcome,
  awarenessOutcome,
  type Policies,
  type PolicyValues,
  policyAt,
  type State,
  schoolFinding,
  venueFinding,
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
export function policyOfYear(
  policies: Policies,
  year: number,
  today: string,
  areaCode: string,
): PolicyValues {
  const lastDay = `${year}-12-31`
  return policyAt(policies, today < lastDay ? today : lastDay, areaCode)
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

const NO_VENUE: AwarenessFrame['venue'] = { venues: 0, staff: 0, withoutRoster: 0, isDeclaredNone: false }
const NO_SCHOOL: AwarenessFrame['student'] = { schools: [], isDeclaredNone: false }

/** As the rules judge it. A village that was never computed has nothing on file. */
export function judgeVenues({ frame, staff, policy }: VillageYear): { state: State; aware: number } {
  const venue = frame?.venue ?? NO_VENUE
  const aware = Math.min(staff?.aware ?? 0, venue.staff)
  return { state: venueFinding(venue, aware, policy.awarenessPercent.venue).state, aware }
}

export const judgeSchools = ({ frame, policy }: VillageYear): State =>
  schoolFinding(frame?.student ?? NO_SCHOOL, policy.awarenessPercent.student).state

/** The sample that judges a village's people: all of them, where they are fewer. */
export const sampleNeeded = ({ frame, policy }: VillageYear, audience: People): number =>
  Math.max(1, Math.min(policy.minSample, frame?.[audience].population ?? policy.minSample))
