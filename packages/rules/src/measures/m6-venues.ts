import { parseDay } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Venue } from '../registers/venues.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Judgement, Rule } from '../standards/define-rule.ts'
import { type Finding, isInTerm, isWithin, judgeTally, neverCounted, tallyOf } from '../standards/tally.ts'

export const lastSurvey = (village: Village): Fact | undefined => lastOf(village.index.of('venue-survey'))

const isSurveyed = (village: Village): boolean =>
  isWithin(lastSurvey(village)?.day, village.values().surveyWithinDays, village)

/** How many venues the last survey counted that nobody has put on file; those that closed after it are on file. */
export function unlistedVenues(village: Village): number {
  const survey = lastSurvey(village)
  if (survey === undefined) return 0
  let onFile = 0
  village.index.bySubject('venue').forEach((facts) => {
    const { closedOn } = facts[facts.length - 1]!.payload
    if (!(parseDay(closedOn) <= survey.day)) onFile++
  })
  return Math.max(0, (survey.payload.venues as number) - onFile)
}

/** A survey of late found no venue, or none that is still open. */
export const isSurveyedNone = (village: Village): boolean =>
  isSurveyed(village) && village.venues().length === 0 && unlistedVenues(village) === 0

/** Whether a venue was inspected lately. */
export const isInspected = ({ inspection }: Venue, village: Village): boolean =>
  isWithin(inspection?.day, village.values().venueInspectDays, village)

function findingOf(venue: Venue, village: Village): Finding {
  const { id, fact, inspection, registeredDay, hasKeyParts, isMonitored } = venue
  const missing: Missing[] = []
  if (!hasKeyParts) missing.push({ code: 'venueKeyParts', subjectId: id })
  if (!isMonitored) missing.push({ code: 'venueMonitoring', subjectId: id })
  if (!isInspected(venue, village)) missing.push({ code: 'venueInspection', subjectId: id })
  return {
    deciding: inspection === undefined ? [fact.id] : [fact.id, inspection.id],
    missing,
    isInTerm: isInTerm(registeredDay, village.values().onboardingDays, village),
  }
}

function judge(village: Village): Judgement {
  const tally = tallyOf(
    village.venues().map((venue) => findingOf(venue, village)),
    'inTermItems',
  )
  const found = judgeTally(tally, 'completeVenues')
  const count = unlistedVenues(village)
  const uncounted: Missing[] = []
  if (!isSurveyed(village)) uncounted.push({ code: 'venueSurvey' })
  else if (count > 0) uncounted.push({ code: 'venuesUnlisted', params: { count } })
  if (found.state === 'notMet') return { ...found, missing: [...tally.missing, ...uncounted] }
  const [first] = uncounted
  if (first?.code === 'venueSurvey') return { ...found, ...neverCounted(first, 'surveyVenues', village) }
  if (first !== undefined) return { ...found, ...neverCounted(first, 'listVenues', village, count) }
  return { ...found, deciding: [lastSurvey(village)!.id, ...tally.deciding] }
}

/** 场所底数清: a survey within the year, and every venue with its key parts, its watch and a late inspection. */
export const m6Venues: Rule = {
  id: 'M6',
  standard: 'M6',
  clause: CLAUSES.venues,
  reads: ['venue', 'venue-survey', 'venue-inspection'],
  policy: ['surveyWithinDays', 'venueInspectDays', 'onboardingDays'],
  judge,
}
