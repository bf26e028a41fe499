import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { workScope } from '../registers/file-access.js'

/** Where an actor may read scores and duties: his area; for a grid worker the whole village, whose ledger his phone holds. */
export function readableScope(actor: Actor): AreaScope {
  return workScope(actor)
}

/**
 * The part of an area that the actor may read. A wider area is cut to his own.
 * @throws DomainError NOT_FOUND when they have nothing in common
 */
export function readablePart(actor: Actor, under: string): AreaScope {
  const own = readableScope(actor)
  const asked = AreaScope.of(under)
  if (own.contains(under)) return asked
  if (asked.contains(own.from)) return own
  throw notFound()
}
