import type { KindId } from '../records/record-kind.ts'
import { carriedFacts } from './carry-over.ts'
import { type FactIndex, NO_FACTS } from './facts-by-kind.ts'
import { inOrder } from './in-order.ts'
import type { Fact } from './read-ledger.ts'

/** The facts of one person by kind, each kind first to last, with those that wait for a second person. */
export type PersonFacts = {
  id: string
  registrations: readonly Fact[]
  statuses: readonly Fact[]
  abstinence: readonly Fact[]
  groups: readonly Fact[]
  talks: readonly Fact[]
  tests: readonly Fact[]
  outcomes: readonly Fact[]
  relapses: readonly Fact[]
  /** Transfers that were accepted, into the village and out of it. */
  transfers: readonly Fact[]
  /** Stays outside the county that nobody approved. */
  absences: readonly Fact[]
  /** Reports to the police. */
  reports: readonly Fact[]
  carryOvers: readonly Fact[]
}

type ListName = Exclude<keyof PersonFacts, 'id'>

const LIST_OF: { readonly [kind in KindId]?: ListName } = {
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

const LISTS = Object.entries(LIST_OF) as [KindId, ListName][]

const noFacts = (id: string): PersonFacts => ({
  id,
  registrations: NO_FACTS,
  statuses: NO_FACTS,
  abstinence: NO_FACTS,
  groups: NO_FACTS,
  talks: NO_FACTS,
  tests: NO_FACTS,
  outcomes: NO_FACTS,
  relapses: NO_FACTS,
  transfers: NO_FACTS,
  absences: NO_FACTS,
  reports: NO_FACTS,
  carryOvers: NO_FACTS,
})

/** Whether a transfer brought the person into the village. */
export const isArrival = ({ payload, pending }: Fact, areaCode: string): boolean =>
  !pending && payload.toArea === areaCode

/** Facts by person, in the order of their ids; who was never registered is not a person of this village. */
export function factsByPerson(index: FactIndex, areaCode: string): PersonFacts[] {
  const byId = new Map<string, PersonFacts>()
  const add = (fact: Fact, name: ListName): void => {
    let person = byId.get(fact.subjectId)
    if (person === undefined) {
      person = noFacts(fact.subjectId)
      byId.set(fact.subjectId, person)
    }
    const list = person[name]
    if (list === NO_FACTS) person[name] = [fact]
    else (list as Fact[]).push(fact)
  }
  for (const [kind, name] of LISTS) for (const fact of index.all(kind)) add(fact, name)
  for (const carryOver of index.all('carry-over'))
    for (const fact of carriedFacts(carryOver)) add(fact, LIST_OF[fact.kind]!)
  const registered = Array.from(byId.values()).filter(
    ({ registrations, transfers }) =>
      registrations.some((fact) => !fact.pending) || transfers.some((fact) => isArrival(fact, areaCode)),
  )
  for (const person of registered) for (const [, name] of LISTS) person[name] = inOrder(person[name])
  return registered.sort((a, b) => (a.id < b.id ? -1 : 1))
}
