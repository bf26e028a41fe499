import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import type { Actor } from './actor.js'
import type { Permission } from './permissions.js'

/** How a route may be reached. A route without one of these is refused to everybody. */
export type AccessRule =
  | { kind: 'public'; freshness: 'session' | 'token' }
  /** `freshness: 'token'` trusts the signed token alone (≤ 10 minutes old); `'session'` also asks the database whether the session and the appointment still stand. */
  | { kind: 'permission'; permission: Permission; freshness: 'session' | 'token' }

export const ACCESS_RULE = 'dfv:access-rule'

/** Anyone, without signing in. `freshness` is how closely a token that was sent all the same is looked at. */
export const Public = (freshness: 'session' | 'token' = 'session') =>
  SetMetadata(ACCESS_RULE, { kind: 'public', freshness } satisfies AccessRule)

/** Signed-in people whose present role has the permission. */
export const RequirePermission = (permission: Permission, freshness: 'session' | 'token' = 'session') =>
  SetMetadata(ACCESS_RULE, { kind: 'permission', permission, freshness } satisfies AccessRule)

export type ActorRequest = FastifyRequest & { actor?: Actor }

/** The actor of the request. On a public route: present only when a valid token was sent. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined => {
    return context.switchToHttp().getRequest<ActorRequest>().actor
  },
)
