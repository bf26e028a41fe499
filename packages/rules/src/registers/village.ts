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
import {
  everyVersion,
  judgedParts,
  NoPolicyError,
  type PolicyReader,
  policyReader,
  valuesOn,
} from '../policy/policy-at.ts'
import { asksMore } from '../policy/test-schedule.ts'
import type { KindId } from '../records/record-kind.ts'
import type { PartId, Track } from '../scorecard.ts'
import { carriedFacts } from './carry-over.ts'
import { anchoredCycles, type Cycle, type CycleDuty, calendarCycles, cycleDuty } from './cycles.ts'
import { type Documents, documentsOf } from './documents.ts'
import { type FactIndex, factIndex } from './facts-by-kind.ts'
import { type Grid, gridsInUse } from './grids.ts'
import { type KeyPerson, keyPersonsOf } from './key-persons.ts'
import { type Backing, backingOf } from './past-evidence.ts'
import { foldPerson, isArrival, type Person, type PersonFacts } from './person-fold.ts'
import { type Fact, type LedgerFacts, readLedger } from './read-ledger.ts'
import { isScheduled, scheduleWindows } from './test-schedule.ts'
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

const FACTS_OF: { readonly [kind in KindId]?: Exclude<keyof PersonFacts, 'id'> } = {
  'person-registration': 'registrations',
  'person-status': 'statuses',
  'abstinence-start': 'abstinence',
  'support-group': 'groups',
  talk: 'talks',
  'urine-test': 'tests',
  'test-outcome': 'outcomes',
  relapse: 'relapses',
  'transfer-acceptance': 'transfers',
  absence: 'absences',
  'police-report': 'reports',
  'carry-over': 'carryOvers',
}

const noFacts = (id: string): PersonFacts => ({
  id,
  registrations: [],
  statuses: [],
  abstinence: [],
  groups: [],
  talks: [],
  tests: [],
  outcomes: [],
  relapses: [],
  transfers: [],
  absences: [],
  reports: [],
  carryOvers: [],
})

/** On the cumulative register; a person may also have a file as a key person alone. */
const isOnRegister = (fact: Fact): boolean => !fact.pending && fact.payload.keyOnly !== true

/** Facts by person, in the order of their ids; who was never registered is not a person of this village. */
function factsByPerson({ facts, areaCode }: LedgerFacts): PersonFacts[] {
  const byId = new Map<string, PersonFacts>()
  const add = (fact: Fact): void => {
    const list = FACTS_OF[fact.kind]
    if (list === undefined) return
    let person = byId.get(fact.subjectId)
    if (person === undefined) {
      person = noFacts(fact.subjectId)
      byId.set(fact.subjectId, person)
    }
    person[list].push(fact)
    if (fact.kind === 'carry-over') carriedFacts(fact).forEach(add)
  }
  facts.forEach(add)
  const registered = Array.from(byId.values()).filter(
    ({ registrations, transfers }) =>
      registrations.some(isOnRegister) || transfers.some((fact) => isArrival(fact, areaCode)),
  )
  return registered.sort((a, b) => (a.id < b.id ? -1 : 1))
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

function trackOf(village: Village): Track {
  const yearStart = parseDay(`${village.year}-01-01`)
  const isEmpty = village.persons().every((person) => person.isExisting === false)
  const hasFinding = village.ledger.facts.some(
    ({ kind, day, payload }) =>
      day >= yearStart &&
      (kind === 'relapse' ||
        kind === 'new-finding' ||
        kind === 'incident' ||
        (kind === 'test-outcome' && payload.outcome === 'confirmed-use')),
  )
  return isEmpty && !hasFinding && village.roster().isConfirmed ? 'none-found' : 'ten-standards'
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
  const calendars = new Map<number, Cycle[]>()
  const calendar = (year: number): Cycle[] => {
    let cycles = calendars.get(year)
    if (cycles === undefined) {
      cycles = calendarCycles(year, (date) => policy('cycleMonths', date))
      calendars.set(year, cycles)
    }
    return cycles
  }
  const isAnchored = everyVersion(policies, areaCode, 'cycleAnchor').includes('support-start')
  const anchorOn = (cycle: Cycle): PolicyValues['cycleAnchor'] => policy('cycleAnchor', cycle.lastOn)
  const cyclesOf = (person: Person, year: number): Cycle[] => {
    const byCalendar = calendar(year).filter((cycle) => anchorOn(cycle) === 'calendar')
    if (!isAnchored) return byCalendar
    const monthsOn = (date: IsoDate): number => policy('cycleMonths', date)
    return byCalendar.concat(
      anchoredCycles(person.runs, year, monthsOn).filter((cycle) => anchorOn(cycle) === 'support-start'),
    )
  }
  const hasSchedule = everyVersion(policies, areaCode, 'testSchedule').some(asksMore)
  const dutiesOf = (person: Person, year: number): CycleDuty[] => {
    const windows = hasSchedule ? scheduleWindows(person, policy, asOfDay) : []
    const duties = cyclesOf(person, year)
      .filter((cycle) => cycle.from <= asOfDay)
      .map((cycle) => cycleDuty(person, cycle, policy, isScheduled(windows, cycle.lastDay) ? 'talk' : 'both'))
    for (const window of windows)
      if (yearOf(window.lastOn) === year && window.from <= asOfDay)
        duties.push(cycleDuty(person, window, policy, 'test'))
    return windows.length === 0 ? duties : duties.sort((a, b) => a.cycle.lastDay - b.cycle.lastDay)
  }
  const memo = new Map<string, readonly CycleDuty[]>()
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
    persons: lazy(() =>
      factsByPerson(facts).map((person) => foldPerson(person, asOfDay, values(), areaCode)),
    ),
    index,
    keyPersons: lazy(() => keyPersonsOf(index, village.persons())),
    venues: lazy(() => openVenues(index, asOfDay)),
    grids: lazy(() => gridsInUse(index, asOfDay)),
    documents: lazy(() => documentsOf(index, asOfDay)),
    backing: lazy(() => backingOf(index)),
    activities: () => index.of('publicity-activity'),
    roster: lazy(() => rosterOf(index, asOf, values().graceDays)),
    track: lazy(() => trackOf(village)),
    cycleDuties: (person, year) => {
      const key = `${year}/${person.id}`
      let duties = memo.get(key)
      if (duties === undefined) {
        duties = person.isThreeYears ? [] : dutiesOf(person, year)
        memo.set(key, duties)
      }
      return duties
    },
  }
  return village
}
