import type { IsoDate } from '../core/iso-date.ts'
import { villageObligations } from '../obligations/obligations.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'
import type { Payload } from '../records/record-kind.ts'
import { type PlaceKind, REGISTERING } from '../records/subjects.ts'
import type { MissedWindow, Obligation } from '../scorecard.ts'
import type { Fact } from './read-ledger.ts'
import { type AsOf, openVillage, type Village } from './village.ts'

/** A venue, grid, site or school as its records tell. */
export type PlaceView = {
  id: string
  type: PlaceKind
  name: string
  registeredOn: IsoDate
  /** The day it closed or was given up; null while it has not. */
  endedOn: IsoDate | null
  /** The newest description and what it says, without words of its own. */
  recordId: string
  facts: Payload
  duties: Obligation[]
  missed: MissedWindow[]
}

/** Texts are read on the record itself. */
function factsOf({ kind, payload }: Fact): Payload {
  const facts: Payload = {}
  const { texts } = KIND_OUTLINES[kind]
  for (const name of Object.keys(payload)) if (!texts.includes(name)) facts[name] = payload[name]
  return facts
}

function endOf({ payload }: Fact, asOf: IsoDate): IsoDate | null {
  const { closedOn } = payload
  return typeof closedOn === 'string' && closedOn <= asOf ? closedOn : null
}

/** Every venue, grid, site or school of a village, closed ones too, in the order of ids. */
export function placesOf(village: Village, type: PlaceKind): PlaceView[] {
  const { open, missed } = villageObligations(village)
  const views: PlaceView[] = []
  village.index.bySubject(REGISTERING[type]).forEach((facts, id) => {
    const newest = facts[facts.length - 1]!
    views.push({
      id,
      type,
      name: newest.payload.name as string,
      registeredOn: facts[0]!.on,
      endedOn: endOf(newest, village.asOf),
      recordId: newest.id,
      facts: factsOf(newest),
      duties: open.filter(({ subjectId }) => subjectId === id),
      missed: missed.filter(({ subjectId }) => subjectId === id),
    })
  })
  return views
}

/** The same from a ledger. @throws RangeError when `asOf` is not a date */
export const placeFold = (ledger: unknown, type: PlaceKind, asOf: AsOf): PlaceView[] =>
  placesOf(openVillage(ledger, asOf), type)
