import { CLAUSES } from '../notice/clauses.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Venue } from '../registers/venues.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Judgement, Rule } from '../standards/define-rule.ts'
import { type Finding, isInTerm, isWithin, judgeTally, neverCounted, tallyOf } from '../standards/tally.ts'

export const lastSurvey = (village: Village): Fact | undefined => lastOf(village.index.of('venue-survey'))

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
  const survey = lastSurvey(village)
  const isSurveyed = isWithin(survey?.day, village.values().surveyWithinDays, village)
  if (found.state === 'notMet')
    return isSurveyed ? found : { ...found, missing: [...tally.missing, { code: 'venueSurvey' }] }
  if (!isSurveyed) return { ...found, ...neverCounted({ code: 'venueSurvey' }, 'surveyVenues', village) }
  return { ...found, deciding: [survey!.id, ...tally.deciding] }
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
