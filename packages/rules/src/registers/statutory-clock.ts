import { addMonthsToDay, type Day, type IsoDate, isoOf, parseDay } from '../core/iso-date.ts'
import { overlapDays } from '../core/period.ts'
import type { PolicyValues } from '../policy/policies.ts'
import type { Person } from './person-fold.ts'

/** The statutory term of community treatment: it runs from reporting in and stands still in detention. */
export type StatutoryClock = {
  startedOn: IsoDate
  /** Report in by this day. */
  reportInDueOn: IsoDate
  reportedInOn?: IsoDate
  /** Days in detention since reporting in. */
  pausedDays: number
  /** The first day after the term; unknown until the person has reported in. */
  endsOn?: IsoDate
}

/** The day, by `asOf`, the person reported in for the measure that began on a day; any record of the measure may say so. */
export function reportedInDay(person: Person, since: Day, asOfDay: Day): Day | undefined {
  for (const { since: start, fact } of person.intervals) {
    const reported = parseDay(fact.payload.reportedInOn)
    if (start === since && reported <= asOfDay) return reported
  }
  return undefined
}

/** @returns undefined when the person is not in community treatment at the date. @see 禁毒法 第三十三条, 戒毒条例 第十四条 */
export function statutoryClock(
  person: Person,
  asOfDay: Day,
  policy: PolicyValues,
): StatutoryClock | undefined {
  const { current } = person
  if (current?.status !== 'community-treatment' || person.isThreeYears) return undefined
  const clock: StatutoryClock = {
    startedOn: isoOf(current.since),
    reportInDueOn: isoOf(current.since + policy.reportInDays),
    pausedDays: 0,
  }
  const reported = reportedInDay(person, current.since, asOfDay)
  if (reported === undefined) return clock
  const served = { from: reported, to: asOfDay + 1 }
  for (const { pending, payload } of person.facts.carryOvers)
    if (!pending) clock.pausedDays += (payload.pausedDays as number | undefined) ?? 0
  for (const interval of person.intervals)
    if (interval.status === 'detained') clock.pausedDays += overlapDays(interval, served)
  clock.reportedInOn = isoOf(reported)
  clock.endsOn = isoOf(addMonthsToDay(reported, policy.treatmentTermMonths) + clock.pausedDays)
  return clock
}
