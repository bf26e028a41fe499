import type { Unit } from './areas.js'
import type { Thing, ThingKind } from './thing.js'

export type Ask = { url: string; payload?: unknown; headers?: Record<string, string> }
/** The village of whoever asks, and what there is in it. */
export type Home = { unit: Unit; first: (kind: ThingKind) => Thing }

/**
 * One way to ask a route for something. What it may answer when the thing is not the asker's:
 * `same` — to the byte what it answers for a thing that does not exist;
 * `silent` — whatever it likes, as long as nothing of another's stands in it;
 * a bare problem — the id was made by a phone and is taken, so that much can be learnt, and nothing else.
 */
export type Probe = {
  kinds: readonly ThingKind[]
  /** @param newId for what the request makes */
  ask: (id: string, home: Home, newId: string, thing: Thing) => Ask
  answer: 'same' | 'silent' | { status: number; code: string }
  /** Whoever works in the thing's area may have it, although it is another account's. */
  isOfArea?: boolean
  /** Why nobody at all is answered otherwise, not even about his own. */
  neverOpens?: string
  /** The server counts these and would soon answer nothing but "too often". Per asker. */
  most?: number
  /** Its file holds the moment at which it was packed, and is never the same twice. */
  isOfMoment?: boolean
}
/** Asked without naming anything of another's. */
export type Plain = {
  ask: (home: Home) => Ask
  isSignedOut?: boolean
  /** Whoever asks is refused: it names what cannot be, and changes nothing. */
  isRefused?: boolean
  /** It tells of the moment, and is never answered twice alike. */
  isOfMoment?: boolean
}
export type RouteProbes = { probes: readonly Probe[]; plain: readonly Plain[] }

export const AREAS = ['village', 'town', 'grid'] as const
export const same = (
  kinds: ThingKind | readonly ThingKind[],
  ask: Probe['ask'],
  more: Partial<Probe> = {},
): Probe => ({ kinds: typeof kinds === 'string' ? [kinds] : kinds, ask, answer: 'same', ...more })
export const get = (
  kinds: ThingKind | readonly ThingKind[],
  url: (id: string) => string,
  more?: Partial<Probe>,
) => same(kinds, (id) => ({ url: url(id) }), more)
export const plain = (url: string, payload?: unknown): Plain => ({
  ask: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
})
export const ofMoment = (url: string): Plain => ({ ask: () => ({ url }), isOfMoment: true })
export const refused = (ask: Plain['ask']): Plain => ({ ask, isRefused: true })
export const route = (...parts: (Probe | Plain)[]): RouteProbes => ({
  probes: parts.filter((part): part is Probe => 'kinds' in part),
  plain: parts.filter((part): part is Plain => !('kinds' in part)),
})
