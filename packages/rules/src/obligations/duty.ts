import { type Day, isoOf } from '../core/iso-date.ts'
import type { Village } from '../registers/village.ts'
import type { Clause, Obligation } from '../scorecard.ts'
import { dutyStart } from '../standards/tally.ts'

/** Duties the law gives, beside the notice. */
export const LAW = {
  groupMembers: { ref: '戒毒条例 第十七条', quote: '' },
  reportIn: { ref: '戒毒条例 第十四条', quote: '' },
  term: { ref: '禁毒法 第三十三条', quote: '' },
  sealing: { ref: '戒毒条例 第七条', quote: '' },
  agreement: { ref: '戒毒条例 第十六条', quote: '' },
  rehabilitation: { ref: '戒毒条例 第三十八条', quote: '' },
  reporting: { ref: '戒毒条例 第二十条', quote: '' },
} satisfies Record<string, Clause>

export type Duty = Omit<Obligation, 'id' | 'opensOn' | 'dueOn'> & { opens: Day; due: Day }
export type PersonDuty = Omit<Duty, 'subjectId'>

/** A duty with the id it has wherever and whenever it is computed. */
export const dutyOf = ({ opens, due, subjectId, period, ...rest }: Duty): Obligation => ({
  id: `${rest.kind}:${subjectId}:${period}`,
  subjectId,
  period,
  opensOn: isoOf(opens),
  dueOn: isoOf(due),
  ...rest,
})

export type Window = { period: string; opens: Day; due: Day }

/**
 * The window of something that is to be done again within so many days of the last time; it opens a month before it ends.
 * Days before the village's start run for nobody. @returns undefined while it has not opened
 */
export function rollingWindow(last: Day, due: Day, village: Village): Window | undefined {
  const opens = Math.min(Math.max(last, due - village.values().onboardingDays), due)
  return opens > village.asOfDay ? undefined : { period: isoOf(last), opens, due }
}

/** A window that is to be done again after `days`. */
export const againWithin = (last: Day, days: number, village: Village): Window | undefined =>
  rollingWindow(last, dutyStart(last, village) + days, village)

/** A window that begins when something was registered. */
export function termFrom(day: Day, days: number, village: Village): Window {
  const opens = dutyStart(day, village)
  return { period: isoOf(opens), opens, due: opens + days }
}
