import type { AreaScope } from './area-scope.js'
import type { Permission } from './permissions.js'
import type { Role } from './roles.js'

/** Who acts in a request, under which one appointment. */
export type Actor = {
  readonly accountId: string
  readonly sessionId: string
  readonly appointmentId: string | null
  readonly role: Role
  /** Area of the appointment; null for a resident. */
  readonly areaCode: string | null
  readonly scope: AreaScope
  /** The one venue or school of the appointment; null for a role that works for its whole area. */
  readonly subjectId: string | null
  readonly permissions: ReadonlySet<Permission>
  /** When the person last proved who he is in this session. */
  readonly authenticatedAt: Date
}
