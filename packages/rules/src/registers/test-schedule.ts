import { addMonths, type Day, isoOf } from '../core/iso-date.ts'
import { holds } from '../core/period.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { PolicyReader } from '../policy/policy-at.ts'
import { isRegime, type Regime } from '../policy/test-schedule.ts'
import { type Cycle, cycleOf } from './cycles.ts'
import type { Person, StatusInterval } from './person-fold.ts'
import { reportedInDay } from './statutory-clock.ts'

/** A window of the schedule: one test, counted from the day the measure began to run. */
export type ScheduleWindow = Cycle & { regime: Regime; since: number }

const YEARS = 3

function windowsOf(
  stretch: StatusInterval,
  person: Person,
  policy: PolicyReader,
  asOfDay: Day,
): ScheduleWindow[] {
  const { status: regime, since, to } = stretch
  if (!isRegime(regime)) return []
  const anchor = isoOf(reportedInDay(person, since, asOfDay) ?? since)
  const windows: ScheduleWindow[] = []
  for (let month = 0; month < YEARS * 12; month++) {
    const fromOn = addMonths(anchor, month)
    if (fromOn < NOTICE.issuedOn) continue
    const times = policy('testSchedule', fromOn)[regime][Math.floor(month / 12)] ?? 0
    const months = times === 0 ? 12 : 12 / times
    // The notice's cycle stands where the schedule asks for no more.
    if (months >= policy('cycleMonths', fromOn) || month % months !== 0) continue
    const window = cycleOf(`T${fromOn}`, fromOn, addMonths(anchor, month + months))
    // The measure ended within it: the notice's cycle asks again.
    if (window.lastDay >= to) break
    windows.push({ ...window, regime, since })
    month += months - 1
  }
  return windows
}

/**
 * The windows in which a person owes a test by the schedule, where that is stricter than the notice's cycle. A change of
 * presence or a detention does not begin the measure anew.
 */
export function scheduleWindows(person: Person, policy: PolicyReader, asOfDay: Day): ScheduleWindow[] {
  const last = new Map<number, StatusInterval>()
  for (const interval of person.intervals) if (isRegime(interval.status)) last.set(interval.since, interval)
  const windows: ScheduleWindow[] = []
  last.forEach((stretch) => {
    windows.push(...windowsOf(stretch, person, policy, asOfDay))
  })
  return windows
}

/** Whether a day's test is asked for by a window of the schedule, so that the notice's cycle need not ask again. */
export const isScheduled = (windows: readonly ScheduleWindow[], day: number): boolean =>
  windows.some((window) => holds(window, day))
