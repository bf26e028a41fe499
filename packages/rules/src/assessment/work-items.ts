import {
  addDays,
  addMonths,
  addMonthsToDay,
  type Day,
  firstDayOfMonth,
  isoOf,
  lastDayOfMonth,
  monthsOf,
  parseDay,
} from '../core/iso-date.ts'
import { holds, overlapDays, without } from '../core/period.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { KindId } from '../records/record-kind.ts'
import { asksTest, type CycleDuty } from '../registers/cycles.ts'
import type { Person } from '../registers/person-fold.ts'
import { daysOutside } from '../registers/presence.ts'
import type { Village } from '../registers/village.ts'
import type { PartOutcome } from '../scorecard.ts'
import { PERSON_KINDS } from '../standards/define-rule.ts'
import { lastSweep } from '../standards/s6-key-persons.ts'
import { isInTerm, isWithin } from '../standards/tally.ts'
import { type Context, type Finding, graded, type Item, NOT_YET, nobody, partOf } from './item.ts'

/** Whether the first cycle of the year is over. */
const hasClosedCycle = ({ village }: Context): boolean =>
  addMonths(`${village.year}-01-01`, village.values().cycleMonths) <= addDays(village.asOf, 1)

/** Nothing was due yet: left out while somebody's first window may still close in the year, else nobody was there. */
function nothingDue(context: Context): Finding {
  const { asOf, year, persons } = context.village
  const isAwaited = asOf < `${year}-12-31` && persons().some(({ isUnderSupport }) => isUnderSupport)
  return isAwaited || !hasClosedCycle(context) ? NOT_YET : nobody(context)
}

const support: Item = {
  id: 'A4.support',
  reads: [...PERSON_KINDS, 'support-group'],
  policy: ['supportStatuses', 'reportInDays'],
  judge: (context) => {
    const part = partOf(context.scorecard, 'S2.support')
    if (part === undefined) return { state: 'undetermined', reason: 'partMissing' }
    if (part.state === 'undetermined') return { state: 'undetermined', reason: 'partUndetermined' }
    if (part.denominator !== undefined)
      return graded(part.numerator as number, part.denominator, 100, part.deciding)
    const isInTerm = context.village.persons().some(({ isUnderSupport }) => isUnderSupport)
    return isInTerm ? NOT_YET : nobody(context)
  },
}

const talks: Item = {
  id: 'A4.talks',
  reads: [...PERSON_KINDS, 'talk', 'past-evidence'],
  policy: ['cycleMonths', 'minDutyDays', 'supportStatuses'],
  judge: (context) => {
    const part = partOf(context.scorecard, 'S2.talks')
    if (part === undefined) return { state: 'undetermined', reason: 'partMissing' }
    if (part.state === 'undetermined')
      return hasClosedCycle(context) ? { state: 'undetermined', reason: 'partUndetermined' } : NOT_YET
    if (part.denominator === undefined) return nothingDue(context)
    return graded(part.numerator as number, part.denominator, 100, part.deciding)
  },
}

/** Duty days of a window on which the person was at home: his status says so, and he was not outside the county. */
function daysAtHome(person: Person, { cycle }: CycleDuty, village: Village): number {
  const { supportStatuses } = village.values()
  const window = { from: Math.max(cycle.from, person.dutyFrom), to: cycle.to }
  const outside = daysOutside(person, village)
  let days = 0
  for (const interval of person.intervals)
    if (supportStatuses.includes(interval.status) && interval.fact.payload.presence === 'at-home')
      for (const stretch of without(interval, outside)) days += overlapDays(stretch, window)
  return days
}

type Due = { tested: string[]; missing: number; beforeStart: number; withoutBasis: number }

/** The due test windows of the year that are over, of those a test picks. */
function dueTests(village: Village, picks: (person: Person, duty: CycleDuty) => boolean): Due {
  const due: Due = { tested: [], missing: 0, beforeStart: 0, withoutBasis: 0 }
  for (const person of village.persons())
    for (const duty of village.cycleDuties(person, village.year)) {
      const { cycle, test, hasBasis } = duty
      if (!asksTest(duty) || cycle.lastDay > village.asOfDay || !picks(person, duty)) continue
      const isBefore = cycle.lastDay < village.ledger.startDay
      const proof =
        test ?? (isBefore ? village.backing()('tests', cycle.fromOn, cycle.lastOn, person.id) : undefined)
      if (!hasBasis) due.withoutBasis++
      else if (proof !== undefined) due.tested.push(proof.id)
      else if (isBefore) due.beforeStart++
      else due.missing++
    }
  return due
}

function judgeTests(context: Context, target: number, picks: Parameters<typeof dueTests>[1]): Finding {
  const { tested, missing, beforeStart, withoutBasis } = dueTests(context.village, picks)
  if (beforeStart > 0) return { state: 'undetermined', reason: 'partUndetermined' }
  const denominator = tested.length + missing
  if (denominator > 0) return graded(tested.length, denominator, target, tested)
  // There were people to test, and no ground to test one of them: that is no proof that nobody was there.
  return withoutBasis > 0 ? { state: 'undetermined', reason: 'noBasis' } : nothingDue(context)
}

const TEST_KINDS: readonly KindId[] = [...PERSON_KINDS, 'past-evidence']

const homeTests: Item = {
  id: 'A4.homeTests',
  reads: [...TEST_KINDS, 'leave', 'absence'],
  policy: ['homeTestsPercent', 'cycleMonths', 'minDutyDays', 'testSchedule'],
  judge: (context) =>
    judgeTests(
      context,
      context.village.values().homeTestsPercent,
      (person, duty) => daysAtHome(person, duty, context.village) >= duty.minDays,
    ),
}

const overallTests: Item = {
  id: 'A4.overallTests',
  reads: TEST_KINDS,
  policy: ['overallTestsPercent', 'cycleMonths', 'minDutyDays', 'testSchedule'],
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

/** Whether the village was responsible for a living person on the day his three years were, or would be, full. */
const isOurs = ({ gone, intervals }: Person, day: Day): boolean =>
  !gone.some((stretch) => holds(stretch, day)) &&
  !intervals.some((stretch) => stretch.status === 'deceased' && holds(stretch, day))

/** Who became abstinent three years within a year's days up to the date. */
const successes = (village: Village): string[] => {
  const from = parseDay(`${village.year}-01-01`)
  return village
    .persons()
    .filter((person) => {
      const { isThreeYears, threeYearsDay } = person
      return isThreeYears && threeYearsDay! >= from && isOurs(person, threeYearsDay!)
    })
    .map(({ id }) => id)
}

/** Whose documents put the end of the three years into the days of the year, whatever came of it. */
function expected(village: Village): string[] {
  const from = parseDay(`${village.year}-01-01`)
  const { threeYearsMonths } = village.values()
  const isInPeriod = (person: Person, since: unknown): boolean => {
    const day = addMonthsToDay(parseDay(since), threeYearsMonths)
    return from <= day && day <= village.asOfDay && isOurs(person, day)
  }
  return village
    .persons()
    .filter((person) =>
      person.facts.abstinence.some(
        ({ pending, payload }) => !pending && isInPeriod(person, payload.abstinentSince),
      ),
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

/** How the key persons stood at the end of a month. */
function monthOfChecks(month: string, context: Context): 'nobody' | 'fresh' | 'stale' | 'beforeStart' {
  const { village } = context
  const lastOn = lastDayOfMonth(month)
  const then = context.on(lastOn)
  const listed = then.keyPersons()
  if (listed.length === 0) return 'nobody'
  const { keyPersonFreshDays } = then.values()
  const isBeforeStart = lastOn < village.ledger.startOn
  const isFresh = isBeforeStart ? isWithin : isInTerm
  if (listed.every(({ verifiedBy }) => isFresh(verifiedBy.day, keyPersonFreshDays, then))) return 'fresh'
  if (!isBeforeStart) return 'stale'
  return village.backing()('verifications', lastOn, lastOn) ? 'fresh' : 'beforeStart'
}

/** The share of complete months at whose end every key person was fresh. */
const keyPersons: Item = {
  id: 'A5.keyPersons',
  reads: [...PERSON_KINDS, 'key-person', 'key-person-end', 'verification', 'sweep', 'past-evidence'],
  policy: ['keyPersonFreshDays', 'sweepWithinDays'],
  judge: (context) => {
    const { village } = context
    const closed = monthsOf(village.year).filter(
      (month) => lastDayOfMonth(month) <= village.asOf && firstDayOfMonth(month) >= NOTICE.issuedOn,
    )
    if (closed.length === 0) return NOT_YET
    const found = closed.map((month) => monthOfChecks(month, context))
    const countOf = (state: (typeof found)[number]): number => found.filter((one) => one === state).length
    if (countOf('beforeStart') > 0) return { state: 'undetermined', reason: 'beforeStart' }
    const months = closed.length - countOf('nobody')
    if (months > 0) return graded(countOf('fresh'), months, 100)
    // Only a sweep of the whole village says that there is no key person.
    const sweep = lastSweep(village)
    return isWithin(sweep?.day, village.values().sweepWithinDays, village)
      ? { state: 'notApplicable', reason: 'noneDeclared', deciding: [sweep!.id] }
      : { state: 'undetermined', reason: 'notCounted' }
  },
}

/** The village's own findings, passed to the police station in time. */
const truthful: Item = {
  id: 'A5.truthful',
  reads: ['new-finding', 'roster-confirmation'],
  policy: ['truthfulDays'],
  judge: (context) => {
    const { village } = context
    const isOwn = ({ on, payload }: { on: string; payload: Record<string, unknown> }): boolean =>
      on >= `${village.year}-01-01` && payload.foundBy === 'village'
    if (village.index.pendingOf('new-finding').some(isOwn))
      return { state: 'undetermined', reason: 'pending' }
    const inTime: string[] = []
    let late = 0
    for (const fact of village.index.of('new-finding').filter(isOwn)) {
      const reported = parseDay(fact.payload.reportedOn)
      const limit = fact.day + village.policy('truthfulDays', fact.on)
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
