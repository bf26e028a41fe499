import { addDays, type IsoDate } from '@dfv/rules'
import { mondayOf, weekdayOf } from '../../platform/weeks.js'

/** What the State Council announced for one year: days off, first and last included, and weekend days that are worked. */
type HolidayYear = {
  source: string
  rest: readonly (readonly [from: IsoDate, to: IsoDate])[]
  worked: readonly IsoDate[]
}

/**
 * Announced each autumn for the year after. A year that is not here has its weekends and nothing else, and the settings
 * page says so; `docs/deployment.md` says when a year is to be added.
 */
const HOLIDAY_YEARS: Readonly<Record<string, HolidayYear>> = {
  '2026': {
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025年11月4日）',
    rest: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** Where the year's working days come from; undefined: only the weekends are known. */
export const holidaySource = (date: IsoDate): string | undefined => HOLIDAY_YEARS[date.slice(0, 4)]?.source

export function isWorkingDay(date: IsoDate): boolean {
  const year = HOLIDAY_YEARS[date.slice(0, 4)]
  if (year?.worked.includes(date)) return true
  if (year?.rest.some(([from, to]) => from <= date && date <= to)) return false
  return weekdayOf(date) < SATURDAY
}

/** The day itself, or the last working day before it. */
export function workingDayUpTo(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : workingDayUpTo(addDays(date, -1))
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(date: IsoDate): IsoDate {
  return isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1))
}

/** The `count`th working day after a day; `count` from 1. */
export function workingDayAfter(date: IsoDate, count: number): IsoDate {
  const next = workingDayFrom(addDays(date, 1))
  return count === 1 ? next : workingDayAfter(next, count - 1)
}

/** Monday of the week that the day begins as its first working day; undefined for every other day. */
export function weekBegunOn(date: IsoDate): IsoDate | undefined {
  const monday = mondayOf(date)
  return workingDayFrom(monday) === date ? monday : undefined
}

const SATURDAY = 5
