import type { Role } from '@/shared/api'

const VISITS: readonly Role[] = ['village-secretary', 'case-worker', 'grid-worker', 'town-office']
const DRAWS: readonly Role[] = ['village-secretary', 'town-office']
const ENTERS: readonly Role[] = ['town-office']
const among = (roles: readonly Role[]) => (role: Role | null) => role !== null && roles.includes(role)

/** Sees which numbers were drawn, and asks at home. */
export const mayVisit = among(VISITS)
/** Draws, prints the slips, ends it. */
export const mayDraw = among(DRAWS)
/** Enters what third parties found. */
export const mayEnterSurveys = among(ENTERS)
