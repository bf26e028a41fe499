import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { PERMISSION_SETS } from '../../platform/auth/permissions.js'
import { CAST, type CastKey } from '../seed-data/demo-town.js'
import { castAccountId, castAppointmentId } from './cast-ids.js'

const MEMBERS = new Map(CAST.map((member) => [member.key, member]))
/** No session of anybody: the seed acts without signing in. */
const SEED_SESSION = '01900000-0000-7000-8000-000000000000'

/**
 * A member of the cast as the services know those who act.
 * @param subjectId the venue or school of his post
 */
export function castActor(key: CastKey, at: Date, subjectId: string | null = null): Actor {
  const post = MEMBERS.get(key)?.posts[0]
  const role = post?.role ?? 'resident'
  return {
    accountId: castAccountId(key),
    sessionId: SEED_SESSION,
    appointmentId: post ? castAppointmentId(key, 0) : null,
    role,
    areaCode: post?.areaCode ?? null,
    scope: post ? AreaScope.of(post.areaCode) : AreaScope.none,
    subjectId,
    permissions: PERMISSION_SETS[role],
    authenticatedAt: at,
  }
}

/** A resident who answers a quiz. */
export const residentActor = (accountId: string, at: Date): Actor => ({
  accountId,
  sessionId: SEED_SESSION,
  appointmentId: null,
  role: 'resident',
  areaCode: null,
  scope: AreaScope.none,
  subjectId: null,
  permissions: PERMISSION_SETS.resident,
  authenticatedAt: at,
})
