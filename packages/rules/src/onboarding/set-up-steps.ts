import { lackingItems } from '../measures/m1-m3-documents.ts'
import { lackingRoles } from '../measures/m2-leading-group.ts'
import type { DocumentType } from '../records/vocabulary.ts'
import type { Person } from '../registers/person-fold.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import { missingMembers } from '../standards/s4-groups.ts'
import { neededPledges, PLEDGE_MISSING } from '../standards/s4-pledges.ts'
import { lastSweep } from '../standards/s6-key-persons.ts'
import { sitesInUse } from '../standards/s8-sites.ts'
import type { Found } from './onboarding.ts'

/** One thing that is there or not. */
const single = (isThere: boolean, missing: Missing): Found => ({
  have: isThere ? 1 : 0,
  need: 1,
  waiting: 0,
  missing: isThere ? [] : [missing],
})

/** Each of some persons has it, has it waiting, or misses it. */
function ofPersons(
  persons: readonly Person[],
  standOf: (person: Person) => 'have' | 'waiting' | Omit<Missing, 'subjectId'>,
): Found {
  const found: Found = { have: 0, need: persons.length, waiting: 0, missing: [] }
  for (const person of persons) {
    const stand = standOf(person)
    if (stand === 'have') found.have++
    else if (stand === 'waiting') found.waiting++
    else found.missing.push({ ...stand, subjectId: person.id })
  }
  return found
}

/** Confirmed once, an empty register too: whoever is not on it was looked for. */
export const firstRoster = (village: Village): Found =>
  single(village.roster().confirmations.length > 0, { code: 'rosterConfirmation' })

const inLife = (village: Village): Person[] =>
  village.persons().filter(({ isHere, isThreeYears }) => isHere && !isThreeYears)

export const firstStatuses = (village: Village): Found =>
  ofPersons(inLife(village), ({ current, facts }) =>
    current !== undefined
      ? 'have'
      : facts.statuses.some(({ pending }) => pending)
        ? 'waiting'
        : { code: 'measure' },
  )

/** Of the existing persons: whoever has died or moved away owes no date. */
export const abstinenceDates = (village: Village): Found =>
  ofPersons(
    village.persons().filter(({ isHere, isExisting }) => isHere && isExisting !== false),
    ({ abstinentSince }) => (abstinentSince === undefined ? { code: 'abstinenceStart' } : 'have'),
  )

export const supportGroups = (village: Village): Found =>
  ofPersons(
    village.persons().filter(({ isUnderSupport }) => isUnderSupport),
    (person) => {
      if (person.group === undefined) return { code: 'supportGroup' }
      const kinds = missingMembers(person)
      return kinds.length === 0 ? 'have' : { code: 'groupMembers', params: { kinds } }
    },
  )

export const firstSweep = (village: Village): Found =>
  single(lastSweep(village) !== undefined, { code: 'sweep' })

/** Counted once, none included. */
export const venueSurvey = (village: Village): Found =>
  single(village.index.of('venue-survey').length > 0, { code: 'venueSurvey' })

/** Every grid with its boundary and somebody who works in it; none at all is one thing missing. */
export function gridsInPlace(village: Village): Found {
  const grids = village.grids()
  if (grids.length === 0) return single(false, { code: 'grids' })
  const missing: Missing[] = []
  for (const { id, isBounded, workers } of grids)
    if (!isBounded) missing.push({ code: 'gridBoundary', subjectId: id })
    else if (workers.length === 0) missing.push({ code: 'gridWorker', subjectId: id })
  return { have: grids.length - missing.length, need: grids.length, waiting: 0, missing }
}

export const educationSite = (village: Village): Found =>
  single(sitesInUse(village).length > 0, { code: 'site' })

export function leadingGroup(village: Village): Found {
  const lacking = lackingRoles(village)
  return single(
    lacking?.length === 0,
    lacking === undefined ? { code: 'leadingGroup' } : { code: 'groupRoles', params: { kinds: lacking } },
  )
}

export function office(village: Village): Found {
  const lacking = lackingItems(village)
  return single(lacking.length === 0, { code: 'office', params: { kinds: lacking } })
}

/** The papers of the year. The catalogue of its ledgers is made at its end. */
const DOCUMENTS: readonly DocumentType[] = [
  'work-plan',
  'basic-profile',
  'responsibility',
  'activity-schedule',
  'village-rules',
  'customs-reform',
]

export function documentsOfYear(village: Village): Found {
  const missing = DOCUMENTS.filter((type) => village.documents().of(type, village.year) === undefined).map(
    (document): Missing => ({ code: 'document', params: { document } }),
  )
  return { have: DOCUMENTS.length - missing.length, need: DOCUMENTS.length, waiting: 0, missing }
}

export const bottomLinesText = (village: Village): Found =>
  single(village.documents().bottomLines !== undefined, { code: 'bottomLinesText' })

export function firstPledges(village: Village): Found {
  const needed = neededPledges(village)
  const missing = needed
    .filter(({ signed }) => signed === undefined)
    .map(({ level, party }): Missing => ({ code: PLEDGE_MISSING[level], subjectId: party }))
  return { have: needed.length - missing.length, need: needed.length, waiting: 0, missing }
}
