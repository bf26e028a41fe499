import { parseDay } from '../core/iso-date.ts'
import { lastSurvey, unlistedVenues } from '../measures/m6-venues.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Venue } from '../registers/venues.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation } from '../scorecard.ts'
import { againWithin, dutyOf, rollingWindow, termFrom } from './duty.ts'

const common = {
  owedBy: 'village-secretary',
  part: 'M6',
  clause: CLAUSES.venues,
  mendableAfterDue: true,
} as const

function venueDuties(venue: Venue, village: Village): Obligation[] {
  const { onboardingDays, venueInspectDays } = village.values()
  const { id: subjectId, registeredDay, inspection, problems } = venue
  const duties: Obligation[] = []
  const term = termFrom(registeredDay, onboardingDays, village)
  if (!venue.hasKeyParts || !venue.isMonitored)
    duties.push(dutyOf({ ...common, ...term, kind: 'venue-fields', subjectId, settledBy: 'venue' }))
  const window = inspection === undefined ? term : againWithin(inspection.day, venueInspectDays, village)
  if (window !== undefined)
    duties.push(
      dutyOf({ ...common, ...window, kind: 'venue-inspection', subjectId, settledBy: 'venue-inspection' }),
    )
  for (const { id, on, day, payload } of problems)
    duties.push(
      dutyOf({
        ...common,
        kind: 'rectification',
        subjectId,
        period: id,
        opens: day,
        due: Math.max(day, Math.min(parseDay(payload.fixBy), day + village.policy('rectifyDays', on))),
        clause: CLAUSES.venueProblems,
        settledBy: 'rectification',
        part: null,
      }),
    )
  return duties
}

/** The survey of the venues, those it counted that are not on file, and what each venue on file asks for. */
export function venueObligations(village: Village): Obligation[] {
  const { onboardingDays, surveyWithinDays } = village.values()
  const { startDay, areaCode } = village.ledger
  const last = lastSurvey(village)
  const window =
    last === undefined
      ? termFrom(startDay, onboardingDays, village)
      : rollingWindow(last.day, last.day + surveyWithinDays, village)
  const survey =
    window === undefined
      ? []
      : [
          dutyOf({
            ...common,
            ...window,
            kind: 'venue-survey',
            subjectId: areaCode,
            settledBy: 'venue-survey',
          }),
        ]
  const count = unlistedVenues(village)
  const unlisted =
    count === 0
      ? []
      : [
          dutyOf({
            ...common,
            ...termFrom(last!.day, onboardingDays, village),
            kind: 'venues',
            subjectId: areaCode,
            settledBy: 'venue',
            params: { count },
          }),
        ]
  return village
    .venues()
    .reduce<Obligation[]>((all, venue) => all.concat(venueDuties(venue, village)), survey.concat(unlisted))
}
