import { Injectable } from '@nestjs/common'
import { ActorSource } from '../../platform/auth/access.guard.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { PERMISSION_SETS } from '../../platform/auth/permissions.js'
import { ROLE_SUBJECTS, type Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { type AccessClaims, AccessTokens } from './access-tokens.js'
import { SessionsRepository } from './sessions.repository.js'

/** Anything else is nobody's appointment; the column compares nothing but ASCII. */
const APPOINTMENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Appointed = { id: string; role: Role; areaCode: string; subjectId: string | null }

@Injectable()
export class SessionActorSource extends ActorSource {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super()
  }

  accountOf(token: string): string | undefined {
    return this.tokens.read(token)?.accountId
  }

  async resolve(
    token: string,
    appointmentId: string | undefined,
    freshness: 'session' | 'token',
  ): Promise<Actor | undefined> {
    const claims = this.tokens.read(token)
    if (!claims) return undefined
    if (appointmentId !== undefined && !APPOINTMENT_ID.test(appointmentId))
      throw new DomainError('APPOINTMENT_NOT_YOURS')
    const standing =
      freshness === 'token'
        ? { authenticatedAt: claims.authenticatedAt, appointment: chosen(claims.appointments, appointmentId) }
        : await this.sessions.standing(this.transactions.read, {
            sessionId: claims.sessionId,
            accountId: claims.accountId,
            appointmentId,
            now: this.clock.now(),
            today: this.clock.today(),
          })
    if (!standing) return undefined
    if (appointmentId !== undefined && !standing.appointment) throw new DomainError('APPOINTMENT_NOT_YOURS')
    return toActor(claims, standing.authenticatedAt, standing.appointment)
  }
}

function chosen(held: readonly Appointed[], id: string | undefined): Appointed | null {
  return (id === undefined ? held[0] : held.find((appointment) => appointment.id === id)) ?? null
}

/** Somebody who acts under one of his appointments, or as a resident. */
export function toActor(
  claims: Pick<AccessClaims, 'accountId' | 'sessionId'>,
  authenticatedAt: Date,
  appointment: Appointed | null,
): Actor {
  const role: Role = appointment?.role ?? 'resident'
  const subjectId = appointment?.subjectId ?? null
  // A manager of no venue, a teacher of no school: nobody's whole village is theirs.
  const isUnbound = ROLE_SUBJECTS[role] !== undefined && subjectId === null
  return {
    accountId: claims.accountId,
    sessionId: claims.sessionId,
    appointmentId: appointment?.id ?? null,
    role,
    areaCode: appointment?.areaCode ?? null,
    scope: appointment && !isUnbound ? AreaScope.of(appointment.areaCode) : AreaScope.none,
    subjectId,
    permissions: PERMISSION_SETS[role],
    authenticatedAt,
  }
}
