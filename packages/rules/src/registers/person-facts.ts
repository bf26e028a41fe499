import type { KindId } from '../records/record-kind.ts'
import { carriedFacts } from './carry-over.ts'
import { isAccepted, NO_FACTS } from './facts-by-kind.ts'
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
  /** Checks of the person's situation. */
  verifications: readonly Fact[]
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
  verification: 'verifications',
}

const LIST_NAMES = Object.values(LIST_OF)

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
  verifications: NO_FACTS,
})

/** Whether a transfer brought the person into the village. */
export const isArrival = ({ payload, pending }: Fact, areaCode: string): boolean =>
  !pending && payload.toArea === areaCode

/** The facts of one person by kind. @param facts in any order */
export function personFactsOf(id: string, facts: readonly Fact[]): PersonFacts {
  const person = noFacts(id)
  const add = (fact: Fact): void => {
    const name = LIST_OF[fact.kind]
    if (name === undefined) return
    const list = person[name]
    if (list === NO_FACTS) person[name] = [fact]
    else (list as Fact[]).push(fact)
  }
  for (const fact of facts) {
    add(fact)
    if (fact.kind === 'carry-over') carriedFacts(fact).forEach(add)
  }
  for (const name of LIST_NAMES) person[name] = inOrder(person[name])
  return person
}

/** On the cumulative register; a person may also have a file as a key person alone. */
const isOnRegister = (fact: Fact): boolean => isAccepted(fact) && fact.payload.keyOnly !== true

/** Whether the person was ever entered on the village's register: registered, or taken over from another village. */
export const isRegistered = ({ registrations, transfers }: PersonFacts, areaCode: string): boolean =>
  registrations.some(isOnRegister) || transfers.some((fact) => isArrival(fact, areaCode))
