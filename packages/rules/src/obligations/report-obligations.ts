import { type Day, isoOf, parseDay } from '../core/iso-date.ts'
import { inOrder } from '../registers/in-order.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation } from '../scorecard.ts'
import { dutyOf, LAW } from './duty.ts'

type Matter = { matter: string; day: Day }

const accepted = (facts: readonly Fact[]): Fact[] => inOrder(facts.filter(({ pending }) => !pending))
const countOf = (facts: readonly Fact[], name: string): number =>
  facts.reduce((sum, { payload }) => sum + ((payload[name] as number | undefined) ?? 0), 0)

/** The day on which a count, begun in another village, reached a number. */
function reachedOn(
  facts: readonly Fact[],
  carried: number,
  needed: number,
  carriedDay: Day,
): Day | undefined {
  if (carried >= needed) return carriedDay
  return facts[needed - carried - 1]?.day
}

/** The first day on which all unauthorised absences together were longer than allowed; one that goes on counts to `asOf`. */
function overstayedOn(
  absences: readonly Fact[],
  carried: number,
  allowed: number,
  asOfDay: Day,
): Day | undefined {
  let days = carried
  for (const { day, payload } of absences) {
    const back = parseDay(payload.returnedOn)
    const until = back <= asOfDay ? back : asOfDay + 1
    if (days + until - day > allowed) return day + allowed - days
    days += until - day
  }
  return undefined
}

/** What the regulation asks to be reported of a person in community treatment, over the whole term. */
function mattersOf(person: Person, village: Village): Matter[] {
  const { facts, current } = person
  const values = village.values()
  const from = current!.since
  const since = (fact: Fact): boolean => fact.day >= from
  const carries = accepted(facts.carryOvers)
  const carriedDay = carries[0]?.day ?? from
  const refusals = accepted(facts.tests).filter(
    (test) => since(test) && test.payload.result === 'refused' && test.payload.basis === 'required',
  )
  const absences = accepted(facts.absences).filter(since)
  const days: [string, Day | undefined][] = [
    ['refusals', reachedOn(refusals, countOf(carries, 'refusals'), values.refusalsToReport, carriedDay)],
    ['new-use', accepted(facts.relapses).filter(since)[0]?.day],
    ['absences', reachedOn(absences, countOf(carries, 'absences'), values.absencesToReport, carriedDay)],
    [
      'absences',
      overstayedOn(absences, countOf(carries, 'absentDays'), values.absentDaysToReport, village.asOfDay),
    ],
  ]
  const lateDay = from + values.reportInDays + 1
  const reportedIn = parseDay(current!.fact.payload.reportedInOn)
  if (Number.isNaN(reportedIn) && lateDay <= village.asOfDay) days.push(['not-reported-in', lateDay])
  const first = new Map<string, Day>()
  for (const [matter, day] of days)
    if (day !== undefined && day < (first.get(matter) ?? Number.POSITIVE_INFINITY)) first.set(matter, day)
  return Array.from(first).map(([matter, day]) => ({ matter, day }))
}

/** The duty to report to the police: only for persons in community treatment; a report on the matter settles it. */
export function reportObligations(person: Person, village: Village): Obligation[] {
  if (person.current?.status !== 'community-treatment') return []
  const reports = accepted(person.facts.reports)
  return mattersOf(person, village)
    .filter(({ matter, day }) => !reports.some((fact) => fact.payload.matter === matter && fact.day >= day))
    .map(({ matter, day }) =>
      dutyOf({
        kind: 'police-report',
        subjectId: person.id,
        period: `${matter}:${isoOf(day)}`,
        opens: day,
        due: day + village.values().positiveDays,
        clause: LAW.reporting,
        owedBy: 'town-office',
        settledBy: 'police-report',
        part: null,
        mendableAfterDue: true,
        params: { matter },
      }),
    )
}
