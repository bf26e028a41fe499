import type { Role } from '@/shared/api'

export const roleNames: Record<Role, string> = {
  'county-office': '市禁毒办',
  'county-assessor': '市考评',
  'town-office': '镇禁毒办',
  police: '派出所民警',
  'posted-leader': '驻村领导',
  'village-secretary': '村书记',
  'case-worker': '专干',
  'grid-worker': '网格员',
  'venue-manager': '场所负责人',
  teacher: '老师',
  resident: '群众',
  'system-admin': '系统管理员',
}
