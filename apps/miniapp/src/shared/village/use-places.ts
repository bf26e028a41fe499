import { type PlaceKind, type PlaceView, placeFold } from '@dfv/rules'
import type { Village } from './use-village'

type Source = Pick<Village, 'ledger' | 'asOf' | 'policies'>

export const PLACE_KINDS: readonly PlaceKind[] = ['venue', 'grid', 'site', 'school']

/** The registers of venues, grids, sites and schools as the records on this phone tell; closed ones too. */
export type Places = Record<PlaceKind, readonly PlaceView[]>

let kept: { ledger: unknown; policies: unknown; asOf: string; places: Places } | null = null

/** Folded once for a ledger, a policy and a day. */
export function placesOf({ ledger, asOf, policies }: Source): Places {
  if (kept?.ledger === ledger && kept.policies === policies && kept.asOf === asOf) return kept.places
  const fold = (type: PlaceKind) => placeFold(ledger, type, { asOf, policies })
  const places = { venue: fold('venue'), grid: fold('grid'), site: fold('site'), school: fold('school') }
  kept = { ledger, policies, asOf, places }
  return places
}

export const placeOf = (village: Source, id: string): PlaceView | undefined => {
  const places = placesOf(village)
  for (const type of PLACE_KINDS) {
    const found = places[type].find((place) => place.id === id)
    if (found) return found
  }
  return undefined
}
