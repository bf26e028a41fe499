import { parseDay } from '../core/iso-date.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import { isWithin } from '../standards/tally.ts'
import type { Audience, Tally } from './awareness-outcome.ts'

/** The count of an audience that still holds: the last one, where it is not older than a survey may be. */
export function countOf(audience: Exclude<Audience, 'venue'>, village: Village): Fact | undefined {
  const last = lastOf(
    village.index.of('audience-count').filter(({ payload }) => payload.audience === audience),
  )
  return isWithin(last?.day, village.values().surveyWithinDays, village) ? last : undefined
}

/** Everybody who works in the venues on file, and how many of them are aware. Who was not tested is not aware. */
export type Census = { venues: number; staff: number; aware: number; withoutRoster: string[] }

export function venueCensus(village: Village, tallies: readonly Tally[]): Census {
  const rosters = village.index.bySubject('staff-roster')
  const census: Census = { venues: village.venues().length, staff: 0, aware: 0, withoutRoster: [] }
  for (const { id } of village.venues()) {
    const roster = lastOf(rosters.get(id))
    // A roster of nobody is none: a venue that is open has its owner.
    const headcount = (roster?.payload.headcount as number | undefined) ?? 0
    if (headcount === 0) census.withoutRoster.push(id)
    census.staff += headcount
  }
  const aware = tallies.reduce((sum, tally) => sum + tally.aware, 0)
  census.aware = Math.min(aware, census.staff)
  return census
}

/** A school that stands in the village, with the answers of the year's class sessions. */
export type SchoolAnswers = {
  id: string
  valid: number
  aware: number
  /** Answers needed before it can be judged. */
  sample: number
  state: 'aware' | 'short' | 'noSample'
}

export function schoolsOf(village: Village): SchoolAnswers[] {
  const { classMinAnswers, classAwareShare } = village.values()
  const sessions = village.index.bySubject('class-session')
  const schools: SchoolAnswers[] = []
  village.index.bySubject('school').forEach((facts, id) => {
    const { payload } = facts[facts.length - 1]!
    if (parseDay(payload.closedOn) <= village.asOfDay) return
    const held = (sessions.get(id) ?? []).filter(({ on }) => on.slice(0, 4) === `${village.year}`)
    const sum = (name: 'valid' | 'aware'): number =>
      held.reduce((total, fact) => total + (fact.payload[name] as number), 0)
    const [valid, aware] = [sum('valid'), sum('aware')]
    const sample = Math.max(1, Math.min(classMinAnswers, payload.pupils as number))
    const isAware = aware * 100 >= valid * classAwareShare
    schools.push({
      id,
      valid,
      aware,
      sample,
      state: valid < sample ? 'noSample' : isAware ? 'aware' : 'short',
    })
  })
  return schools
}
