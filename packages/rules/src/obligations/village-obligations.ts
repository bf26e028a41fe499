import {
  addMonthsToMonth,
  type Day,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  parseDay,
} from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Village } from '../registers/village.ts'
import type { MissedWindow, Obligation } from '../scorecard.ts'
import { activityMonths } from '../standards/s7-activities.ts'

/** The activities still owed in the month that holds `asOf`; its last day still counts. */
export function activityObligations(village: Village): Obligation[] {
  const { areaCode } = village.ledger
  return activityMonths(village, village.year)
    .filter(({ lastDay, isReached, isPartial }) => lastDay >= village.asOfDay && !isReached && !isPartial)
    .filter(({ isBeforeStart }) => !isBeforeStart)
    .map(({ month, lastOn, held, needed }) => ({
      id: `publicity:${areaCode}:${month}`,
      kind: 'publicity',
      subjectId: areaCode,
      period: month,
      clause: CLAUSES.activities,
      opensOn: firstDayOfMonth(month),
      dueOn: lastOn,
      owedBy: 'village-secretary',
      settledBy: 'publicity-activity',
      part: 'S7',
      mendableAfterDue: false,
      params: { have: held.length, need: needed },
    }))
}

/** Months that closed, on or after a day, with too few activities. */
export function missedMonths(village: Village, since: Day): MissedWindow[] {
  const { areaCode } = village.ledger
  const months = activityMonths(village, village.year - 1).concat(activityMonths(village, village.year))
  return months
    .filter(({ isReached, isPartial, isBeforeStart }) => !isReached && !isPartial && !isBeforeStart)
    .filter(({ lastDay }) => lastDay < village.asOfDay && lastDay >= since)
    .map(({ month, lastOn }) => ({
      id: `publicity:${areaCode}:${month}`,
      kind: 'publicity',
      subjectId: areaCode,
      period: month,
      closedOn: lastOn,
      part: 'S7',
    }))
}

/**
 * The roster of every month from the judged one to the present one that neither its own nor a later confirmation
 * covers. The first is that in which the village began.
 */
export function rosterObligations(village: Village): Obligation[] {
  const { areaCode, startOn } = village.ledger
  const { judgedMonth, confirmations } = village.roster()
  // The later of the two.
  const first = [judgedMonth, monthOf(startOn)].sort()[1]!
  const duties: Obligation[] = []
  for (let month = first; month <= monthOf(village.asOf); month = addMonthsToMonth(month, 1)) {
    if (confirmations.some(({ payload }) => (payload.month as string) >= month)) continue
    duties.push({
      id: `roster-confirmation:${areaCode}:${month}`,
      kind: 'roster-confirmation',
      subjectId: areaCode,
      period: month,
      clause: CLAUSES.roster,
      opensOn: firstDayOfMonth(month),
      dueOn: lastDayOfMonth(month),
      owedBy: 'village-secretary',
      settledBy: 'roster-confirmation',
      part: 'S3',
      mendableAfterDue: true,
    })
  }
  return duties
}

/** The first day from which closed windows are told: this year's, and those of the last quarter. */
export const missedSince = (village: Village): Day =>
  Math.min(parseDay(`${village.year}-01-01`), village.asOfDay - 92)
