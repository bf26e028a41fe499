import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors/domain-error.js'

/** How old a proof of identity may be for what must be done by the person himself. */
export const FRESH_MS = 5 * 60_000

@Injectable()
export class SessionService {
  constructor(private readonly clock: Clock) {}

  /** @throws DomainError RECHECK_REQUIRED when the person last proved who he is more than five minutes ago */
  assertFresh(actor: Actor): void {
    if (this.clock.now().getTime() - actor.authenticatedAt.getTime() > FRESH_MS)
      throw new DomainError('RECHECK_REQUIRED')
  }
}
