import { addDays, addMonths, isoOf, lastDayOfMonth, monthsOf, parseDay } from '../core/iso-date.ts'
import { overlapDays } from '../core/period.ts'
import type { CycleDuty } from '../registers/cycles.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import type { PartOutcome } from '../scorecard.ts'
import { PERSON_KINDS } from '../standards/define-rule.ts'
import { type Context, type Finding, graded, type Item, NOT_YET, nobody, partOf } from './item.ts'

/** Whether the first cycle of the year is over. */
const hasClosedCycle = ({ village }: Context): boolean =>
  addMonths(`${village.year}-01-01`, village.values().cycleMonths) <= addDays(village.asOf, 1)

/** A part that is a share: its figures earn points as they stand. */
function shareOfPart(part: PartOutcome | undefined, context: Context): Finding {
  if (part === undefined) return { state: 'undetermined', reason: 'partMissing' }
  if (part.state === 'undetermined') return { state: 'undetermined', reason: 'partUndetermined' }
  if (part.denominator === undefined) return nobody(context)
  return graded(part.numerator as number, part.denominator, 100, part.deciding)
}

const support: Item = {
  id: 'A4.support',
  reads: [...PERSON_KINDS, 'support-group'],
  policy: ['supportStatuses', 'reportInDays'],
  judge: (context) => {
    const part = partOf(context.scorecard, 'S2.support')
    const isInTerm = context.village.persons().some(({ isUnderSupport }) => isUnderSupport)
    return part?.state === 'notApplicable' && isInTerm ? NOT_YET : shareOfPart(part, context)
  },
}

const talks: Item = {
  id: 'A4.talks',
  reads: [...PERSON_KINDS, 'talk'],
  policy: ['cycleMonths', 'minDutyDays', 'supportStatuses'],
  judge: (context) =>
    hasClosedCycle(context) ? shareOfPart(partOf(context.scorecard, 'S2.talks'), context) : NOT_YET,
}

/** Duty days of a cycle on which the person was at home. */
function daysAtHome(person: Person, { cycle }: CycleDuty, village: Village): number {
  const { supportStatuses } = village.values()
  const window = { from: Math.max(cycle.from, person.registeredDay), to: cycle.to }
  let days = 0
  for (const interval of person.intervals)
    if (supportStatuses.includes(interval.status) && interval.fact.payload.presence === 'at-home')
      days += overlapDays(interval, window)
  return days
}

type Due = { tested: string[]; missing: number; beforeStart: number }

/** The due test cycles of the year that are over, of those a test picks. */
function dueTests(village: Village, picks: (person: Person, duty: CycleDuty) => boolean): Due {
  const due: Due = { tested: [], missing: 0, beforeStart: 0 }
  for (const person of village.persons())
    for (const duty of village.cycleDuties(person, village.year)) {
      const isClosed = duty.isDue && duty.hasBasis && duty.cycle.lastDay <= village.asOfDay
      if (!isClosed || !picks(person, duty)) continue
      if (duty.test !== undefined) due.tested.push(duty.test.id)
      else if (duty.cycle.lastDay < village.ledger.startDay) due.beforeStart++
      else due.missing++
    }
  return due
}

function judgeTests(context: Context, target: number, picks: Parameters<typeof dueTests>[1]): Finding {
  if (!hasClosedCycle(context)) return NOT_YET
  const { tested, missing, beforeStart } = dueTests(context.village, picks)
  if (beforeStart > 0) return { state: 'undetermined', reason: 'partUndetermined' }
  const denominator = tested.length + missing
  return denominator === 0 ? nobody(context) : graded(tested.length, denominator, target, tested)
}

const homeTests: Item = {
  id: 'A4.homeTests',
  reads: [...PERSON_KINDS, 'urine-test'],
  policy: ['homeTestsPercent', 'cycleMonths', 'minDutyDays'],
  judge: (context) => {
    const { homeTestsPercent, minDutyDays } = context.village.values()
    return judgeTests(
      context,
      homeTestsPercent,
      (person, duty) => daysAtHome(person, duty, context.village) >= minDutyDays,
    )
  },
}

const overallTests: Item = {
  id: 'A4.overallTests',
  reads: [...PERSON_KINDS, 'urine-test'],
  policy: ['overallTestsPercent', 'cycleMonths', 'minDutyDays'],
  judge: (context) => judgeTests(context, context.village.values().overallTestsPercent, () => true),
}

const relapsesIn = (part: PartOutcome | undefined): string[] =>
  (part?.missing ?? []).filter(({ code }) => code === 'relapse').map(({ subjectId }) => subjectId as string)

/** Fewer than in the same days of last year, or none in either. */
const relapses: Item = {
  id: 'A4.relapses',
  reads: PERSON_KINDS,
  policy: [],
  judge: ({ scorecard, lastYear, hasLastYear }) => {
    const part = partOf(scorecard, 'S2.relapse')
    const now = relapsesIn(part).length
    if (part?.state === 'undetermined')
      return {
        state: 'undetermined',
        reason: part.reason === 'rosterNotConfirmed' ? 'notCounted' : 'pending',
      }
    if (!hasLastYear) return { state: 'undetermined', reason: 'noLastYear' }
    const before = relapsesIn(partOf(lastYear.scorecard, 'S2.relapse')).length
    const isFewer = now < before || (now === 0 && before === 0)
    return { state: isFewer ? 'met' : 'notMet', numerator: now, denominator: before }
  },
}

/** Who became abstinent three years within a year's days up to the date. */
const successes = (village: Village): string[] => {
  const from = parseDay(`${village.year}-01-01`)
  return village
    .persons()
    .filter(({ isThreeYears, threeYearsDay }) => isThreeYears && threeYearsDay! >= from)
    .map(({ id }) => id)
}

/** Whose documents put the end of the three years into the days of the year, whatever came of it. */
function expected(village: Village): string[] {
  const from = `${village.year}-01-01`
  const { threeYearsMonths } = village.values()
  const isInPeriod = (since: unknown): boolean => {
    const on = addMonths(since as string, threeYearsMonths)
    return from <= on && on <= village.asOf
  }
  return village
    .persons()
    .filter(({ facts }) =>
      facts.abstinence.some(({ pending, payload }) => !pending && isInPeriod(payload.abstinentSince)),
    )
    .map(({ id }) => id)
}

/** More than in the same days of last year, or everyone whose date fell in the period reached it. */
const threeYears: Item = {
  id: 'A4.threeYears',
  reads: PERSON_KINDS,
  policy: ['threeYearsMonths'],
  judge: (context) => {
    const { village, lastYear, hasLastYear } = context
    const reached = successes(village)
    const due = expected(village)
    if (due.length > 0 && due.every((id) => reached.includes(id)))
      return { state: 'met', numerator: reached.length, denominator: due.length }
    if (due.length === 0 && reached.length === 0) {
      const isOpen = village
        .persons()
        .some((person) => person.isExisting !== false && person.abstinentSince === undefined)
      return isOpen ? { state: 'undetermined', reason: 'unknownDates' } : nobody(context)
    }
    if (!hasLastYear) return { state: 'undetermined', reason: 'noLastYear' }
    const isMore = reached.length > successes(lastYear.village).length
    return { state: isMore ? 'met' : 'notMet', numerator: reached.length, denominator: due.length }
  },
}

/** The share of complete months at whose end every key person was fresh. */
const keyPersons: Item = {
  id: 'A5.keyPersons',
  reads: ['key-person', 'key-person-end', 'verification'],
  policy: ['keyPersonFreshDays'],
  judge: (context) => {
    const { village } = context
    const closed = monthsOf(village.year)
      .map(lastDayOfMonth)
      .filter((day) => day <= village.asOf && day >= village.ledger.startOn)
    if (closed.length === 0) return NOT_YET
    let months = 0
    let fresh = 0
    for (const day of closed) {
      const then = context.on(day)
      const listed = then.keyPersons()
      if (listed.length === 0) continue
      months++
      const { keyPersonFreshDays } = then.values()
      if (listed.every(({ verifiedBy }) => then.asOfDay - verifiedBy.day <= keyPersonFreshDays)) fresh++
    }
    if (months > 0) return graded(fresh, months, 100)
    return village.index.of('sweep').length > 0
      ? { state: 'notApplicable', reason: 'noneDeclared' }
      : { state: 'undetermined', reason: 'notCounted' }
  },
}

/** The village's own findings, passed to the police station in time. */
const truthful: Item = {
  id: 'A5.truthful',
  reads: ['new-finding'],
  policy: ['truthfulDays'],
  judge: (context) => {
    const { village } = context
    const { truthfulDays } = village.values()
    const isOwn = ({ on, payload }: { on: string; payload: Record<string, unknown> }): boolean =>
      on >= `${village.year}-01-01` && payload.foundBy === 'village'
    if (village.index.pendingOf('new-finding').some(isOwn))
      return { state: 'undetermined', reason: 'pending' }
    const inTime: string[] = []
    let late = 0
    for (const fact of village.index.of('new-finding').filter(isOwn)) {
      const reported = parseDay(fact.payload.reportedOn)
      const limit = fact.day + truthfulDays
      if (reported <= limit && isoOf(reported) <= village.asOf) inTime.push(fact.id)
      else if (limit < village.asOfDay || reported > limit) late++
    }
    const denominator = inTime.length + late
    return denominator === 0 ? nobody(context) : graded(inTime.length, denominator, 100, inTime)
  },
}

export const WORK_ITEMS: readonly Item[] = [
  support,
  talks,
  homeTests,
  overallTests,
  relapses,
  threeYears,
  keyPersons,
  truthful,
]
