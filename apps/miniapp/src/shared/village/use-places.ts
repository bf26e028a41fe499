import { type PlaceKind, type PlaceView, placeFold } from '@dfv/rules'
import type { Village } from './use-village'

export const PLACE_KINDS: readonly PlaceKind[] = ['venue', 'grid', 'site', 'school']

let kept: { ledger: unknown; asOf: string; places: ReadonlyMap<PlaceKind, PlaceView[]> } | null = null

const inUseFirst = (a: PlaceView, b: PlaceView) =>
  Number(a.endedOn !== null) - Number(b.endedOn !== null) || (a.name < b.name ? -1 : 1)

/** Venues, grids, education sites and schools as the records tell; folded once for a ledger and a day. */
export function placesOf({ ledger, asOf }: Village): ReadonlyMap<PlaceKind, PlaceView[]> {
  if (kept?.ledger === ledger && kept.asOf === asOf) return kept.places
  const places = new Map(
    PLACE_KINDS.map((type) => [type, placeFold(ledger, type, { asOf }).sort(inUseFirst)] as const),
  )
  kept = { ledger, asOf, places }
  return places
}

export const placeIn = (village: Village, id: string): PlaceView | undefined =>
  PLACE_KINDS.flatMap((type) => placesOf(village).get(type) ?? []).find((place) => place.id === id)
