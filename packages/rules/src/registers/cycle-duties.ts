import { type Day, type IsoDate, yearOf } from '../core/iso-date.ts'
import { remembered } from '../core/lazy.ts'
import type { Policies, PolicyValues } from '../policy/policies.ts'
import { everyVersion, policyReader } from '../policy/policy-at.ts'
import { asksMore } from '../policy/test-schedule.ts'
import { anchoredCycles, type Cycle, type CycleDuty, calendarCycles, cycleDuty } from './cycles.ts'
import type { Person } from './person-fold.ts'
import { isScheduled, scheduleWindows } from './test-schedule.ts'

/** The duties of cycles that belong to a year and had begun; none for a person abstinent three years. */
export type CycleDuties = (person: Person, year: number) => readonly CycleDuty[]

/** The duties of cycles in an area as of a day; each person's are computed once a year. */
export function cycleDutiesOf(policies: Policies, areaCode: string, asOfDay: Day): CycleDuties {
  const policy = policyReader(policies, areaCode)
  const monthsOn = (date: IsoDate): number => policy('cycleMonths', date)
  const anchorOn = (cycle: Cycle): PolicyValues['cycleAnchor'] => policy('cycleAnchor', cycle.lastOn)
  const isAnchored = everyVersion(policies, areaCode, 'cycleAnchor').includes('support-start')
  const hasSchedule = everyVersion(policies, areaCode, 'testSchedule').some(asksMore)

  const byCalendar = remembered((year: number) =>
    calendarCycles(year, monthsOn).filter((cycle) => anchorOn(cycle) === 'calendar'),
  )
  const cyclesOf = (person: Person, year: number): Cycle[] => {
    if (!isAnchored) return byCalendar(year)
    const anchored = anchoredCycles(person.runs, year, monthsOn)
    return byCalendar(year).concat(anchored.filter((cycle) => anchorOn(cycle) === 'support-start'))
  }
  const dutiesOf = (person: Person, year: number): CycleDuty[] => {
    const windows = hasSchedule ? scheduleWindows(person, policy, asOfDay) : []
    const duties = cyclesOf(person, year)
      .filter((cycle) => cycle.from <= asOfDay)
      .map((cycle) => cycleDuty(person, cycle, policy, isScheduled(windows, cycle.lastDay) ? 'talk' : 'both'))
    for (const window of windows)
      if (yearOf(window.lastOn) === year && window.from <= asOfDay)
        duties.push(cycleDuty(person, window, policy, 'test'))
    return windows.length === 0 ? duties : duties.sort((a, b) => a.cycle.lastDay - b.cycle.lastDay)
  }
  const inYear = remembered((year: number) =>
    remembered((person: Person): readonly CycleDuty[] => (person.isThreeYears ? [] : dutiesOf(person, year))),
  )
  return (person, year) => inYear(year)(person)
}
