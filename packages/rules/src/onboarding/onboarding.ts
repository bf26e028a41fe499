import type { IsoDate } from '../core/iso-date.ts'
import type { Role } from '../core/role.ts'
import type { KindId } from '../records/record-kind.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { Missing, PartId } from '../scorecard.ts'
import { pastActivities, pastCycles, pastQuarters } from './past-steps.ts'
import {
  abstinenceDates,
  bottomLinesText,
  documentsOfYear,
  educationSite,
  firstPledges,
  firstRoster,
  firstStatuses,
  firstSweep,
  gridsInPlace,
  leadingGroup,
  office,
  supportGroups,
  venueSurvey,
} from './set-up-steps.ts'

/** How far one step has come. `waiting`: entered, and counting once another person has accepted it. */
export type Found = { have: number; need: number; waiting: number; missing: Missing[] }

export type OnboardingStepId =
  | 'roster'
  | 'statuses'
  | 'abstinence'
  | 'groups'
  | 'sweep'
  | 'venues'
  | 'grids'
  | 'site'
  | 'leadingGroup'
  | 'office'
  | 'documents'
  | 'bottomLines'
  | 'pledges'
  | 'pastTalks'
  | 'pastTests'
  | 'pastActivities'
  | 'pastQuarters'

export type OnboardingStep = Found & {
  id: OnboardingStepId
  state: 'done' | 'waiting' | 'open'
  owedBy: Role
  /** The record that settles it; null when an act in the system does. */
  settledBy: KindId | null
}

/** What a village still has to bring in before its ledger says as much as its paper did. */
export type Onboarding = {
  areaCode: string
  startOn: IsoDate
  asOf: IsoDate
  steps: OnboardingStep[]
  done: number
}

type Description = {
  owedBy: Role
  settledBy: KindId | null
  /** Asked for only where this part is judged here. */
  part: PartId | undefined
  find: (village: Village) => Found
}

const STEPS: Readonly<Record<OnboardingStepId, Description>> = {
  roster: {
    owedBy: 'village-secretary',
    settledBy: 'roster-confirmation',
    part: undefined,
    find: firstRoster,
  },
  statuses: {
    owedBy: 'village-secretary',
    settledBy: 'person-status',
    part: 'S2.support',
    find: firstStatuses,
  },
  abstinence: {
    owedBy: 'town-office',
    settledBy: 'abstinence-start',
    part: 'S2.threeYears',
    find: abstinenceDates,
  },
  groups: { owedBy: 'village-secretary', settledBy: 'support-group', part: 'S4.groups', find: supportGroups },
  sweep: { owedBy: 'village-secretary', settledBy: 'sweep', part: 'S6', find: firstSweep },
  venues: { owedBy: 'village-secretary', settledBy: 'venue-survey', part: 'M6', find: venueSurvey },
  grids: { owedBy: 'village-secretary', settledBy: 'grid', part: 'S9.division', find: gridsInPlace },
  site: { owedBy: 'village-secretary', settledBy: 'education-site', part: 'S8', find: educationSite },
  leadingGroup: { owedBy: 'village-secretary', settledBy: 'leading-group', part: 'M2', find: leadingGroup },
  office: { owedBy: 'village-secretary', settledBy: 'village-office', part: 'M3', find: office },
  documents: {
    owedBy: 'village-secretary',
    settledBy: 'village-document',
    part: 'M1',
    find: documentsOfYear,
  },
  bottomLines: {
    owedBy: 'town-office',
    settledBy: 'bottom-lines-text',
    part: 'S10.lines',
    find: bottomLinesText,
  },
  pledges: { owedBy: 'village-secretary', settledBy: null, part: 'S4.pledges', find: firstPledges },
  pastTalks: {
    owedBy: 'case-worker',
    settledBy: 'past-evidence',
    part: 'S2.talks',
    find: (village) => pastCycles(village, 'talk'),
  },
  pastTests: {
    owedBy: 'case-worker',
    settledBy: 'past-evidence',
    part: 'S2.tests',
    find: (village) => pastCycles(village, 'test'),
  },
  pastActivities: {
    owedBy: 'village-secretary',
    settledBy: 'past-evidence',
    part: 'S7',
    find: pastActivities,
  },
  pastQuarters: {
    owedBy: 'village-secretary',
    settledBy: 'past-evidence',
    part: 'S10.lines',
    find: pastQuarters,
  },
}

/**
 * What a village that has just begun still misses, step by step: its registers, its papers, and evidence of the time
 * before its start, which leaves cycles and months undetermined until it is there. A step that asks nothing of this
 * village is left out.
 * @param ledger `VillageLedger`; never throws for anything a ledger may hold
 * @throws RangeError when `asOf` is not a date
 */
export function onboarding(ledger: unknown, asOf: AsOf): Onboarding {
  const village = openVillage(ledger, asOf)
  const steps: OnboardingStep[] = []
  for (const [id, { part, find, owedBy, settledBy }] of Object.entries(STEPS) as [
    OnboardingStepId,
    Description,
  ][]) {
    if (part !== undefined && !village.isJudged(part)) continue
    const found = find(village)
    if (found.need > 0) steps.push({ id, state: stateOf(found), owedBy, settledBy, ...found })
  }
  const { areaCode, startOn } = village.ledger
  return {
    areaCode,
    startOn,
    asOf: village.asOf,
    steps,
    done: steps.filter(({ state }) => state === 'done').length,
  }
}

function stateOf({ have, need, waiting }: Found): OnboardingStep['state'] {
  if (have >= need) return 'done'
  return have + waiting >= need ? 'waiting' : 'open'
}
