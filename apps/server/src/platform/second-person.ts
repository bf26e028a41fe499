import type { Actor } from './auth/actor.js'
import { DomainError } from './errors/domain-error.js'
import type { ErrorCode } from './errors/error-codes.js'

/** What one person writes and another lets take effect: a policy, an official result, the review of a year. */
export type TwoPersonAct<State extends string> = {
  state: State
  /** Account of whoever wrote it. */
  author: string | null
  /** Account of whoever let it take effect, or sent it back. */
  settledBy: string | null
}

/** Nobody is his own second person, whatever posts he holds. */
export const isSecondPerson = (author: string | null, { accountId }: Pick<Actor, 'accountId'>): boolean =>
  author !== accountId

/** @throws DomainError `own` for whoever wrote it */
export function assertSecondPerson(
  author: string | null,
  actor: Pick<Actor, 'accountId'>,
  own: ErrorCode,
): void {
  if (!isSecondPerson(author, actor)) throw new DomainError(own)
}

/**
 * Whether this person has settled it so before: the answer got lost, and asking again changes nothing.
 * @param open the state in which it waits
 * @throws DomainError `settled` when it waits no more
 */
export function isSettledAlready<State extends string>(
  act: TwoPersonAct<State>,
  { accountId }: Pick<Actor, 'accountId'>,
  { open, to, settled }: { open: State; to: State; settled: ErrorCode },
): boolean {
  if (act.state === to && act.settledBy === accountId) return true
  if (act.state !== open) throw new DomainError(settled)
  return false
}
