import type { Role } from '@/shared/api'

const EXPORTERS: readonly Role[] = [
  'town-office',
  'police',
  'posted-leader',
  'village-secretary',
  'case-worker',
]

/** Whether the role finds the way to exports. What it may export the server decides. */
export const mayExport = (role: Role | null): boolean => role !== null && EXPORTERS.includes(role)
