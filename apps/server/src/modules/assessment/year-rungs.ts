import { addDays, type IsoDate } from '@dfv/rules'
import { workingDayFrom, workingDayUpTo } from '../reminders/working-days.js'

/** What village and town are told of the days on which a published result is open to appeal. */
export type AppealRung = 'opens' | 'last'

/** What a village is told of the day on which its self-assessment is due. */
export type HandInRung = 'before-14' | 'before-3' | 'after'

/** The most urgent first. */
const BEFORE = [
  { rung: 'before-3', days: 3 },
  { rung: 'before-14', days: 14 },
] as const
/** What is over for longer is history, not news: as of a window that closed. */
const NEWS_DAYS = 31

/**
 * The rung that stands on a day; undefined: none. It stands until the next one does, so that after days without a server
 * the latest is told and the others are not. What is to be done is told on a working day before, what was not done on one after.
 */
export function handInRung(submitBy: IsoDate, today: IsoDate): HandInRung | undefined {
  if (today > submitBy) return isJustOver(submitBy, today) ? 'after' : undefined
  return BEFORE.find(({ days }) => workingDayUpTo(addDays(submitBy, -days)) <= today)?.rung
}

/**
 * The rung that stands on a day of an appeal window, both its ends included; undefined: none. The opening is told when the result
 * is published; the last day on the last working day up to it, unless the opening has just said it.
 */
export function appealRung(
  { from, until }: { from: IsoDate; until: IsoDate },
  today: IsoDate,
): AppealRung | undefined {
  if (today < from || today > until) return undefined
  const last = workingDayUpTo(until)
  return last > from && last <= today ? 'last' : 'opens'
}

/** From the first working day after a day on, for as long as that is news. */
export function isJustOver(day: IsoDate, today: IsoDate): boolean {
  const from = workingDayFrom(addDays(day, 1))
  return from <= today && today <= addDays(from, NEWS_DAYS)
}
