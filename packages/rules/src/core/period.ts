import type { Day } from './iso-date.ts'

/** Days from `from` up to, not including, `to`. An open end is Infinity. */
export type Interval = { from: Day; to: Day }

export const holds = (interval: Interval, day: Day): boolean => interval.from <= day && day < interval.to

/** Whether any of the intervals holds a day. */
export function anyHolds(intervals: readonly Interval[], day: Day): boolean {
  for (const interval of intervals) if (holds(interval, day)) return true
  return false
}

/** How many days two intervals share. */
export const overlapDays = (a: Interval, b: Interval): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** The part of `interval` outside every hole. @param holes in order, not overlapping */
export function without(interval: Interval, holes: readonly Interval[]): Interval[] {
  const rest: Interval[] = []
  let from = interval.from
  for (const hole of holes) {
    if (hole.to <= from || hole.from >= interval.to) continue
    if (hole.from > from) rest.push({ from, to: hole.from })
    from = Math.max(from, hole.to)
  }
  if (from < interval.to) rest.push({ from, to: interval.to })
  return rest
}
