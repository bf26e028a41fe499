import { type Day, parseDay } from '../core/iso-date.ts'
import type { FactIndex } from './facts-by-kind.ts'
import { lastOf } from './in-order.ts'
import type { Fact } from './read-ledger.ts'

/** A venue that is open at the date. */
export type Venue = {
  id: string
  /** The newest description. */
  fact: Fact
  registeredDay: Day
  hasKeyParts: boolean
  isMonitored: boolean
  /** The last inspection. */
  inspection: Fact | undefined
  /** Problems not put right. */
  problems: Fact[]
}

/** The venues on file that have not closed, in the order of their ids. */
export function openVenues(index: FactIndex, asOfDay: Day): Venue[] {
  const fixed = new Set(index.of('rectification').map(({ payload }) => payload.problem))
  const venues: Venue[] = []
  index.bySubject('venue').forEach((facts, id) => {
    const fact = facts[facts.length - 1]!
    if (parseDay(fact.payload.closedOn) <= asOfDay) return
    venues.push({
      id,
      fact,
      registeredDay: facts[0]!.day,
      hasKeyParts: fact.payload.keyParts === 'yes',
      isMonitored: fact.payload.monitored === 'yes',
      inspection: lastOf(index.about('venue-inspection', id)),
      problems: index.about('venue-problem', id).filter((problem) => !fixed.has(problem.id)),
    })
  })
  return venues
}
