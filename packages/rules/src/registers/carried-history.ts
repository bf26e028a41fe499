import { type IsoDate, isoOf, parseDay } from '../core/iso-date.ts'
import { overlapDays } from '../core/period.ts'
import type { Payload } from '../records/record-kind.ts'
import { isTalkHeld, isValidTest } from './cycles.ts'
import { inOrder } from './in-order.ts'
import type { Person } from './person-fold.ts'
import type { Fact } from './read-ledger.ts'
import { type AsOf, openVillage } from './village.ts'

const accepted = (facts: readonly Fact[]): Fact[] => inOrder(facts.filter(({ pending }) => !pending))
const lastDateOf = (facts: readonly Fact[]): IsoDate | undefined => facts[facts.length - 1]?.on
const sum = (facts: readonly Fact[], name: string): number =>
  facts.reduce((total, { payload }) => total + ((payload[name] as number | undefined) ?? 0), 0)

/** What counts towards a report to the police: over the whole term, in every village it was lived in. @see 戒毒条例 第二十条 */
function termCounts(person: Person, asOfDay: number): Payload {
  const from = person.current?.since
  if (from === undefined || person.current?.status !== 'community-treatment') return {}
  const { tests, absences, carryOvers } = person.facts
  const since = (facts: readonly Fact[]): Fact[] => accepted(facts).filter(({ day }) => day >= from)
  const refused = since(tests).filter(
    ({ payload }) => payload.result === 'refused' && payload.basis === 'required',
  )
  const away = since(absences)
  const days = away.reduce((total, { day, payload }) => {
    const back = parseDay(payload.returnedOn)
    return (
      total + overlapDays({ from: day, to: back <= asOfDay ? back : asOfDay + 1 }, { from, to: asOfDay + 1 })
    )
  }, 0)
  const before = accepted(carryOvers)
  return {
    refusals: refused.length + sum(before, 'refusals'),
    absences: away.length + sum(before, 'absences'),
    absentDays: days + sum(before, 'absentDays'),
  }
}

/**
 * The payload of the `carry-over` that goes with a person to another village: his status with its clock, his abstinence,
 * the last talk and test. The village that takes him over folds it to the same person.
 * @returns undefined when the person is not in this village
 */
export function carriedHistory(ledger: unknown, personId: string, options: AsOf): Payload | undefined {
  const village = openVillage(ledger, options)
  const person = village.persons().find(({ id }) => id === personId)
  if (!person?.isHere) return undefined
  const { current, abstinentSince, facts } = person
  const payload: Payload = {
    carriedOn: options.asOf,
    fromArea: village.ledger.areaCode,
    status: current?.status,
    statusFrom: current && isoOf(current.since),
    presence: current?.fact.payload.presence,
    testBasis: current?.fact.payload.testBasis,
    reportedInOn: current && reportedInOn(person),
    abstinentSince: abstinentSince === undefined ? undefined : isoOf(abstinentSince),
    talkedOn: lastDateOf(accepted(facts.talks).filter(isTalkHeld)),
    testedOn: lastDateOf(accepted(facts.tests).filter(isValidTest)),
    ...termCounts(person, village.asOfDay),
  }
  for (const name of Object.keys(payload)) if (payload[name] === undefined) delete payload[name]
  return payload
}

/** A change of presence is a new record of the same status; the day of reporting in may stand in an earlier one. */
function reportedInOn({ current, intervals }: Person): unknown {
  for (const { since, status, fact } of intervals)
    if (since === current?.since && status === current.status && fact.payload.reportedInOn !== undefined)
      return fact.payload.reportedInOn
  return undefined
}
