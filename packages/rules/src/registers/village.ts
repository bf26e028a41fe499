import {
  addDays,
  addMonthsToMonth,
  type Day,
  type Instant,
  type IsoDate,
  isInstant,
  lastDayOfMonth,
  monthOf,
  parseDay,
  yearOf,
} from '../core/iso-date.ts'
import { lazy } from '../core/lazy.ts'
import { POLICIES, type Policies, type PolicyValues } from '../policy/policies.ts'
import { judgedParts, NoPolicyError, type PolicyReader, policyReader, valuesOn } from '../policy/policy-at.ts'
import type { KindId } from '../records/record-kind.ts'
import type { PartId, Track } from '../scorecard.ts'
import { cycleDutiesOf } from './cycle-duties.ts'
import type { CycleDuty } from './cycles.ts'
import { type Documents, documentsOf } from './documents.ts'
import { type FactIndex, factIndex } from './facts-by-kind.ts'
import { type Grid, gridsInUse } from './grids.ts'
import { type KeyPerson, keyPersonsOf } from './key-persons.ts'
import { type Backing, backingOf } from './past-evidence.ts'
import { isRegistered, personFactsOf } from './person-facts.ts'
import { foldPerson, type Person } from './person-fold.ts'
import { type Fact, type LedgerFacts, readLedger } from './read-ledger.ts'
import { openVenues, type Venue } from './venues.ts'

export type AsOf = {
  /** The day up to which things had happened. */
  asOf: IsoDate
  /** The instant up to which records had been received; left out: everything in the ledger. */
  knownAt?: Instant | null
  policies?: Policies
}

export type Roster = {
  /** The latest month that ended long enough ago to be confirmed. */
  judgedMonth: string
  /** Confirmed for the judged month or a later one. */
  isConfirmed: boolean
  confirmations: Fact[]
}

/** A village's ledger folded for one day. Everything is computed when first asked for, once. */
export type Village = {
  ledger: LedgerFacts
  asOf: IsoDate
  asOfDay: Day
  knownAt: Instant | null
  year: number
  policies: Policies
  policy: PolicyReader
  /** The values in force at `asOf`. */
  values: () => PolicyValues
  /** Whether the ledger of a part is kept here. */
  isJudged: (part: PartId) => boolean
  /** Every person registered by `asOf`, by id. */
  persons: () => readonly Person[]
  index: FactIndex
  activities: () => readonly Fact[]
  keyPersons: () => readonly KeyPerson[]
  venues: () => readonly Venue[]
  grids: () => readonly Grid[]
  documents: () => Documents
  backing: () => Backing
  roster: () => Roster
  track: () => Track
  /** The duties of cycles that belong to a year and had begun by `asOf`; none for a person abstinent three years. */
  cycleDuties: (person: Person, year: number) => readonly CycleDuty[]
}

/** The latest month that ended at least `graceDays` before a day. */
export function judgedMonthOf(asOf: IsoDate, graceDays: number): string {
  const limit = addDays(asOf, -graceDays)
  const month = monthOf(limit)
  return lastDayOfMonth(month) === limit ? month : addMonthsToMonth(month, -1)
}

function rosterOf(index: FactIndex, asOf: IsoDate, graceDays: number): Roster {
  const judgedMonth = judgedMonthOf(asOf, graceDays)
  const confirmations = index.of('roster-confirmation').filter(({ payload }) => payload.correct === 'yes')
  const isConfirmed = confirmations.some(({ payload }) => (payload.month as string) >= judgedMonth)
  return { judgedMonth, isConfirmed, confirmations }
}

const ADVERSE: readonly KindId[] = ['relapse', 'new-finding', 'incident', 'test-outcome']

function trackOf(village: Village): Track {
  const yearStart = parseDay(`${village.year}-01-01`)
  const isFinding = ({ kind, day, payload }: Fact): boolean =>
    day >= yearStart && (kind !== 'test-outcome' || payload.outcome === 'confirmed-use')
  const isEmpty = village.persons().every((person) => person.isExisting === false)
  const isSeen = (kind: KindId): boolean => village.index.all(kind).some(isFinding)
  return isEmpty && !ADVERSE.some(isSeen) && village.roster().isConfirmed ? 'none-found' : 'ten-standards'
}

/** The number of days of lateness allowed, where a policy is in force; else nothing is late. */
function lateEntryDays(policy: PolicyReader, asOf: IsoDate): number {
  try {
    return policy('lateEntryDays', asOf)
  } catch (error) {
    if (error instanceof NoPolicyError) return Number.POSITIVE_INFINITY
    throw error
  }
}

/** Opens a ledger as it stood. Never throws for what the ledger holds. @throws RangeError when `asOf` is no date or `knownAt` no instant */
export function openVillage(ledger: unknown, { asOf, knownAt = null, policies = POLICIES }: AsOf): Village {
  const asOfDay = parseDay(asOf)
  if (Number.isNaN(asOfDay)) throw new RangeError('asOf is not a date')
  if (knownAt !== null && !isInstant(knownAt)) throw new RangeError('knownAt is not an instant')
  const code = (ledger as { areaCode?: unknown } | null | undefined)?.areaCode
  const areaCode = typeof code === 'string' ? code : ''
  const policy = policyReader(policies, areaCode)
  const facts = readLedger(ledger, { asOfDay, knownAt, lateEntryDays: lateEntryDays(policy, asOf) })
  const index = factIndex(facts)
  const values = lazy(() => valuesOn(policies, asOf, areaCode))
  const judged = lazy(() => judgedParts(policies, areaCode, asOf))
  const cycleDuties = cycleDutiesOf(policies, areaCode, asOfDay)
  const village: Village = {
    ledger: facts,
    asOf,
    asOfDay,
    knownAt,
    year: yearOf(asOf),
    policies,
    policy,
    values,
    isJudged: (part) => judged().includes(part),
    persons: lazy(() => {
      const subjects = index.subjects()
      const persons: Person[] = []
      for (const id of Array.from(subjects.keys()).sort()) {
        const own = personFactsOf(id, subjects.get(id)!)
        if (isRegistered(own, areaCode)) persons.push(foldPerson(own, asOfDay, values(), areaCode))
      }
      return persons
    }),
    index,
    keyPersons: lazy(() => keyPersonsOf(index, village.persons())),
    venues: lazy(() => openVenues(index, asOfDay)),
    grids: lazy(() => gridsInUse(index, asOfDay)),
    documents: lazy(() => documentsOf(index, asOfDay)),
    backing: lazy(() => backingOf(index)),
    activities: () => index.of('publicity-activity'),
    roster: lazy(() => rosterOf(index, asOf, values().graceDays)),
    track: lazy(() => trackOf(village)),
    cycleDuties,
  }
  return village
}
