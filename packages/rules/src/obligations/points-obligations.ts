import type { AwarenessCounts } from '../assessment/item.ts'
import { meetingsHeld, yearsFunds } from '../assessment/year-files.ts'
import { countOf, schoolsOf, venueCensus } from '../awareness/audiences.ts'
import { awarenessOutcome, neededMore } from '../awareness/awareness-outcome.ts'
import { type Day, parseDay } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Village } from '../registers/village.ts'
import type { Obligation } from '../scorecard.ts'
import { type Duty, dutyOf, termFrom } from './duty.ts'

const begin = ({ year }: Village): Day => parseDay(`${year}-01-01`)

/** A duty of the yearly file: it serves points, no standard, and can be done until the year ends. */
function ofYear(
  village: Village,
  duty: Pick<Duty, 'kind' | 'clause' | 'settledBy'> & Partial<Duty>,
): Obligation {
  const { year, ledger } = village
  return dutyOf({
    subjectId: ledger.areaCode,
    period: `${year}`,
    opens: Math.max(begin(village), ledger.startDay),
    due: parseDay(`${year}-12-31`),
    owedBy: 'village-secretary',
    part: null,
    mendableAfterDue: false,
    ...duty,
  })
}

/** The meetings and the funds of the year. */
export function organisationObligations(village: Village): Obligation[] {
  const { meetingsPerYear, onboardingDays } = village.values()
  const duties: Obligation[] = []
  const have = meetingsHeld(village).size
  if (have < meetingsPerYear)
    duties.push(
      ofYear(village, {
        kind: 'meeting',
        clause: CLAUSES.meetings,
        settledBy: 'meeting',
        params: { have, need: meetingsPerYear },
      }),
    )
  if (yearsFunds(village).length === 0)
    duties.push(
      ofYear(village, {
        ...termFrom(begin(village), onboardingDays, village),
        period: `${village.year}`,
        kind: 'funds',
        clause: CLAUSES.organised,
        settledBy: 'funds',
        mendableAfterDue: true,
      }),
    )
  return duties
}

const AUDIENCES = ['migrant', 'student'] as const

/** Audiences that may not be there at all: only a count says so. */
export function countObligations(village: Village): Obligation[] {
  const isCounted = (audience: (typeof AUDIENCES)[number]): boolean =>
    countOf(audience, village) !== undefined || (audience === 'student' && schoolsOf(village).length > 0)
  return AUDIENCES.filter((audience) => !isCounted(audience)).map((audience) =>
    ofYear(village, {
      kind: 'audience-count',
      period: `${village.year}-${audience}`,
      clause: CLAUSES.awareness,
      settledBy: 'audience-count',
      params: { audience },
    }),
  )
}

/** Staff rosters that are missing, and classes that must still answer, or be aware. */
export function censusObligations(village: Village): Obligation[] {
  const { classAwareShare } = village.values()
  const rosters = venueCensus(village, []).withoutRoster.map((subjectId) =>
    ofYear(village, {
      kind: 'staff-roster',
      subjectId,
      clause: CLAUSES.awareness,
      settledBy: 'staff-roster',
    }),
  )
  const classes = schoolsOf(village)
    .map(({ id, sample, ...answers }) => ({ id, count: neededMore(answers, sample, classAwareShare) }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) =>
      ofYear(village, {
        kind: 'class-session',
        subjectId: id,
        clause: CLAUSES.awareness,
        owedBy: 'teacher',
        settledBy: 'class-session',
        params: { count },
      }),
    )
  return rosters.concat(classes)
}

/** How many more people must answer and be aware, of each audience whose answers are known. */
export function awarenessObligations(village: Village, counts: AwarenessCounts): Obligation[] {
  const short: [string, number][] = []
  for (const audience of ['resident', 'migrant'] as const) {
    const known = counts[audience]
    const population = countOf(audience, village)?.payload.count as number | undefined
    if (known === undefined || population === 0) continue
    const outcome = awarenessOutcome(known.tallies, village.values(), audience, population)
    if (outcome.needed > 0) short.push([audience, outcome.needed])
  }
  const census = venueCensus(village, counts.venue?.tallies ?? [])
  if (counts.venue !== undefined && census.aware < census.staff)
    short.push(['venue', census.staff - census.aware])
  return short.map(([audience, count]) =>
    ofYear(village, {
      kind: 'awareness',
      period: `${village.year}-${audience}`,
      clause: CLAUSES.awareness,
      settledBy: null,
      params: { audience, count },
    }),
  )
}
