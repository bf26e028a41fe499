import { addMonthsToDay, type Day, parseDay } from '../core/iso-date.ts'
import { lackingItems, OFFICE_DOCUMENTS } from '../measures/m1-m3-documents.ts'
import { lackingRoles } from '../measures/m2-leading-group.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { DocumentType } from '../records/vocabulary.ts'
import type { Village } from '../registers/village.ts'
import type { Clause, Obligation, PartId } from '../scorecard.ts'
import { householdPledges, neededPledges, type PledgeLevel } from '../standards/s4-pledges.ts'
import { sitesInUse } from '../standards/s8-sites.ts'
import { completeQuarters } from '../standards/s10-conduct.ts'
import { dutyOf, rollingWindow, termFrom } from './duty.ts'

const common = { owedBy: 'village-secretary', mendableAfterDue: true } as const

const yearStart = ({ year }: Village): Day => parseDay(`${year}-01-01`)

type Filed = { document: DocumentType; part: PartId; clause: Clause }

const DOCUMENTS_OF_YEAR: readonly Filed[] = [
  { document: 'work-plan', part: 'M1', clause: CLAUSES.workPlan },
  ...OFFICE_DOCUMENTS.map((document): Filed => ({ document, part: 'M3', clause: CLAUSES.office })),
  { document: 'ledger-catalogue', part: 'S9.work', clause: CLAUSES.gridWork },
  { document: 'village-rules', part: 'S10.rules', clause: CLAUSES.villageRules },
  { document: 'customs-reform', part: 'S10.rules', clause: CLAUSES.villageRules },
]

/** Documents of the year that are not on file; the catalogue of ledgers only where there are grids. */
export function documentObligations(village: Village): Obligation[] {
  const { of } = village.documents()
  const needed = DOCUMENTS_OF_YEAR.filter(({ part }) => part !== 'S9.work' || village.grids().length > 0)
  return needed
    .filter(({ document }) => of(document, village.year) === undefined)
    .map(({ document, part, clause }) =>
      dutyOf({
        ...common,
        ...termFrom(yearStart(village), village.values().onboardingDays, village),
        kind: 'document',
        subjectId: village.ledger.areaCode,
        period: `${village.year}-${document}`,
        clause,
        settledBy: 'village-document',
        part,
        params: { document },
      }),
    )
}

/** The leading group and the office. */
export function officeObligations(village: Village): Obligation[] {
  const term = termFrom(yearStart(village), village.values().onboardingDays, village)
  const subjectId = village.ledger.areaCode
  const duties: Obligation[] = []
  const roles = lackingRoles(village) ?? ['leader', 'deputy']
  if (roles.length > 0)
    duties.push(
      dutyOf({
        ...common,
        ...term,
        kind: 'leading-group',
        subjectId,
        clause: CLAUSES.leadingGroup,
        settledBy: 'leading-group',
        part: 'M2',
        params: { kinds: roles },
      }),
    )
  const items = lackingItems(village)
  if (items.length > 0)
    duties.push(
      dutyOf({
        ...common,
        ...term,
        kind: 'village-office',
        subjectId,
        clause: CLAUSES.office,
        settledBy: 'village-office',
        part: 'M3',
        params: { kinds: items },
      }),
    )
  return duties
}

const SIGNER = {
  'town-village': 'village-secretary',
  'village-grid': 'grid-worker',
  'village-venue': 'venue-manager',
} as const satisfies Record<PledgeLevel, Obligation['owedBy']>

/** Pledges of the year that are not signed. */
export function pledgeObligations(village: Village): Obligation[] {
  return neededPledges(village)
    .filter(({ signed }) => signed === undefined)
    .map(({ level, party, from }) =>
      dutyOf({
        ...termFrom(Math.max(from, yearStart(village)), village.values().onboardingDays, village),
        kind: 'pledge',
        subjectId: party,
        period: `${village.year}`,
        clause: CLAUSES.pledges,
        owedBy: SIGNER[level],
        settledBy: 'pledge-signed',
        part: 'S4.pledges',
        mendableAfterDue: true,
        params: { level },
      }),
    )
}

/** Where the county asks for a share: the pledges of households, and first their number in every grid. */
export function householdObligations(village: Village): Obligation[] {
  const { short, uncounted } = householdPledges(village)
  const { onboardingDays } = village.values()
  const duty = { ...common, clause: CLAUSES.pledges, part: 'S4.pledges' } as const
  const duties = uncounted.map(({ id: subjectId, registeredDay }) =>
    dutyOf({
      ...duty,
      ...termFrom(registeredDay, onboardingDays, village),
      kind: 'grid-households',
      subjectId,
      settledBy: 'grid',
    }),
  )
  if (short === 0) return duties
  return duties.concat(
    dutyOf({
      ...duty,
      ...termFrom(yearStart(village), onboardingDays, village),
      kind: 'household-pledges',
      subjectId: village.ledger.areaCode,
      period: `${village.year}`,
      settledBy: 'pledge-signed',
      params: { count: short },
    }),
  )
}

/** The education site: the one that was checked last, or a first one. */
export function siteObligations(village: Village): Obligation[] {
  const { siteFreshMonths, onboardingDays } = village.values()
  const last = sitesInUse(village).sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1))[0]
  const window =
    last === undefined
      ? termFrom(yearStart(village), onboardingDays, village)
      : rollingWindow(last.day, addMonthsToDay(last.day, siteFreshMonths), village)
  if (window === undefined) return []
  return [
    dutyOf({
      ...common,
      ...window,
      kind: 'site',
      subjectId: last?.subjectId ?? village.ledger.areaCode,
      clause: CLAUSES.sites,
      settledBy: 'education-site',
      part: 'S8',
    }),
  ]
}

/** The five bottom lines: first their text, owed by the town office; then every quarter that is complete. */
export function bottomLineObligations(village: Village): Obligation[] {
  const { onboardingDays } = village.values()
  const subjectId = village.ledger.areaCode
  const line = { ...common, subjectId, clause: CLAUSES.bottomLines, part: 'S10.lines' } as const
  if (village.documents().bottomLines === undefined)
    return [
      dutyOf({
        ...line,
        ...termFrom(village.ledger.startDay, onboardingDays, village),
        kind: 'bottom-lines-text',
        owedBy: 'town-office',
        settledBy: 'bottom-lines-text',
      }),
    ]
  return completeQuarters(village)
    .filter(({ declaration, isBeforeStart }) => declaration === undefined && !isBeforeStart)
    .map(({ key, lastOn }) =>
      dutyOf({
        ...line,
        kind: 'bottom-line-declaration',
        period: key,
        opens: parseDay(lastOn),
        due: parseDay(lastOn) + village.values().graceDays,
        settledBy: 'bottom-line-declaration',
      }),
    )
}

/** One experience report a year, asked for in its last quarter; it serves no part. */
export function experienceObligations(village: Village): Obligation[] {
  const opens = parseDay(`${village.year}-10-01`)
  const isReported = village.index
    .of('experience-report')
    .some(({ payload }) => payload.year === village.year)
  if (isReported || opens > village.asOfDay) return []
  return [
    dutyOf({
      ...common,
      kind: 'experience-report',
      subjectId: village.ledger.areaCode,
      period: `${village.year}`,
      opens,
      due: parseDay(`${village.year}-12-31`),
      clause: CLAUSES.experience,
      settledBy: 'experience-report',
      part: null,
    }),
  ]
}
