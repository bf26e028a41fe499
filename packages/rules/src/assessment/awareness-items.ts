import { countOf, schoolsOf, venueCensus } from '../awareness/audiences.ts'
import { awarenessOutcome } from '../awareness/awareness-outcome.ts'
import { isSurveyedNone } from '../measures/m6-venues.ts'
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

/** A census over the staff rosters: who was not tested is not aware, a venue without a roster was not counted. */
const venues: Item = {
  id: 'A3.venues',
  reads: ['venue', 'venue-survey', 'staff-roster'],
  policy: ['awarenessPercent', 'awarePassMark', 'surveyWithinDays'],
  judge: ({ village, awareness }) => {
    const census = venueCensus(village, awareness.venue?.tallies ?? [])
    if (census.venues === 0)
      return isSurveyedNone(village)
        ? { state: 'notApplicable', reason: 'noneDeclared' }
        : { state: 'undetermined', reason: 'notCounted' }
    if (census.withoutRoster.length > 0) return { state: 'undetermined', reason: 'noRoster' }
    return graded(census.aware, census.staff, village.values().awarenessPercent.venue)
  },
}

/** Schools that stand in the village: each counts when its classes of the year answered and were aware. */
const schools: Item = {
  id: 'A3.schools',
  reads: ['school', 'class-session', 'audience-count'],
  policy: ['awarenessPercent', 'classMinAnswers', 'classAwareShare', 'surveyWithinDays'],
  judge: ({ village }) => {
    const all = schoolsOf(village)
    const counted = countOf('student', village)
    if (all.length === 0)
      return counted?.payload.count === 0
        ? { state: 'notApplicable', reason: 'noneDeclared', deciding: [counted.id] }
        : { state: 'undetermined', reason: 'notCounted' }
    const aware = all.filter(({ state }) => state === 'aware').length
    // One school that fell short decides; else one without a sample leaves it open.
    const isOpen = !all.some(({ state }) => state === 'short') && aware < all.length
    if (isOpen) return { state: 'undetermined', reason: 'noSample' }
    return graded(aware, all.length, village.values().awarenessPercent.student)
  },
}

export const AWARENESS_ITEMS: readonly Item[] = [residents, migrants, venues, schools]
