import { type IsoDate, isoOf } from '../core/iso-date.ts'
import { villageObligations } from '../obligations/obligations.ts'
import type { KeyPersonCategory } from '../records/key-person.ts'
import type { MemberKind, Status } from '../records/vocabulary.ts'
import type { Obligation } from '../scorecard.ts'
import { missingMembers } from '../standards/s4-groups.ts'
import { asksTalk, asksTest, type CycleDuty } from './cycles.ts'
import type { KeyPerson } from './key-persons.ts'
import type { Person } from './person-fold.ts'
import { presenceNow } from './presence.ts'
import { type StatutoryClock, statutoryClock } from './statutory-clock.ts'
import { type AsOf, openVillage, type Village } from './village.ts'

/** `unknown`: the cycle ended before the village's start and nothing is on file. */
export type CycleState = 'done' | 'due' | 'missed' | 'notNeeded' | 'unknown'

export type CycleView = {
  period: string
  opensOn: IsoDate
  dueOn: IsoDate
  talk: CycleState
  test: CycleState
}

export type StatusView = {
  status: Status
  from: IsoDate
  /** The first day it no longer held; null while it does. */
  to: IsoDate | null
  presence?: 'at-home' | 'away'
  recordId: string
}

export type PersonView = {
  id: string
  registeredOn: IsoDate
  /** All statuses in order; a detention lies between two stretches of the one it suspends. */
  statuses: StatusView[]
  status: Status | null
  presence: 'at-home' | 'away' | null
  isUnderSupport: boolean
  /** null: the length of a sentence decides and is unknown. */
  isExisting: boolean | null
  abstinentSince: IsoDate | null
  /** The day three years are full. */
  threeYearsOn: IsoDate | null
  isThreeYears: boolean
  clock: StatutoryClock | null
  group: { recordId: string; members: readonly MemberKind[]; lacking: readonly MemberKind[] } | null
  /** The cycles of the year that have begun, first to last. */
  cycles: CycleView[]
  /** Listed as a key person. */
  key: KeyView | null
  duties: Obligation[]
}

/** A person as a register lists him: without what is or was due, which costs the most. */
export type PersonStanding = Omit<PersonView, 'clock' | 'cycles' | 'key' | 'duties'>

/** What is known of a key person, who need not be on the register of persons. */
export type KeyView = {
  id: string
  category: KeyPersonCategory
  measure: string
  listedOn: IsoDate
  verifiedOn: IsoDate
  recordId: string
  duties: Obligation[]
}

export type KeyStanding = Omit<KeyView, 'duties'>

export type VillageFold = {
  persons: PersonView[]
  person: (id: string) => PersonView | undefined
  keyPersons: KeyView[]
}

function cycleState(duty: CycleDuty, what: 'talk' | 'test', village: Village, personId: string): CycleState {
  const isAsked = what === 'talk' ? asksTalk(duty) : asksTest(duty) && duty.hasBasis
  if (!isAsked) return 'notNeeded'
  if (duty[what] !== undefined) return 'done'
  if (duty.cycle.lastDay >= village.asOfDay) return 'due'
  const { lastDay, fromOn, lastOn } = duty.cycle
  if (lastDay >= village.ledger.startDay) return 'missed'
  return village.backing()(`${what}s`, fromOn, lastOn, personId) ? 'done' : 'unknown'
}

const cycleView = (duty: CycleDuty, village: Village, personId: string): CycleView => ({
  period: duty.cycle.key,
  opensOn: duty.cycle.fromOn,
  dueOn: duty.cycle.lastOn,
  talk: cycleState(duty, 'talk', village, personId),
  test: cycleState(duty, 'test', village, personId),
})

const presenceOf = (value: unknown): 'at-home' | 'away' | undefined =>
  value === 'at-home' || value === 'away' ? value : undefined

function statusViews(person: Person): StatusView[] {
  return person.intervals.map(({ status, from, to, fact }) => {
    const presence = presenceOf(fact.payload.presence)
    return {
      status,
      from: isoOf(from),
      to: to === Number.POSITIVE_INFINITY ? null : isoOf(to),
      ...(presence && { presence }),
      recordId: fact.id,
    }
  })
}

type DutiesOf = (subjectId: string) => Obligation[]

/** Everything that is due about one subject, whichever part it serves; asked of the village once. */
function dutiesBySubject(village: Village): DutiesOf {
  const bySubject = new Map<string, Obligation[]>()
  for (const duty of villageObligations(village).open) {
    const known = bySubject.get(duty.subjectId)
    if (known === undefined) bySubject.set(duty.subjectId, [duty])
    else known.push(duty)
  }
  return (subjectId) => bySubject.get(subjectId) ?? []
}

const keyStanding = ({ id, fact, listedDay, verifiedBy }: KeyPerson): KeyStanding => ({
  id,
  category: fact.payload.category as KeyPersonCategory,
  measure: fact.payload.measure as string,
  listedOn: isoOf(listedDay),
  verifiedOn: verifiedBy.on,
  recordId: fact.id,
})

function personStanding(person: Person, village: Village): PersonStanding {
  const { current, group, abstinentSince, threeYearsDay } = person
  return {
    id: person.id,
    registeredOn: isoOf(person.registeredDay),
    statuses: statusViews(person),
    status: current?.status ?? null,
    presence: presenceNow(person, village) ?? null,
    isUnderSupport: person.isUnderSupport,
    isExisting: person.isExisting ?? null,
    abstinentSince: abstinentSince === undefined ? null : isoOf(abstinentSince),
    threeYearsOn: threeYearsDay === undefined ? null : isoOf(threeYearsDay),
    isThreeYears: person.isThreeYears,
    group: group
      ? { recordId: group.fact.id, members: group.members, lacking: missingMembers(person) }
      : null,
  }
}

/** Every person of a village as its records tell, in the order of ids; one pass over the ledger. */
export function villageFold(ledger: unknown, asOf: AsOf): VillageFold {
  const village = openVillage(ledger, asOf)
  const dutiesOf = dutiesBySubject(village)
  const keyPersons = village.keyPersons().map((key) => ({ ...keyStanding(key), duties: dutiesOf(key.id) }))
  const keyOf = new Map(keyPersons.map((key): [string, KeyView] => [key.id, key]))
  const persons = village.persons().map((person) => ({
    ...personStanding(person, village),
    clock: statutoryClock(person, village.asOfDay, village.values()) ?? null,
    cycles: village.cycleDuties(person, village.year).map((duty) => cycleView(duty, village, person.id)),
    key: keyOf.get(person.id) ?? null,
    duties: dutiesOf(person.id),
  }))
  const byId = new Map(persons.map((person): [string, PersonView] => [person.id, person]))
  return { persons, person: (id) => byId.get(id), keyPersons }
}

/** One subject as the registers list it: as a person, as a key person, as both or as neither. */
export function standingOf(
  ledger: unknown,
  id: string,
  asOf: AsOf,
): { person: PersonStanding | undefined; key: KeyStanding | undefined } {
  const village = openVillage(ledger, asOf)
  const person = village.persons().find((one) => one.id === id)
  const key = village.keyPersons().find((one) => one.id === id)
  return { person: person && personStanding(person, village), key: key && keyStanding(key) }
}

/** One person of a village as the records tell; undefined when not registered there. */
export const personFold = (ledger: unknown, personId: string, asOf: AsOf): PersonView | undefined =>
  villageFold(ledger, asOf).person(personId)
