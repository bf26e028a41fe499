import { addMonths, type Instant, type IsoDate, parseDay } from '../core/iso-date.ts'
import type { JudgedMatter } from '../records/human-judgement.ts'
import type { KindId } from '../records/record-kind.ts'
import { lastOf } from '../registers/in-order.ts'
import type { Fact } from '../registers/read-ledger.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import { RULES_VERSION } from '../standards/assess.ts'
import { PERSON_KINDS } from '../standards/define-rule.ts'
import { nobodyToJudge } from '../standards/populations.ts'
import { relapsesOf } from '../standards/s2-relapse.ts'
import { newUsersOf } from '../standards/s5-findings.ts'

/** A count now and on the same days of last year; null where it cannot be told, never 0. */
export type YearOnYear = {
  now: number | null
  before: number | null
  /** What waits for a second person or for a fact, and may still be added to `now`. */
  open: number
}

export type Share = { numerator: number; denominator: number }

/** Problems found in venues. Overdue: open longer than `rectifyDays`. */
export type VenueProblems = {
  /** Found in the year. */
  found: number
  /** Of those, put right. */
  rectified: number
  /** Of those, within `rectifyDays`. */
  inTime: number
  /** Not put right, whenever found. */
  open: number
  overdue: number
}

/** How far a way of working was taken up. */
export type Reach = 'none' | 'town' | 'county' | 'wider'

/** What a person judged; the reason stands in the record. */
export type ShownJudgement = {
  matter: JudgedMatter
  holds: boolean
  decidedOn: IsoDate
  recordId: string
}

export type Quota = Readonly<Record<'cases' | 'seized' | 'users', { done: number; quota: number }>> & {
  enteredOn: IsoDate
  recordId: string
}

/** What is shown of a village and gates nothing. A figure that cannot be told is null. */
export type ShownFigures = {
  format: 'shown-figures@1'
  areaCode: string
  year: number
  asOf: IsoDate
  knownAt: Instant | null
  ledgerVersion: number
  policyVersion: string
  rulesVersion: string
  newUsers: YearOnYear
  relapses: YearOnYear
  existing: YearOnYear
  /** Abstinent three years ÷ existing. */
  threeYears: { now: Share | null; before: Share | null }
  venueProblems: VenueProblems | null
  /** Persons whom the police found first, and those of them entered into dynamic control. */
  dynamicControl: { caught: number; entered: number } | null
  experience: { reported: boolean; reach: Reach | null } | null
  judgements: ShownJudgement[] | null
  /** The newest figures of the police station in this ledger; they are the town's. */
  quota: Quota | null
}

/** Computes where every record it reads can be read and a policy is in force; else null. */
function told<T>(village: Village, reads: readonly KindId[], compute: (village: Village) => T): T | null {
  const isBroken = village.ledger.troubles.some(({ kind }) => kind === null || reads.includes(kind))
  if (isBroken) return null
  try {
    return compute(village)
  } catch {
    return null
  }
}

/** Counts of persons: a register that nobody ever counted says nothing. */
function toldOfPersons<T>(village: Village, compute: (village: Village) => T, more: KindId[] = []): T | null {
  return told<T | null>(village, [...PERSON_KINDS, ...more], (one) =>
    nobodyToJudge(one).state === 'undetermined' ? null : compute(one),
  )
}

type Counted = { now: number; open: number }

const ofFacts = (facts: readonly Fact[]): Counted => {
  const open = facts.filter(({ pending }) => pending).length
  return { now: facts.length - open, open }
}

function existingNow(village: Village): Counted {
  const persons = village.persons()
  return {
    now: persons.filter(({ isExisting }) => isExisting === true).length,
    open: persons.filter(({ isExisting }) => isExisting === undefined).length,
  }
}

function shareNow(village: Village): Share {
  const existing = village.persons().filter(({ isExisting }) => isExisting === true)
  return {
    numerator: existing.filter(({ isThreeYears }) => isThreeYears).length,
    denominator: existing.length,
  }
}

function venueProblems({ index, policy, year, asOf, asOfDay }: Village): VenueProblems {
  const fixedOn = new Map<unknown, number>()
  for (const { day, payload } of index.of('rectification'))
    if (!fixedOn.has(payload.problem)) fixedOn.set(payload.problem, day)
  const isClosed = (venueId: string): boolean =>
    parseDay(lastOf(index.bySubject('venue').get(venueId))?.payload.closedOn) <= asOfDay
  const figures: VenueProblems = { found: 0, rectified: 0, inTime: 0, open: 0, overdue: 0 }
  for (const { id, on, day, subjectId } of index.of('venue-problem')) {
    const fixed = fixedOn.get(id)
    const limit = day + policy('rectifyDays', on)
    if (on >= `${year}-01-01` && on <= asOf) {
      figures.found++
      if (fixed !== undefined) figures.rectified++
      if (fixed !== undefined && fixed <= limit) figures.inTime++
    }
    if (fixed !== undefined || isClosed(subjectId)) continue
    figures.open++
    if (asOfDay > limit) figures.overdue++
  }
  return figures
}

function dynamicControl({ index, year, asOf }: Village): { caught: number; entered: number } {
  const caught = index
    .of('new-finding')
    .filter(({ on, payload }) => on >= `${year}-01-01` && payload.foundBy === 'police')
  const entered = caught.filter(({ payload }) => ((payload.enteredOn as string | undefined) ?? '9') <= asOf)
  return { caught: caught.length, entered: entered.length }
}

const REACH: readonly Reach[] = ['none', 'town', 'county', 'wider']

function experience({ index, year }: Village): { reported: boolean; reach: Reach | null } {
  const reached = index
    .of('experience-report')
    .filter(({ payload }) => payload.year === year)
    .map(({ payload }) => REACH.indexOf(payload.reach as Reach))
  return { reported: reached.length > 0, reach: REACH[Math.max(-1, ...reached)] ?? null }
}

const judgements = ({ index, year }: Village): ShownJudgement[] =>
  index
    .of('human-judgement')
    .filter(({ payload }) => payload.year === year)
    .map(({ id, on, payload }) => ({
      matter: payload.matter as JudgedMatter,
      holds: payload.holds === 'yes',
      decidedOn: on,
      recordId: id,
    }))

/** The station serves the town: its figures stand under the town's code or under that of one village. */
function quota({ ledger, year }: Village): Quota | null {
  const entered = ledger.facts.filter(
    ({ kind, pending, subjectId, payload }) =>
      kind === 'police-quota' && !pending && ledger.areaCode.startsWith(subjectId) && payload.year === year,
  )
  const last = lastOf(entered.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1)))
  if (last === undefined) return null
  const pair = (name: string): { done: number; quota: number } => ({
    done: last.payload[`${name}Done`] as number,
    quota: last.payload[`${name}Quota`] as number,
  })
  return {
    cases: pair('cases'),
    seized: pair('seized'),
    users: pair('users'),
    enteredOn: last.on,
    recordId: last.id,
  }
}

/**
 * The figures of a village that are shown and never gated, beside those of the same days of last year.
 * Nothing in a ledger makes it throw. @throws RangeError when `asOf` is not a date
 * @see 二(一), 二(二), 四(一)2, 四(一)5, 五(五), 六(四)
 */
export function shownFigures(ledger: unknown, options: AsOf): ShownFigures {
  const village = openVillage(ledger, options)
  const last = openVillage(ledger, { ...options, asOf: addMonths(options.asOf, -12) })
  const hasPeriod = village.ledger.startOn !== '' && village.ledger.startOn <= `${last.year}-01-01`
  const hasDay = village.ledger.startOn !== '' && village.ledger.startOn <= last.asOf
  const yearOnYear = (
    compute: (one: Village) => Counted,
    isKnown: boolean,
    more: KindId[] = [],
  ): YearOnYear => {
    const now = toldOfPersons(village, compute, more)
    const before = isKnown ? toldOfPersons(last, compute, more) : null
    return { now: now?.now ?? null, before: before?.now ?? null, open: now?.open ?? 0 }
  }
  const { areaCode, ledgerVersion } = village.ledger
  return {
    format: 'shown-figures@1',
    areaCode,
    year: village.year,
    asOf: village.asOf,
    knownAt: village.knownAt,
    ledgerVersion,
    policyVersion: village.policies.version,
    rulesVersion: RULES_VERSION,
    newUsers: yearOnYear((one) => ofFacts(newUsersOf(one).counted), hasPeriod, ['new-finding']),
    relapses: yearOnYear((one) => ofFacts(relapsesOf(one)), hasPeriod),
    existing: yearOnYear(existingNow, hasDay),
    threeYears: {
      now: toldOfPersons(village, shareNow),
      before: hasDay ? toldOfPersons(last, shareNow) : null,
    },
    venueProblems: told(village, ['venue', 'venue-problem', 'rectification'], venueProblems),
    dynamicControl: told(village, ['new-finding'], dynamicControl),
    experience: told(village, ['experience-report'], experience),
    judgements: told(village, ['human-judgement'], judgements),
    quota: told(village, ['police-quota'], quota),
  }
}
