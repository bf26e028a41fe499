import type { Role } from '../../platform/auth/roles.js'

/** These answer for the whole area and see what everybody in it owes. */
const SEES_ALL: readonly Role[] = ['village-secretary', 'posted-leader', 'county-office']

/** Whose duties a role is shown in its own list; undefined: everybody's. */
export const owedByOf = (role: Role): Role[] | undefined => (SEES_ALL.includes(role) ? undefined : [role])
