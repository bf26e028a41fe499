/** Who may act. An account holds appointments: role @ area, from–to. */
export const ROLES = [
  'county-office',
  'county-assessor',
  'town-office',
  'police',
  'posted-leader',
  'village-secretary',
  'case-worker',
  'grid-worker',
  'venue-manager',
  'teacher',
  'resident',
  'system-admin',
] as const

export type Role = (typeof ROLES)[number]
