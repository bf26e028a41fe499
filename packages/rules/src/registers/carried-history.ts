import { type Day, type IsoDate, isoOf } from '../core/iso-date.ts'
import { holds } from '../core/period.ts'
import { breachesOf, openMatters } from '../obligations/report-obligations.ts'
import type { Payload } from '../records/record-kind.ts'
import { isTalkHeld, isValidTest } from './cycles.ts'
import { lastOf } from './in-order.ts'
import type { PersonFacts } from './person-facts.ts'
import { type Person, usesOf } from './person-fold.ts'
import type { Fact } from './read-ledger.ts'
import { reportedInDay, statutoryClock } from './statutory-clock.ts'
import { type AsOf, openVillage, type Village } from './village.ts'

/** The last day on which something counted. */
function lastDay(facts: readonly Fact[], counts: (fact: Fact) => boolean): Day | undefined {
  const days = facts.filter((fact) => !fact.pending && counts(fact)).map(({ day }) => day)
  return days.length === 0 ? undefined : Math.max(...days)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const COUNTED: readonly unknown[] = ['community-treatment', 'community-rehabilitation']

/** What was counted of the present measure, and which of it was told the police, or decided by the town. */
function countsOf(person: Person, village: Village): Payload {
  if (!COUNTED.includes(person.current!.status)) return {}
  const { refusals, stays, carried } = breachesOf(person, village)
  const { since } = person.current!
  const told = person.facts.reports
    .concat(village.index.bySubject('town-decision').get(person.id) ?? [])
    .filter(({ pending, day }) => !pending && day >= since)
    .map(({ payload }) => payload.matter as string)
  for (const { pending, payload } of person.facts.carryOvers)
    if (!pending) told.push(...((payload.reported ?? []) as string[]))
  const newUse = lastOf(openMatters(person, village).filter(({ matter }) => matter === 'new-use'))
  const reported = Array.from(new Set(told)).filter((matter) => matter !== 'new-use' || newUse === undefined)
  return {
    refusals: carried.refusals + refusals.length,
    absences: carried.absences + stays.length,
    absentDays: carried.absentDays + sum(stays.map((stay) => sum(stay.map(({ from, to }) => to - from)))),
    ...(reported.length === 0 ? {} : { reported: reported.sort() }),
    ...(newUse === undefined ? {} : { newUseOn: isoOf(newUse.day) }),
  }
}

/** Why no family takes part, as the register or an earlier village wrote it down. */
const noFamilyReasonOf = ({ registrations, carryOvers }: PersonFacts): unknown =>
  registrations
    .concat(carryOvers)
    .map(({ pending, payload }) => (pending ? undefined : payload.noFamilyReason))
    .find((reason) => reason !== undefined && reason !== null)

function payloadOf(person: Person, village: Village): Payload {
  const { current, facts } = person
  const on = (day: Day | undefined): IsoDate | undefined => (day === undefined ? undefined : isoOf(day))
  const supported = person.support.find((stretch) => holds(stretch, village.asOfDay))
  const payload: Payload = {
    carriedOn: village.asOf,
    fromArea: village.ledger.areaCode,
    ...(current === undefined
      ? {}
      : {
          status: current.status,
          statusFrom: isoOf(current.since),
          presence: current.fact.payload.presence,
          testBasis: current.fact.payload.testBasis,
          sentenceMonths: current.fact.payload.sentenceMonths,
          reportedInOn: on(reportedInDay(person, current.since, village.asOfDay)),
          supportFrom: on(supported?.from),
          pausedDays: statutoryClock(person, village.asOfDay, village.values())?.pausedDays,
          ...countsOf(person, village),
        }),
    abstinentSince: on(person.abstinentSince),
    noFamilyReason: noFamilyReasonOf(facts),
    lastUsedOn: on(lastOf(usesOf(facts))?.usedDay),
    talkedOn: on(lastDay(facts.talks, isTalkHeld)),
    testedOn: on(lastDay(facts.tests, isValidTest)),
  }
  for (const name of Object.keys(payload))
    if (payload[name] === undefined || payload[name] === null) delete payload[name]
  return payload
}

/**
 * The `carry-over` record with which the history of a person who moves on travels, as the village he leaves knows it on
 * the day the other takes him over: the rules there then judge as if he had always been theirs.
 * @returns undefined when the person is not in this village
 * @throws RangeError when the day is not a date
 * @see 三(一)
 */
export function carriedHistory(ledger: unknown, personId: string, acceptedOn: AsOf): Payload | undefined {
  const village = openVillage(ledger, acceptedOn)
  const person = village.persons().find(({ id }) => id === personId)
  return person?.isHere ? payloadOf(person, village) : undefined
}
