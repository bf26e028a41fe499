import { uuidv7 } from 'uuidv7'
import { AccessTokens } from '../../src/modules/accounts/access-tokens.js'
import { AccountsService } from '../../src/modules/accounts/accounts.service.js'
import { AppointmentsService } from '../../src/modules/accounts/appointments.service.js'
import { SessionsRepository } from '../../src/modules/accounts/sessions.repository.js'
import type { Actor } from '../../src/platform/auth/actor.js'
import { AreaScope } from '../../src/platform/auth/area-scope.js'
import { PERMISSION_SETS } from '../../src/platform/auth/permissions.js'
import type { AppointedRole } from '../../src/platform/auth/roles.js'
import type { TestApp } from './app.js'

export type SignedIn = {
  accountId: string
  actor: Actor
  headers: { authorization: string; 'x-client': string }
}

const DAY_MS = 86_400_000

/** An account with at most one appointment and a session that stands, as after signing in just now. */
export async function signIn(
  test: TestApp,
  person: { name: string; role?: AppointedRole; areaCode?: string; from?: string; subjectId?: string },
): Promise<SignedIn> {
  const tx = test.database.dataSource.manager
  const accountId = await test.app
    .get(AccountsService)
    .create(tx, { name: person.name, areaCode: person.areaCode })
  const appointments = test.app.get(AppointmentsService)
  const appointment =
    person.role && person.areaCode
      ? await appointments.appoint(tx, {
          accountId,
          role: person.role,
          areaCode: person.areaCode,
          ...(person.subjectId === undefined ? {} : { subjectId: person.subjectId }),
          from: person.from ?? '2026-01-01',
        })
      : undefined
  const now = test.clock.now()
  const session = { id: uuidv7(), accountId, authenticatedAt: now }
  await test.app.get(SessionsRepository).insert(tx, {
    ...session,
    client: 'h5',
    refreshHash: session.id,
    previousRefreshHash: null,
    rotatedAt: now,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + 30 * DAY_MS),
    revokedAt: null,
    revokedFor: null,
  })
  const { accessToken } = test.app.get(AccessTokens).issue(session, appointment ? [appointment] : [])
  const role = person.role ?? 'resident'
  return {
    accountId,
    headers: { authorization: `Bearer ${accessToken}`, 'x-client': 'h5' },
    actor: {
      accountId,
      sessionId: session.id,
      appointmentId: appointment?.id ?? null,
      role,
      areaCode: appointment?.areaCode ?? null,
      scope: appointment ? AreaScope.of(appointment.areaCode) : AreaScope.none,
      subjectId: appointment?.subjectId ?? null,
      permissions: PERMISSION_SETS[role],
      authenticatedAt: now,
    },
  }
}

/** The same session with a new access token: the old one lives ten minutes. */
export function renew(test: TestApp, person: SignedIn): SignedIn {
  const { sessionId: id, accountId, authenticatedAt } = person.actor
  const { accessToken } = test.app.get(AccessTokens).issue({ id, accountId, authenticatedAt }, [])
  return { ...person, headers: { ...person.headers, authorization: `Bearer ${accessToken}` } }
}
