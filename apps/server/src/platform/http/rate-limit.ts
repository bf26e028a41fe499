import { Injectable } from '@nestjs/common'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ActorSource } from '../auth/access.guard.js'
import { bearerToken } from '../auth/bearer.js'
import { Clock } from '../clock.js'
import { Config } from '../config/config.js'
import { DomainError } from '../errors/domain-error.js'
import { isApi } from './api-path.js'
import { WindowCounter } from './window-counter.js'

const WINDOW_MS = 60_000

/**
 * Stops machines, not people. Requests under a token that we signed count by account; the others by address, with room
 * for a whole village behind its operator's NAT: 2,000 people who ask for three things a minute. Counted in each replica
 * for itself, since it protects the replica; what protects a secret is counted in the database (sign-in limits).
 */
@Injectable()
export class RateLimit {
  private readonly counter = new WindowCounter(WINDOW_MS)

  constructor(
    private readonly actors: ActorSource,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError TOO_MANY_REQUESTS */
  count(request: FastifyRequest): void {
    const { ACCOUNT_REQUESTS_PER_MINUTE, ADDRESS_REQUESTS_PER_MINUTE } = this.config.env
    const token = bearerToken(request)
    const accountId = token === undefined ? undefined : this.actors.accountOf(token)
    const [key, limit] =
      accountId === undefined
        ? [request.ip, ADDRESS_REQUESTS_PER_MINUTE]
        : [accountId, ACCOUNT_REQUESTS_PER_MINUTE]
    if (limit > 0 && this.counter.count(key, this.clock.now()) > limit)
      throw new DomainError('TOO_MANY_REQUESTS')
  }
}

/** Counts before anything else is done for a request: before its body is read and before the database is asked. */
export function limitRequests(server: FastifyInstance, limit: RateLimit): void {
  server.addHook('onRequest', (request, _reply, done) => {
    try {
      if (isApi(request)) limit.count(request)
      done()
    } catch (error) {
      done(error as Error)
    }
  })
}
