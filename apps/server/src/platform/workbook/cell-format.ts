/**
 * Which number formats show a date. A date in a workbook is a number that only its format tells from any other.
 * Built-in formats 27–36 and 50–58 are the Chinese dates, which no file spells out.
 */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]

/** Quoted text, escaped characters, `[Red]` and `[$-804]`: none of their letters ask for a date. */
const NOT_A_PATTERN = /"[^"]*"|\\.|\[[^\]]*\]|_.|general|standard/gi

/** @param id of the format @param code its pattern, where the file spells it out */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([first, last]) => first <= id && id <= last)
  // Hours and minutes alone are no day, so `m` counts only beside a day or a year.
  return /[yd]/i.test(code.replace(NOT_A_PATTERN, ''))
}

const DAY_MS = 86_400_000
/** Day 60 is the 29 February 1900 that never was; from day 61 on the count is right when it begins here. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
/** Workbooks from old Macs count from 1904. */
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_SERIAL = 2_958_465

/** Civil date of a serial number; the time of day is dropped. @returns undefined for what is no date */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const day = Math.floor(serial)
  if (!(day >= (from1904 ? 0 : 61) && day <= LAST_SERIAL)) return undefined
  return new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + day * DAY_MS).toISOString().slice(0, 10)
}
