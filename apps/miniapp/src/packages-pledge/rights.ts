import type { Role } from '@/shared/api'

const KEEPS: readonly Role[] = ['village-secretary', 'case-worker', 'town-office']
const VISITS: readonly Role[] = [...KEEPS, 'grid-worker']
const among = (roles: readonly Role[]) => (role: Role | null) => role !== null && roles.includes(role)

/** Says how many households there are, prints their slips, notes what was signed on paper. */
export const mayKeepHouseholds = among(KEEPS)
/** Sees which numbers are missing, and stands by at the door. */
export const mayVisitHouseholds = among(VISITS)
