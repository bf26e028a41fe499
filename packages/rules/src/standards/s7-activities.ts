import { firstDayOfMonth, lastDayOfMonth, monthsOf, parseDay } from '../core/iso-date.ts'
import { CLAUSES, NOTICE } from '../notice/clauses.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, Next } from '../scorecard.ts'
import type { Judgement, Rule } from './define-rule.ts'

/** How one month stands. */
export type ActivityMonth = {
  month: string
  lastOn: string
  lastDay: number
  /** Activities held: the same day and place once, by the record with the smallest id. */
  held: string[]
  needed: number
  isReached: boolean
  /** The month ended before the village's start. */
  isBeforeStart: boolean
  /** The village began within it, so the duty begins with the next. */
  isPartial: boolean
}

const placeKey = ({ on, payload }: Fact): string => `${on}/${String(payload.place).replace(/\s+/g, '')}`

function distinct(activities: readonly Fact[]): Map<string, Map<string, string>> {
  const byMonth = new Map<string, Map<string, string>>()
  for (const fact of activities) {
    const month = fact.on.slice(0, 7)
    let events = byMonth.get(month)
    if (events === undefined) {
      events = new Map()
      byMonth.set(month, events)
    }
    const key = placeKey(fact)
    const known = events.get(key)
    if (known === undefined || fact.id < known) events.set(key, fact.id)
  }
  return byMonth
}

/** The months of a year that began by `asOf` and after the notice was issued. */
export function activityMonths(village: Village, year: number): ActivityMonth[] {
  const held = distinct(village.activities())
  return monthsOf(year)
    .filter((month) => firstDayOfMonth(month) <= village.asOf && firstDayOfMonth(month) >= NOTICE.issuedOn)
    .map((month) => {
      const lastOn = lastDayOfMonth(month)
      const ids = Array.from((held.get(month) ?? new Map<string, string>()).values())
      const needed = village.policy('activitiesPerMonth', lastOn)
      const { startOn } = village.ledger
      const isBeforeStart = lastOn < startOn
      const isBacked = ids.length >= needed || !isBeforeStart
      const backing = isBacked ? undefined : village.backing()('activities', lastOn, lastOn)
      return {
        month,
        lastOn,
        lastDay: parseDay(lastOn),
        held: backing ? [...ids, backing.id] : ids,
        needed,
        isReached: ids.length >= needed || backing !== undefined,
        isBeforeStart,
        isPartial: firstDayOfMonth(month) < startOn && startOn <= lastOn,
      }
    })
}

/** Complete months that are judged: a month the village began in counts only when it was reached. */
export const judgedMonths = (village: Village): ActivityMonth[] =>
  activityMonths(village, village.year).filter(
    (month) => month.lastDay <= village.asOfDay && (month.isReached || !month.isPartial),
  )

function nextOf(lost: readonly ActivityMonth[], past: readonly ActivityMonth[], village: Village): Next {
  const closed = lost.filter(({ lastDay }) => lastDay < village.asOfDay)
  if (closed.length > 0) return { code: 'cannotMend', params: { count: closed.length } }
  if (lost.length > 0)
    return { code: 'activitiesToday', params: { count: lost[0]!.needed - lost[0]!.held.length } }
  return { code: 'pastEvidence', params: { count: past.length } }
}

function judge(village: Village): Judgement {
  const months = judgedMonths(village)
  if (months.length === 0) return { state: 'notApplicable', reason: 'nothingToJudge' }
  const open = months.filter(({ isReached }) => !isReached)
  const past = open.filter(({ isBeforeStart }) => isBeforeStart)
  const lost = open.filter(({ isBeforeStart }) => !isBeforeStart)
  const deciding = months.reduce<string[]>((ids, { held }) => ids.concat(held), [])
  const figures = { numerator: months.length - open.length, denominator: months.length, deciding }
  if (open.length === 0) return { state: 'met', ...figures }
  const missing = open.map(
    ({ month, held, needed, isBeforeStart }): Missing => ({
      code: isBeforeStart ? 'activitiesBeforeStart' : 'activities',
      period: month,
      params: { have: held.length, need: needed },
    }),
  )
  const isLost = lost.length > 0
  return {
    state: isLost ? 'notMet' : 'undetermined',
    ...figures,
    missing,
    next: nextOf(lost, past, village),
    mendable: isLost && past.length === 0 && lost.every(({ lastDay }) => lastDay === village.asOfDay),
    ...(isLost ? {} : { reason: 'evidenceMissing' as const }),
  }
}

/** 每月四次以上: every complete month of the year has at least four activities. */
export const s7Activities: Rule = {
  id: 'S7',
  standard: 'S7',
  clause: CLAUSES.activities,
  reads: ['publicity-activity', 'past-evidence'],
  policy: ['activitiesPerMonth'],
  judge,
}
