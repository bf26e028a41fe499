import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { ActorRequest } from '../auth/access.decorators.js'
import { Clock } from '../clock.js'
import { Config } from '../config/config.js'
import { DomainError } from '../errors/domain-error.js'
import { WindowCounter } from './window-counter.js'

const WINDOW_MS = 60_000

/**
 * Stops machines, not people. Signed-in requests count by account; the others by address, with room for a whole village
 * behind its operator's NAT: 2,000 people who ask for three things a minute. Counted in each replica for itself, since
 * it protects the replica; what protects a secret is counted in the database (sign-in limits).
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly counter: WindowCounter

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.counter = new WindowCounter(WINDOW_MS)
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActorRequest>()
    const { ACCOUNT_REQUESTS_PER_MINUTE, ADDRESS_REQUESTS_PER_MINUTE } = this.config.env
    const [key, limit] = request.actor
      ? [request.actor.accountId, ACCOUNT_REQUESTS_PER_MINUTE]
      : [request.ip, ADDRESS_REQUESTS_PER_MINUTE]
    if (limit > 0 && this.counter.count(key, this.clock.now()) > limit)
      throw new DomainError('TOO_MANY_REQUESTS')
    return true
  }
}
