/** Appointed roles and what people call them. A person without an appointment acts as `resident`. */
export const ROLE_LABELS = {
  'county-office': '市禁毒办',
  'county-assessor': '市考评',
  'town-office': '镇禁毒办',
  police: '派出所',
  'posted-leader': '驻村领导',
  'village-secretary': '村书记',
  'case-worker': '专干',
  'grid-worker': '网格员',
  'venue-manager': '场所负责人',
  teacher: '老师',
  resident: '群众',
  'system-admin': '系统管理员',
} as const

export type Role = keyof typeof ROLE_LABELS
/** Every role but the one that needs no appointment. */
export type AppointedRole = Exclude<Role, 'resident'>
export const ROLES = Object.keys(ROLE_LABELS) as Role[]

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
  teacher: ['village', 'town'],
  'system-admin': ['county'],
}

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
