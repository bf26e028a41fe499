import { uuidv7 } from 'uuidv7'
import { townCode } from '../../src/platform/auth/area-scope.js'
import { UNITS } from './areas.js'
import type { Probe } from './probe.js'
import { type Person, worksIn } from './staff.js'
import type { Thing } from './thing.js'
import type { Prober } from './world.js'

/** Whether somebody may not even know that a thing is there. */
export function isForeign(thing: Thing, person: Person, probe?: Probe): boolean {
  const { actor, accountId } = person.who
  if (thing.owner !== undefined)
    return thing.owner !== accountId && !(probe?.isOfArea && isNear(person, thing.areaCode))
  // A letter is for the office it was written to, a grid for whoever is above or in it.
  if (thing.kind === 'letter')
    return thing.areaCode !== actor.areaCode && thing.author !== person.who.accountId
  if (thing.kind === 'grid') return !actor.scope.contains(thing.areaCode)
  // Whoever holds one place works for nothing else of the village.
  if (thing.isOfSubject || (actor.subjectId !== null && !isOfAll(thing)))
    return actor.subjectId === null || thing.subjectId !== actor.subjectId
  const isReader = thing.readers === undefined || thing.readers.includes(person.role)
  return !worksIn(person, thing.areaCode) || !isReader
}

/** What everybody of a village may name. */
const isOfAll = ({ kind }: Thing): boolean => kind === 'village' || kind === 'town' || kind === 'appointment'

/** In the area where somebody works, or above it: whoever works for the town works for its villages. */
const isNear = (person: Person, areaCode: string): boolean =>
  worksIn(person, areaCode) || (person.who.actor.areaCode ?? '').startsWith(areaCode)

/** An id that nothing has, like the thing's own in every other respect. */
export function absentLike({ kind, id }: Thing): string {
  if (kind === 'village') return `${townCode(id)}888`
  if (kind === 'town') return `${id.slice(0, 6)}888`
  if (kind === 'grid') return `${id.slice(0, 12)}G888`
  if (kind === 'name') return `无记${id.slice(2)}`
  if (kind === 'code') return id.replace(/\d+$/, '88')
  return kind === 'verify-code' ? 'XXXX-XXXX-XXXX' : uuidv7()
}

/** What must never stand in an answer to somebody: ids and words of areas that are not his. */
export function foreignWords(things: readonly Thing[], { person, home }: Prober): ReadonlySet<string> {
  const words = new Set<string>()
  for (const thing of things)
    if (isForeign(thing, person) && !isKnownNear(person, thing) && !isPublic(thing)) words.add(thing.id)
  for (const { village, mark } of UNITS)
    if (village !== home.unit.village && !worksIn(person, village)) words.add(mark)
  return words
}

/** Where one works, things may be named that are another's; but not to whoever holds one place, nor what is that place's. */
const isKnownNear = (person: Person, { areaCode, isOfSubject, owner }: Thing): boolean =>
  isNear(person, areaCode) && !isOfSubject && (person.who.actor.subjectId === null || owner !== undefined)

/** Codes of areas are known to everybody; a code on a printed pledge may be asked for by anybody. */
const isPublic = ({ kind }: Thing): boolean =>
  kind === 'village' || kind === 'town' || kind === 'grid' || kind === 'verify-code'
