import type { Day } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Grid } from '../registers/grids.ts'
import type { Fact } from '../registers/read-ledger.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { MissingCode, Note } from '../scorecard.ts'
import type { VillageLedger } from '../village-ledger.ts'
import type { Judgement, Rule } from './define-rule.ts'
import { canOwe, dutyStart, type Finding, isInTerm, judgeTally, neverCounted, tallyOf } from './tally.ts'

export type PledgeLevel = 'town-village' | 'village-grid' | 'village-venue'

/** A pledge the year asks for; the party is the village, a grid worker or a venue. */
export type NeededPledge = { level: PledgeLevel; party: string; from: Day; signed: Fact | undefined }

const ofLevel = (level: string, { index, year }: Village): Fact[] =>
  index.of('pledge-signed').filter(({ payload }) => payload.level === level && payload.year === year)

/** The pledges of the year, signed or not: with the town, every grid worker and every venue. */
export function neededPledges(village: Village): NeededPledge[] {
  const signedBy = (facts: readonly Fact[]) =>
    new Map(facts.map((fact): [unknown, Fact] => [fact.payload.party, fact]))
  const withTown = ofLevel('town-village', village).find(({ payload }) => payload.responsible === 'yes')
  const { areaCode, startDay } = village.ledger
  const needed: NeededPledge[] = [
    { level: 'town-village', party: areaCode, from: startDay, signed: withTown },
  ]
  const byWorkers = signedBy(ofLevel('village-grid', village))
  const workers = new Map<string, Day>()
  for (const grid of village.grids())
    for (const { worker, from } of grid.workers)
      workers.set(worker, Math.min(from, workers.get(worker) ?? from))
  workers.forEach((from, party) => {
    needed.push({ level: 'village-grid', party, from, signed: byWorkers.get(party) })
  })
  const byVenues = signedBy(ofLevel('village-venue', village))
  for (const { id, registeredDay } of village.venues())
    needed.push({ level: 'village-venue', party: id, from: registeredDay, signed: byVenues.get(id) })
  return needed.map((pledge) => ({ ...pledge, from: dutyStart(pledge.from, village) }))
}

/** What is missing where a pledge is not signed. */
export const PLEDGE_MISSING: Readonly<Record<PledgeLevel, MissingCode>> = {
  'town-village': 'pledgeVillage',
  'village-grid': 'pledgeGrid',
  'village-venue': 'pledgeVenue',
}

/** Households that signed, of those the grids count; a share is required only where the county says so. */
export type HouseholdPledges = {
  signed: number
  households: number
  /** How many more must sign. */
  short: number
  /** Grids whose households nobody counted, where a share is required. */
  uncounted: Grid[]
  /** A share is required and it is not known of how many. */
  isUnknown: boolean
}

const householdsIn = ({ fact }: Grid): number | undefined => fact.payload.households as number | undefined

const householdsOf = (grids: readonly Grid[]): number =>
  grids.reduce((sum, grid) => sum + (householdsIn(grid) ?? 0), 0)

/** The households of a village as its grids in use count them; a grid that says no number counts for none. */
export const gridHouseholds = (ledger: VillageLedger, asOf: AsOf): number =>
  householdsOf(openVillage(ledger, asOf).grids())

/**
 * How many households signed, from the party of each pledge. Once any is numbered, one without a number may be a household
 * that signed by its number too, so it is left out.
 */
export function signedHouseholds(parties: readonly unknown[]): number {
  const numbered = new Set(parties)
  numbered.delete(undefined)
  return numbered.size || parties.length
}

/** A grid asks for its households' pledges once it is past its term. */
export function householdPledges(village: Village): HouseholdPledges {
  const { householdPledgeShare: share, onboardingDays } = village.values()
  const grids = village.grids()
  const signed = signedHouseholds(ofLevel('village-household', village).map(({ payload }) => payload.party))
  const asked = grids.filter(({ registeredDay }) => !isInTerm(registeredDay, onboardingDays, village))
  const uncounted = share === 0 ? [] : asked.filter((grid) => householdsIn(grid) === undefined)
  return {
    signed,
    households: householdsOf(grids),
    short: Math.max(0, Math.ceil((householdsOf(asked) * share) / 100) - signed),
    uncounted,
    isUnknown: share > 0 && (grids.length === 0 || uncounted.length > 0),
  }
}

function judge(village: Village): Judgement {
  const { onboardingDays } = village.values()
  const findings = neededPledges(village).map(
    ({ level, party, from, signed }): Finding => ({
      deciding: signed === undefined ? [] : [signed.id],
      missing: signed === undefined ? [{ code: PLEDGE_MISSING[level], subjectId: party }] : [],
      isInTerm: isInTerm(from, onboardingDays, village),
    }),
  )
  const { signed, households, short, isUnknown } = householdPledges(village)
  const tally = tallyOf(findings, 'inTermItems')
  const found = judgeTally(tally, 'signPledges')
  const notes: Note[] = [
    ...tally.notes,
    { code: 'householdPledges', params: { numerator: signed, denominator: households } },
  ]
  if (short > 0) {
    const count = tally.missing.length + short
    return {
      ...found,
      state: 'notMet',
      missing: [...tally.missing, { code: 'pledgeHouseholds', params: { count: short } }],
      next: { code: 'signPledges', params: { count } },
      notes,
      mendable: canOwe(village),
    }
  }
  if (isUnknown && found.state !== 'notMet')
    return { ...found, ...neverCounted({ code: 'households' }, 'recordGrids', village), notes }
  return { ...found, notes }
}

/** 层层签订: the pledges of the year with the town, the grid workers and the venues are signed. */
export const s4Pledges: Rule = {
  id: 'S4.pledges',
  standard: 'S4',
  clause: CLAUSES.pledges,
  reads: ['pledge-signed', 'grid', 'grid-assignment', 'venue'],
  policy: ['householdPledgeShare', 'onboardingDays'],
  judge,
}
