import type { AwarenessCounts } from '../assessment/item.ts'
import type { Person } from '../registers/person-fold.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import type { MissedWindow, Obligation, ObligationKind, Obligations } from '../scorecard.ts'
import { kindsJudged } from '../standards/kinds-in-use.ts'
import { canOwe } from '../standards/tally.ts'
import { agreementObligations } from './agreement-obligations.ts'
import {
  bottomLineObligations,
  documentObligations,
  experienceObligations,
  householdObligations,
  officeObligations,
  pledgeObligations,
  siteObligations,
} from './document-obligations.ts'
import { gridObligations, missedPatrols } from './grid-obligations.ts'
import { registerObligations, sweepObligations, verificationObligations } from './known-obligations.ts'
import {
  clockObligations,
  cycleObligations,
  fileObligations,
  groupObligations,
  missedCycles,
  testObligations,
} from './person-obligations.ts'
import {
  awarenessObligations,
  censusObligations,
  countObligations,
  organisationObligations,
} from './points-obligations.ts'
import { reportObligations } from './report-obligations.ts'
import { venueObligations } from './venue-obligations.ts'
import { activityObligations, missedMonths, missedSince, rosterObligations } from './village-obligations.ts'

const BUILDERS = [
  cycleObligations,
  testObligations,
  groupObligations,
  agreementObligations,
  fileObligations,
  clockObligations,
  reportObligations,
]

/** What the village owes from its first day on. */
const VILLAGE_BUILDERS = [
  verificationObligations,
  registerObligations,
  sweepObligations,
  pledgeObligations,
  householdObligations,
  documentObligations,
  officeObligations,
  siteObligations,
  gridObligations,
  bottomLineObligations,
  venueObligations,
  experienceObligations,
  organisationObligations,
  countObligations,
  censusObligations,
]

/** Duties by law, and those the other parts rest on: owed whether their own part is judged or not. */
const ALWAYS: readonly ObligationKind[] = [
  'measure',
  'full-group',
  'report-in',
  'term-end',
  'retirement',
  'roster-confirmation',
]

/** The duties that can be done here; one whose part is judged by hand serves no part. */
function kept(duties: readonly Obligation[], village: Village): Obligation[] {
  const kinds = kindsJudged(village.isJudged)
  return duties
    .filter(({ kind, part, settledBy }) => {
      if (ALWAYS.includes(kind)) return true
      if (part !== null) return village.isJudged(part)
      return settledBy === null || kinds.includes(settledBy)
    })
    .map((duty) => (duty.part === null || village.isJudged(duty.part) ? duty : { ...duty, part: null }))
}

/** The duties a person asks for: all where he lives here; of one who left, what was left open about his time here. */
function buildersFor(person: Person): typeof BUILDERS {
  if (person.isThreeYears) return []
  return person.isHere ? BUILDERS : [testObligations]
}

/** Every open duty about one person; none once he is abstinent three years. */
export const obligationsOf = (person: Person, village: Village): Obligation[] =>
  kept(
    buildersFor(person).reduce<Obligation[]>((all, build) => all.concat(build(person, village)), []),
    village,
  )

const byDue = (a: Obligation, b: Obligation): number => compare(a.dueOn, b.dueOn) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** One source of duties that fails leaves out its own duties alone. */
function collect<T>(sources: readonly (() => readonly T[])[]): T[] {
  const all: T[] = []
  for (const source of sources) {
    try {
      all.push(...source())
    } catch {
      // The scorecard shows the failure: the parts that use the same facts are undetermined.
    }
  }
  return all
}

export function villageObligations(village: Village, awareness: AwarenessCounts = {}): Obligations {
  const isReadable = !village.ledger.troubles.some(
    ({ kind, reason }) => kind === null && reason === 'malformedLedger',
  )
  if (!isReadable) return { open: [], missed: [] }
  const persons = collect([() => village.persons()])
  const open = collect<Obligation>([
    ...persons.map((person) => () => obligationsOf(person, village)),
    () => kept(activityObligations(village), village),
    () => kept(rosterObligations(village), village),
    ...(canOwe(village) ? VILLAGE_BUILDERS.map((build) => () => kept(build(village), village)) : []),
    () => (canOwe(village) ? kept(awarenessObligations(village, awareness), village) : []),
  ])
  const missed = collect<MissedWindow>([
    ...persons.map((person) => () => missedCycles(person, village, missedSince(village))),
    () => missedMonths(village, missedSince(village)),
    () => missedPatrols(village, missedSince(village)),
  ])
  return {
    open: open.sort(byDue),
    missed: missed
      .filter(({ part }) => village.isJudged(part))
      .sort((a, b) => compare(a.closedOn, b.closedOn) || compare(a.id, b.id)),
  }
}

/** What the duties are told from: the ledger, and the answers that are counted beside it. */
export type ObligationOptions = AsOf & { awareness?: AwarenessCounts | undefined }

/**
 * Every duty open on a day, and every window that closed unmet. Ids are the same wherever they are computed.
 * Never throws for anything a ledger may hold. @throws RangeError when `asOf` is not a date
 */
export const obligations = (ledger: unknown, { awareness, ...asOf }: ObligationOptions): Obligations =>
  villageObligations(openVillage(ledger, asOf), awareness)
