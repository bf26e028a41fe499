import type { Role } from '@/shared/api'

/** Which set of screens a person sees. */
export type RoleGroup = 'village' | 'supervisor' | 'assessor' | 'public'

const GROUP_OF: Record<Role, RoleGroup> = {
  'county-office': 'supervisor',
  'county-assessor': 'assessor',
  'town-office': 'supervisor',
  police: 'supervisor',
  'posted-leader': 'supervisor',
  'village-secretary': 'village',
  'case-worker': 'village',
  'grid-worker': 'village',
  'venue-manager': 'public',
  teacher: 'public',
  resident: 'public',
  'system-admin': 'public',
}

export const roleGroup = (role: Role | undefined): RoleGroup => (role ? GROUP_OF[role] : 'public')

/** Above the villages, and yet with records of their own to make: they open the ledger of the village they look at. */
const VISITORS: readonly Role[] = ['town-office', 'police']
export const isVisitor = (role: Role | null | undefined): boolean => !!role && VISITORS.includes(role)

/** A grid's code is its village's code and more. */
export const VILLAGE_CODE_LENGTH = 12
export const villageOf = (areaCode: string) => areaCode.slice(0, VILLAGE_CODE_LENGTH)
