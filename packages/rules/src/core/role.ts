/** Who acts. An account holds appointments: role @ area, from–to. */
export type Role =
  | 'county-office'
  | 'county-assessor'
  | 'town-office'
  | 'police'
  | 'posted-leader'
  | 'village-secretary'
  | 'case-worker'
  | 'grid-worker'
  | 'venue-manager'
  | 'teacher'
  | 'resident'
  | 'system-admin'
