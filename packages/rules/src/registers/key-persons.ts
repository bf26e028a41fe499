import type { Day } from '../core/iso-date.ts'
import type { FactIndex } from './facts-by-kind.ts'
import { inOrder } from './in-order.ts'
import type { Person } from './person-fold.ts'
import type { Fact } from './read-ledger.ts'

/** A key person at the date. */
export type KeyPerson = {
  id: string
  /** The newest description. */
  fact: Fact
  /** Listed without a break since. */
  listedDay: Day
  /** The last time the situation was checked; listing is the first. */
  verifiedBy: Fact
  hasMeasure: boolean
}

/** Whoever could not be reached was not verified. */
export const isVerified = ({ payload }: Fact): boolean => payload.whereabouts !== 'unreachable'

/** The facts since the last time the person was taken off the list. */
function episodeOf(listed: readonly Fact[], ended: readonly Fact[]): Fact[] {
  let episode: Fact[] = []
  for (const fact of inOrder([...listed, ...ended])) {
    if (fact.kind === 'key-person-end') episode = []
    else episode.push(fact)
  }
  return episode
}

/** From the day three years are full every duty about a person stops; another village's duties are not this one's. */
const isOff = (person: Person | undefined): boolean =>
  person !== undefined && (!person.isHere || person.isThreeYears)

/** The key persons listed, in the order of their ids. */
export function keyPersonsOf(index: FactIndex, persons: readonly Person[]): KeyPerson[] {
  const known = new Map(persons.map((person): [string, Person] => [person.id, person]))
  const keyPersons: KeyPerson[] = []
  index.bySubject('key-person').forEach((listed, id) => {
    const episode = episodeOf(listed, index.about('key-person-end', id))
    const fact = episode[episode.length - 1]
    if (fact === undefined || isOff(known.get(id))) return
    const checks = index.about('verification', id).filter(isVerified)
    const checked = inOrder([...episode, ...checks])
    keyPersons.push({
      id,
      fact,
      listedDay: episode[0]!.day,
      verifiedBy: checked[checked.length - 1]!,
      hasMeasure: fact.payload.measure !== 'none',
    })
  })
  return keyPersons
}
