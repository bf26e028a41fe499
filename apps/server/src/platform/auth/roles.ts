import { type PlaceKind, ROLES, type Role, roleLabel } from '@dfv/rules'

export { ROLES, type Role }

/** What people call each role. A person without an appointment acts as `resident`. */
export const ROLE_LABELS = Object.fromEntries(ROLES.map((role) => [role, roleLabel(role)])) as Record<
  Role,
  string
>

/** Every role but the one that needs no appointment. */
export type AppointedRole = Exclude<Role, 'resident'>

/** The level of area at which a role may be appointed. */
export const ROLE_LEVELS: Record<AppointedRole, readonly AreaLevel[]> = {
  'county-office': ['county'],
  'county-assessor': ['county'],
  'town-office': ['town'],
  police: ['town', 'village'],
  'posted-leader': ['village'],
  'village-secretary': ['village'],
  'case-worker': ['town', 'village'],
  'grid-worker': ['village', 'grid'],
  'venue-manager': ['village'],
  teacher: ['village'],
  'system-admin': ['county'],
}

/**
 * Roles that are held for one venue or school, and the type of it: whoever holds one reads and writes about that alone,
 * never about its neighbour, and nothing of the village.
 */
export const ROLE_SUBJECTS: Partial<Record<Role, PlaceKind>> = { 'venue-manager': 'venue', teacher: 'school' }

/** Outermost first. */
export const AREA_LEVELS = ['province', 'city', 'county', 'town', 'village', 'grid'] as const

export type AreaLevel = (typeof AREA_LEVELS)[number]

/** Who may appoint whom. Nobody appoints his own rank or a higher one; the first office comes from the command line. */
export const APPOINTS: Partial<Record<Role, readonly AppointedRole[]>> = {
  'county-office': ['county-assessor', 'town-office'],
  'town-office': [
    'police',
    'posted-leader',
    'village-secretary',
    'case-worker',
    'grid-worker',
    'venue-manager',
    'teacher',
  ],
}
