import { type Day, isoOf, parseDay } from '../core/iso-date.ts'
import type { Interval } from '../core/period.ts'
import type { ReportMatter } from '../records/vocabulary.ts'
import { inOrder } from '../registers/in-order.ts'
import { type Person, usesOf } from '../registers/person-fold.ts'
import { beginOf, unauthorisedStays } from '../registers/presence.ts'
import type { Fact } from '../registers/read-ledger.ts'
import { reportedInDay } from '../registers/statutory-clock.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation } from '../scorecard.ts'
import { dutyOf, LAW } from './duty.ts'

export type Matter = { matter: ReportMatter; day: Day }

const accepted = (facts: readonly Fact[]): Fact[] => inOrder(facts.filter(({ pending }) => !pending))
const countOf = (facts: readonly Fact[], name: string): number =>
  facts.reduce((sum, { payload }) => sum + ((payload[name] as number | undefined) ?? 0), 0)

/** The day on which a count, begun in another village, reached a number. */
function reachedOn(days: readonly Day[], carried: number, needed: number, carriedDay: Day): Day | undefined {
  return carried >= needed ? carriedDay : days[needed - carried - 1]
}

/** The first day on which all unauthorised stays together were longer than allowed; one that goes on counts to `asOf`. */
function overstayedOn(
  stays: readonly Interval[][],
  carried: number,
  allowed: number,
  carriedDay: Day,
): Day | undefined {
  if (carried > allowed) return carriedDay
  let days = carried
  for (const stay of stays)
    for (const { from, to } of stay) {
      if (days + to - from > allowed) return from + allowed - days
      days += to - from
    }
  return undefined
}

/** What the regulation counts over the whole term of the present measure, wherever the person lived. */
export type Breaches = {
  /** Days of tests refused that the police required, first to last; without those of other villages. */
  refusals: Day[]
  stays: Interval[][]
  /** What another village had counted when the person came. */
  carried: { refusals: number; absences: number; absentDays: number; day: Day }
}

export function breachesOf(person: Person, village: Village): Breaches {
  const { facts, current } = person
  const from = current!.since
  const carries = accepted(facts.carryOvers)
  const isRefusal = ({ day, payload }: Fact): boolean =>
    day >= from && payload.result === 'refused' && payload.basis === 'required'
  return {
    refusals: accepted(facts.tests)
      .filter(isRefusal)
      .map(({ day }) => day),
    stays: unauthorisedStays(person, village).filter((stay) => beginOf(stay) >= from),
    carried: {
      refusals: countOf(carries, 'refusals'),
      absences: countOf(carries, 'absences'),
      absentDays: countOf(carries, 'absentDays'),
      day: carries[0]?.day ?? from,
    },
  }
}

/** What the regulation asks to be reported of a person. */
function mattersOf(person: Person, village: Village): Matter[] {
  const values = village.values()
  const from = person.current!.since
  const { refusals, stays, carried } = breachesOf(person, village)
  const found: [ReportMatter, Day | undefined][] = [
    ['refusals', reachedOn(refusals, carried.refusals, values.refusalsToReport, carried.day)],
    ['absences', reachedOn(stays.map(beginOf), carried.absences, values.absencesToReport, carried.day)],
    ['absences', overstayedOn(stays, carried.absentDays, values.absentDaysToReport, carried.day)],
  ]
  const lateDay = from + values.reportInDays + 1
  if (reportedInDay(person, from, village.asOfDay) === undefined && lateDay <= village.asOfDay)
    found.push(['not-reported-in', lateDay])
  const first = new Map<ReportMatter, Day>()
  for (const [matter, day] of found)
    if (day !== undefined && day < (first.get(matter) ?? Number.POSITIVE_INFINITY)) first.set(matter, day)
  const matters = Array.from(first).map(([matter, day]): Matter => ({ matter, day }))
  // Every new use is a matter of its own; the others are reached once.
  for (const day of new Set(daysFound(person, from))) matters.push({ matter: 'new-use', day })
  return matters
}

/** The days on which a new use was found, from a day on; one that another village had not reported too. */
const daysFound = (person: Person, from: Day): Day[] =>
  usesOf(person.facts)
    .map(({ foundDay }) => foundDay)
    .concat(accepted(person.facts.carryOvers).map(({ payload }) => parseDay(payload.newUseOn)))
    .filter((day) => day >= from)
    .sort((a, b) => a - b)

/** Whether a matter was reported or decided since it arose, here or before the person came. */
function isSettled({ matter, day }: Matter, person: Person, village: Village): boolean {
  const isOf = (fact: Fact): boolean => fact.payload.matter === matter && fact.day >= day
  const isCarried = accepted(person.facts.carryOvers).some(
    (fact) => fact.day >= day && ((fact.payload.reported ?? []) as string[]).includes(matter),
  )
  return (
    isCarried ||
    accepted(person.facts.reports).some(isOf) ||
    (person.current?.status === 'community-rehabilitation' &&
      (village.index.bySubject('town-decision').get(person.id) ?? []).some(isOf))
  )
}

/** What is to be reported, or decided, and was not yet. */
export const openMatters = (person: Person, village: Village): Matter[] =>
  mattersOf(person, village).filter((one) => !isSettled(one, person, village))

/**
 * The duty to report to the police, owed by the full-time worker for persons in community treatment; of a person in
 * community rehabilitation the same facts are shown to the town office, which decides. Nobody else has either.
 * @see 戒毒条例 第二十、二十一条
 */
export function reportObligations(person: Person, village: Village): Obligation[] {
  const status = person.current?.status
  if (status !== 'community-treatment' && status !== 'community-rehabilitation') return []
  const isDuty = status === 'community-treatment'
  return openMatters(person, village).map(({ matter, day }) =>
    dutyOf({
      kind: isDuty ? 'police-report' : 'town-decision',
      subjectId: person.id,
      period: `${matter}:${isoOf(day)}`,
      opens: day,
      due: day + village.values().positiveDays,
      clause: isDuty ? LAW.reporting : LAW.rehabilitation,
      owedBy: isDuty ? 'case-worker' : 'town-office',
      settledBy: isDuty ? 'police-report' : 'town-decision',
      part: null,
      mendableAfterDue: true,
      params: { matter },
    }),
  )
}
