/** A China civil date, `YYYY-MM-DD`. */
export type IsoDate = string
/** A civil month, `YYYY-MM`. */
export type IsoMonth = string
/** A UTC instant as ISO 8601, `2026-11-23T06:05:00.000Z`. */
export type Instant = string
/** Days since 1970-01-01, an integer; the form in which the folds compare and subtract dates. */
export type Day = number

const CUMULATIVE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Length of a month in days. @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days outside these years are no days: they are slips of the pen. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** The number two digits make; -1 where there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1
}
const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
const pad4 = (n: number): string => `000${n}`.slice(-4)

/** The day number of a civil date. @param month 1–12 @param dayOfMonth 1–31, must exist */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const before = year - 1
  const leapDays = (before >> 2) - ((before / 100) | 0) + ((before / 400) | 0)
  const leapToday = month > 2 && isLeap(year) ? 1 : 0
  // 719162 = days from 0001-01-01 to 1970-01-01.
  return before * 365 + leapDays + CUMULATIVE[month - 1]! + leapToday + dayOfMonth - 1 - 719162
}

/** @returns the day number of the first ten characters, or NaN when they name no day (years 1900–2199). */
function dayAtStart(text: string): Day {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const ofCentury = two(text, 2)
  const year = two(text, 0) * 100 + ofCentury
  const month = two(text, 5)
  const day = two(text, 8)
  if (ofCentury < 0 || year < FIRST_YEAR || year > LAST_YEAR) return Number.NaN
  if (month < 1 || month > 12 || day < 1) return Number.NaN
  return day <= daysInMonth(year, month) ? dayOf(year, month, day) : Number.NaN
}

/** @returns the day number, or NaN when the value is not a calendar day that exists (years 1900–2199). */
export const parseDay = (value: unknown): Day =>
  typeof value === 'string' && value.length === 10 ? dayAtStart(value) : Number.NaN

export const isIsoDate = (value: unknown): value is IsoDate => !Number.isNaN(parseDay(value))

export const isIsoMonth = (value: unknown): value is IsoMonth =>
  typeof value === 'string' && value.length === 7 && isIsoDate(`${value}-01`)

/** The civil date of a day number in one number: year × 10000 + month × 100 + day of the month. */
function civilOf(day: Day): number {
  // 400 years are 146097 days; count from 0000-03-01 so that a leap day ends its year.
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 10000 + month * 100 + dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
}

/** The civil date of a day number. */
export function isoOf(day: Day): IsoDate {
  const civil = civilOf(day)
  return `${pad4(Math.floor(civil / 10000))}-${pad(Math.floor(civil / 100) % 100)}-${pad(civil % 100)}`
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))
export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7)
export const addDays = (date: IsoDate, days: number): IsoDate => isoOf(parseDay(date) + days)
/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => parseDay(to) - parseDay(from)

/** Adds months to an anchor date and clamps to the month's last day. Occurrence n is always `addMonths(anchor, n × step)`. */
export function addMonths(anchor: IsoDate, months: number): IsoDate {
  const index = yearOf(anchor) * 12 + Number(anchor.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return `${pad4(year)}-${pad(month)}-${pad(Math.min(Number(anchor.slice(8, 10)), daysInMonth(year, month)))}`
}

export const addMonthsToMonth = (month: IsoMonth, months: number): IsoMonth =>
  monthOf(addMonths(`${month}-01`, months))
export const firstDayOfMonth = (month: IsoMonth): IsoDate => `${month}-01`
export const lastDayOfMonth = (month: IsoMonth): IsoDate =>
  `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`

/** The twelve months of a year, January first. */
export const monthsOf = (year: number): IsoMonth[] =>
  Array.from({ length: 12 }, (_, index) => `${pad4(year)}-${pad(index + 1)}`)

/**
 * The civil day in China (UTC+8, no summer time) of a UTC instant `YYYY-MM-DDTHH:MM:SS(.fff)Z`.
 * @returns NaN when the value is not such an instant
 */
export function chinaDayOf(value: unknown): Day {
  if (typeof value !== 'string' || value.length < 20 || value.length > 30) return Number.NaN
  const at = value.length - 1
  if (
    value.charCodeAt(10) !== 84 ||
    value.charCodeAt(13) !== 58 ||
    value.charCodeAt(16) !== 58 ||
    value.charCodeAt(at) !== 90
  )
    return Number.NaN
  const hour = two(value, 11)
  const minute = two(value, 14)
  const second = two(value, 17)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN
  if (at > 19 && value.charCodeAt(19) !== 46) return Number.NaN
  for (let fraction = 20; fraction < at; fraction++)
    if (!isDigit(value.charCodeAt(fraction))) return Number.NaN
  return dayAtStart(value) + (hour >= 16 ? 1 : 0)
}

export const isInstant = (value: unknown): value is Instant => !Number.isNaN(chinaDayOf(value))

const fraction = (instant: Instant): string =>
  (instant.length === 20 ? `${instant.slice(0, 19)}.` : instant.slice(0, -1)).padEnd(29, '0')

/** Whether an instant is at or before another, however many digits their seconds have. */
export const isNotAfter = (a: Instant, b: Instant): boolean =>
  a.length === b.length ? a <= b : fraction(a) <= fraction(b)

/** The civil date in China of a UTC instant. */
export const chinaDateOf = (instant: Instant): IsoDate => isoOf(chinaDayOf(instant))

/** Adds months to a day number, clamped as `addMonths`. @returns NaN after 2199 */
export function addMonthsToDay(day: Day, months: number): Day {
  const civil = civilOf(day)
  const index = Math.floor(civil / 10000) * 12 + (Math.floor(civil / 100) % 100) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return Number.NaN
  return dayOf(year, month, Math.min(civil % 100, daysInMonth(year, month)))
}
