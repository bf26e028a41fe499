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

const OFFICES: readonly Role[] = ['town-office', 'county-office']
/** Who orders a village to mend something, and closes it. The server decides; this only hides what it would refuse. */
export const mayIssueOrders = (role: Role | null): boolean => !!role && OFFICES.includes(role)
/** Who sees orders: the offices, and those who answer for a village. */
const ORDER_READERS: readonly Role[] = [...OFFICES, 'posted-leader', 'village-secretary', 'case-worker']
export const readsOrders = (role: Role | null): boolean => !!role && ORDER_READERS.includes(role)

/** Who gives the second yes to a record. */
export const reviewsRecords = isVisitor
/** Who enters official results is not shown what the villages still have to do. */
export const readsDuties = (role: Role | null): boolean => role !== 'county-assessor'

/** A grid's code is its village's code and more. */
export const VILLAGE_CODE_LENGTH = 12
export const villageOf = (areaCode: string) => areaCode.slice(0, VILLAGE_CODE_LENGTH)
