import type { Day } from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, MissingCode, Note } from '../scorecard.ts'
import type { Judgement, Rule } from './define-rule.ts'
import { dutyStart, type Finding, isInTerm, judgeTally, tallyOf } from './tally.ts'

export type PledgeLevel = 'town-village' | 'village-grid' | 'village-venue'

/** A pledge the year asks for; the party is the village, a grid worker or a venue. */
export type NeededPledge = { level: PledgeLevel; party: string; from: Day; signed: Fact | undefined }

const isOfLevel = (fact: Fact, level: string, village: Village): boolean =>
  fact.payload.level === level && fact.payload.year === village.year

/** The pledges of the year, signed or not: with the town, every grid worker and every venue. */
export function neededPledges(village: Village): NeededPledge[] {
  const ofLevel = (level: PledgeLevel): Fact[] =>
    village.index.of('pledge-signed').filter((fact) => isOfLevel(fact, level, village))
  const signedBy = (facts: readonly Fact[]) =>
    new Map(facts.map((fact): [unknown, Fact] => [fact.payload.party, fact]))
  const withTown = ofLevel('town-village').find(({ payload }) => payload.responsible === 'yes')
  const { areaCode, startDay } = village.ledger
  const needed: NeededPledge[] = [
    { level: 'town-village', party: areaCode, from: startDay, signed: withTown },
  ]
  const byWorkers = signedBy(ofLevel('village-grid'))
  const workers = new Map<string, Day>()
  for (const grid of village.grids())
    for (const { worker, from } of grid.workers)
      workers.set(worker, Math.min(from, workers.get(worker) ?? from))
  workers.forEach((from, party) => {
    needed.push({ level: 'village-grid', party, from, signed: byWorkers.get(party) })
  })
  const byVenues = signedBy(ofLevel('village-venue'))
  for (const { id, registeredDay } of village.venues())
    needed.push({ level: 'village-venue', party: id, from: registeredDay, signed: byVenues.get(id) })
  return needed.map((pledge) => ({ ...pledge, from: dutyStart(pledge.from, village) }))
}

const CODES: Record<PledgeLevel, MissingCode> = {
  'town-village': 'pledgeVillage',
  'village-grid': 'pledgeGrid',
  'village-venue': 'pledgeVenue',
}

/** Households that signed, of those the grids count; a share is required only where the county says so. */
function householdsOf(village: Village): { note: Note; missing: Missing[]; isUnknown: boolean } {
  const signed = village.index
    .of('pledge-signed')
    .filter((fact) => isOfLevel(fact, 'village-household', village)).length
  const households = village
    .grids()
    .reduce((sum, { fact }) => sum + ((fact.payload.households as number | undefined) ?? 0), 0)
  const share = village.values().householdPledgeShare
  const note: Note = { code: 'householdPledges', params: { numerator: signed, denominator: households } }
  const need = Math.ceil((households * share) / 100)
  const isShort = signed * 100 < households * share
  const missing: Missing[] = isShort ? [{ code: 'pledgeHouseholds', params: { count: need - signed } }] : []
  return { note, missing, isUnknown: share > 0 && households === 0 }
}

function judge(village: Village): Judgement {
  const { onboardingDays } = village.values()
  const findings = neededPledges(village).map(
    ({ level, party, from, signed }): Finding => ({
      deciding: signed === undefined ? [] : [signed.id],
      missing: signed === undefined ? [{ code: CODES[level], subjectId: party }] : [],
      isInTerm: isInTerm(from, onboardingDays, village),
    }),
  )
  const { note, missing, isUnknown } = householdsOf(village)
  const tally = tallyOf(findings, 'inTermItems')
  const found = judgeTally(tally, 'signPledges')
  const notes = [...tally.notes, note]
  if (missing.length > 0) {
    const all = [...tally.missing, ...missing]
    const next = {
      code: 'signPledges' as const,
      params: { count: tally.missing.length + (missing[0]!.params!.count as number) },
    }
    return { ...found, state: 'notMet', missing: all, next, notes, mendable: false }
  }
  if (isUnknown && found.state !== 'notMet')
    return {
      ...found,
      state: 'undetermined',
      reason: 'evidenceMissing',
      missing: [{ code: 'households' }],
      next: { code: 'recordGrids' },
      notes,
    }
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
