import { addMonths, type Day, type IsoDate, isoOf, parseDay, yearOf } from '../core/iso-date.ts'
import { anyHolds, holds, type Interval, overlapDays } from '../core/period.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { PolicyReader } from '../policy/policy-at.ts'
import type { Person, StatusInterval } from './person-fold.ts'
import type { Fact } from './read-ledger.ts'

/** A window for one talk and one test. It belongs to the year of its last day. */
export type Cycle = Interval & { key: string; fromOn: IsoDate; lastOn: IsoDate; lastDay: Day }

/** What one cycle asks of one person, and what was done. */
export type CycleDuty = {
  cycle: Cycle
  /** A cycle asks for both, unless a stricter schedule asks for the test; a window of the schedule asks for the test. */
  asks: 'both' | 'talk' | 'test'
  /** Under support on its last day and on enough of its days. */
  isDue: boolean
  /** How many days of support make it due. */
  minDays: number
  /** There is a basis for testing: required by the police or consented to in writing. */
  hasBasis: boolean
  talk: Fact | undefined
  test: Fact | undefined
}

const NOTICE_DAY = parseDay(NOTICE.issuedOn)

export const cycleOf = (key: string, fromOn: IsoDate, nextOn: IsoDate): Cycle => {
  const to = parseDay(nextOn)
  return { key, from: parseDay(fromOn), to, fromOn, lastOn: isoOf(to - 1), lastDay: to - 1 }
}

/** The day whose policy says how long a cycle is: its first, but none before the notice. */
function lengthDay(fromOn: IsoDate): IsoDate {
  if (fromOn < NOTICE.issuedOn) return NOTICE.issuedOn
  return fromOn
}

/** No window that begins before the notice was issued is judged. */
const isJudged = (cycle: Cycle): boolean => cycle.from >= NOTICE_DAY

/**
 * Calendar cycles of a year, `2026-C1` … `2026-C6` at two months.
 * @param monthsOn the length of a cycle that begins on a day
 */
export function calendarCycles(year: number, monthsOn: (date: IsoDate) => number): Cycle[] {
  const cycles: Cycle[] = []
  let fromOn = `${year}-01-01`
  while (yearOf(fromOn) === year) {
    const nextOn = addMonths(fromOn, monthsOn(lengthDay(fromOn)))
    cycles.push(cycleOf(`${year}-C${cycles.length + 1}`, fromOn, nextOn))
    fromOn = nextOn
  }
  return cycles.filter(isJudged)
}

/**
 * Cycles counted from the start of each stretch of support, `A2026-03-15` by their first day.
 * @param monthsOn the length of a cycle that begins on a day; one that changes counts from the cycle it finds
 */
export function anchoredCycles(
  runs: readonly Interval[],
  year: number,
  monthsOn: (date: IsoDate) => number,
): Cycle[] {
  const cycles: Cycle[] = []
  for (const run of runs) {
    const anchor = isoOf(run.from)
    for (let month = 0; ; ) {
      const fromOn = addMonths(anchor, month)
      month += monthsOn(lengthDay(fromOn))
      const cycle = cycleOf(`A${fromOn}`, fromOn, addMonths(anchor, month))
      const lastYear = yearOf(cycle.lastOn)
      if (lastYear > year || cycle.from >= run.to) break
      if (lastYear === year) cycles.push(cycle)
    }
  }
  return cycles.filter(isJudged)
}

function hasTestBasis(interval: StatusInterval | undefined): boolean {
  if (interval === undefined) return false
  if (interval.status !== 'helped') return true
  const { testBasis } = interval.fact.payload
  return testBasis === 'required' || testBasis === 'consented'
}

/** Negative and positive are results; invalid, refused and not done are none. Away from home the certificate is needed. */
export function isValidTest({ payload }: Fact): boolean {
  if (payload.result !== 'negative' && payload.result !== 'positive') return false
  return payload.place !== 'away' || payload.certificate === 'yes'
}

export const isTalkHeld = ({ payload }: Fact): boolean => payload.found === 'yes'

/** The earliest fact of a window that counts, while the person was under support. @param facts first to last */
function earliest(
  facts: readonly Fact[],
  cycle: Cycle,
  person: Person,
  counts: (fact: Fact) => boolean,
): Fact | undefined {
  let first: Fact | undefined
  for (const fact of facts) {
    if (fact.day >= cycle.to) break
    if (fact.day < cycle.from || fact.pending || !counts(fact)) continue
    if (!anyHolds(person.support, fact.day)) continue
    if (first === undefined || fact.day < first.day || (fact.day === first.day && fact.id < first.id))
      first = fact
  }
  return first
}

/** Days of a cycle on which the person was under support and on the village's register. */
function dutyDays(person: Person, cycle: Cycle): number {
  const registered = { from: Math.max(cycle.from, person.dutyFrom), to: cycle.to }
  let days = 0
  for (const stretch of person.support) days += overlapDays(stretch, registered)
  return days
}

export const asksTalk = ({ isDue, asks }: CycleDuty): boolean => isDue && asks !== 'test'
/** Whether a test is asked for; it is owed only where it has a basis. */
export const asksTest = ({ isDue, asks }: CycleDuty): boolean => isDue && asks !== 'talk'

/** What a window asks of a person. A window shorter than two months is due from half of its days on. */
export function cycleDuty(
  person: Person,
  cycle: Cycle,
  policy: PolicyReader,
  asks: CycleDuty['asks'] = 'both',
): CycleDuty {
  const { lastDay } = cycle
  const minDays = Math.min(
    policy('minDutyDays', cycle.lastOn),
    asks === 'test' ? Math.floor((cycle.to - cycle.from) / 2) : Number.POSITIVE_INFINITY,
  )
  const isSupportedAtEnd =
    person.registeredDay <= lastDay && !anyHolds(person.gone, lastDay) && anyHolds(person.support, lastDay)
  const isDue = isSupportedAtEnd && dutyDays(person, cycle) >= minDays
  if (!isDue) return { cycle, asks, isDue, minDays, hasBasis: false, talk: undefined, test: undefined }
  return {
    cycle,
    asks,
    isDue,
    minDays,
    hasBasis: hasTestBasis(person.intervals.find((interval) => holds(interval, lastDay))),
    talk: earliest(person.facts.talks, cycle, person, isTalkHeld),
    test: earliest(person.facts.tests, cycle, person, isValidTest),
  }
}
