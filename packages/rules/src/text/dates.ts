import type { IsoDate } from '../core/iso-date.ts'

/** `11月30日`, with the year when it is not the year of `asOf`. */
export function dateText(date: IsoDate, asOf: IsoDate): string {
  const text = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
  return date.slice(0, 4) === asOf.slice(0, 4) ? text : `${date.slice(0, 4)}年${text}`
}

/** The name of a period: `2026-C6` is `11—12月`, `2026-Q1` is `1—3月`, `2026-11` is `11月`, `A2026-03-15` and `T2026-03-15` are `3月15日起的一期`. @param months of a cycle */
export function periodText(period: string, asOf: IsoDate, months = 2): string {
  const year = period.slice(0, 4) === asOf.slice(0, 4) ? '' : `${period.slice(0, 4)}年`
  const cycle = /^\d{4}-C(\d+)$/.exec(period)
  if (cycle !== null) {
    const last = Number(cycle[1]) * months
    return months === 1 ? `${year}${last}月` : `${year}${last - months + 1}—${last}月`
  }
  const quarter = /^\d{4}-Q([1-4])$/.exec(period)
  if (quarter !== null) return `${year}${Number(quarter[1]) * 3 - 2}—${Number(quarter[1]) * 3}月`
  if (/^\d{4}-\d{2}$/.test(period)) return `${year}${Number(period.slice(5))}月`
  if (/^[AT]\d{4}-\d{2}-\d{2}$/.test(period)) return `${dateText(period.slice(1), asOf)}起的一期`
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? dateText(period, asOf) : ''
}
