import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import { DomainError } from '../errors/domain-error.js'
import { LOG } from '../log.token.js'
import type { Log } from '../logging.js'
import { ACCESS_RULE, type AccessRule, type ActorRequest } from './access.decorators.js'
import type { Actor } from './actor.js'
import { bearerToken } from './bearer.js'

/** Turns a token into an actor; the accounts module implements it. */
export abstract class ActorSource {
  /** @returns the account that a token of ours names, by its signature alone; undefined when it is forged or expired */
  abstract accountOf(token: string): string | undefined

  /**
   * @param appointmentId the appointment asked for in `X-Appointment`
   * @returns undefined when the token is not valid or expired, or its session was ended
   * @throws DomainError APPOINTMENT_NOT_YOURS when the appointment asked for is another's or no longer holds
   */
  abstract resolve(
    token: string,
    appointmentId: string | undefined,
    freshness: 'session' | 'token',
  ): Promise<Actor | undefined>
}

/** Denies whatever is not explicitly opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, context.getHandler())
    if (!rule) {
      this.log.error(
        { handler: `${context.getClass().name}.${context.getHandler().name}` },
        'route has no access rule',
      )
      throw new DomainError('FORBIDDEN')
    }
    const request = context.switchToHttp().getRequest<ActorRequest>()
    request.actor = await this.actorOf(request, rule)
    if (rule.kind === 'public') return true
    if (!request.actor) throw new DomainError('SIGN_IN_REQUIRED')
    if (!request.actor.permissions.has(rule.permission)) throw new DomainError('FORBIDDEN')
    return true
  }

  private async actorOf(request: ActorRequest, rule: AccessRule): Promise<Actor | undefined> {
    const token = bearerToken(request)
    if (token === undefined) return undefined
    const header = request.headers['x-appointment']
    const appointmentId = typeof header === 'string' && header !== '' ? header : undefined
    try {
      return await this.actors.resolve(token, appointmentId, rule.freshness)
    } catch (error) {
      // A public route works for everybody, so an appointment that has ended must not close it.
      if (rule.kind !== 'public' || !(error instanceof DomainError)) throw error
      return this.actors.resolve(token, undefined, rule.freshness)
    }
  }
}
