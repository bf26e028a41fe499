import { countOf } from '../awareness/audiences.ts'
import { type AwarenessFrame, studentFrame, venueFrame } from '../awareness/awareness-frame.ts'
import { awarenessOutcome } from '../awareness/awareness-outcome.ts'
import type { State } from '../core/outcome.ts'
import { type Context, type Finding, graded, type Item } from './item.ts'

/** Residents and migrant workers: a rate over the answers given, with its interval and the sample it rests on. */
function judgeRate({ village, awareness }: Context, audience: 'resident' | 'migrant'): Finding {
  const counted = countOf(audience, village)
  const population = counted?.payload.count as number | undefined
  if (population === 0) return { state: 'notApplicable', reason: 'noneDeclared', deciding: [counted!.id] }
  const tallies = awareness[audience]?.tallies
  if (tallies === undefined) return { state: 'undetermined', reason: 'notCounted' }
  const outcome = awarenessOutcome(tallies, village.values(), audience, population)
  const { aware, valid, targetPercent, warning, low, high } = outcome
  if (outcome.state === 'undetermined') return { state: 'undetermined', reason: 'noSample' }
  return {
    ...graded(aware, valid, targetPercent),
    interval: { low: low!, high: high! },
    ...(warning === 'selfChosen' ? { warning } : {}),
  }
}

const residents: Item = {
  id: 'A3.residents',
  reads: ['audience-count'],
  policy: ['awarenessPercent', 'awarePassMark', 'minSample', 'surveyWithinDays'],
  judge: (context) => judgeRate(context, 'resident'),
}

const migrants: Item = {
  id: 'A3.migrants',
  reads: ['audience-count'],
  policy: ['awarenessPercent', 'awarePassMark', 'minSample', 'surveyWithinDays'],
  judge: (context) => judgeRate(context, 'migrant'),
}

/**
 * A census over the staff rosters: who was not tested is not aware, a venue without a roster was not counted.
 * @param aware of the staff; more than there are count as all
 * @param target percent
 */
export function venueFinding(
  { venues, staff, withoutRoster, isDeclaredNone }: AwarenessFrame['venue'],
  aware: number,
  target: number,
): Finding & { state: State } {
  if (venues === 0)
    return isDeclaredNone
      ? { state: 'notApplicable', reason: 'noneDeclared' }
      : { state: 'undetermined', reason: 'notCounted' }
  if (withoutRoster > 0) return { state: 'undetermined', reason: 'noRoster' }
  return graded(Math.min(aware, staff), staff, target)
}

/**
 * Schools that stand in the village: each counts when its classes of the year answered and were aware.
 * @param target percent
 */
export function schoolFinding(
  { schools, isDeclaredNone }: AwarenessFrame['student'],
  target: number,
): Finding & { state: State } {
  if (schools.length === 0)
    return isDeclaredNone
      ? { state: 'notApplicable', reason: 'noneDeclared' }
      : { state: 'undetermined', reason: 'notCounted' }
  const aware = schools.filter(({ state }) => state === 'aware').length
  // One school that fell short decides; else one without a sample leaves it open.
  const isOpen = !schools.some(({ state }) => state === 'short') && aware < schools.length
  if (isOpen) return { state: 'undetermined', reason: 'noSample' }
  return graded(aware, schools.length, target)
}

const venues: Item = {
  id: 'A3.venues',
  reads: ['venue', 'venue-survey', 'staff-roster'],
  policy: ['awarenessPercent', 'awarePassMark', 'surveyWithinDays'],
  judge: ({ village, awareness }) => {
    const aware = (awareness.venue?.tallies ?? []).reduce((sum, tally) => sum + tally.aware, 0)
    return venueFinding(venueFrame(village), aware, village.values().awarenessPercent.venue)
  },
}

const schools: Item = {
  id: 'A3.schools',
  reads: ['school', 'class-session', 'audience-count'],
  policy: ['awarenessPercent', 'classMinAnswers', 'classAwareShare', 'surveyWithinDays'],
  judge: ({ village }) => {
    const finding = schoolFinding(studentFrame(village), village.values().awarenessPercent.student)
    const counted = finding.reason === 'noneDeclared' ? countOf('student', village) : undefined
    return counted ? { ...finding, deciding: [counted.id] } : finding
  },
}

export const AWARENESS_ITEMS: readonly Item[] = [residents, migrants, venues, schools]
