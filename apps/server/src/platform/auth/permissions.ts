import type { Role } from './roles.js'

/** Closed vocabulary. A route names one of these; the table below gives them to roles; the documentation prints it. */
export const PERMISSIONS = {
  'self.read': '看自己的账号、消息和已授权的身份',
  'session.approve': '用手机确认电脑登录',
  'appointment.manage': '开通、结束工作账号',
  'record.submit': '提交记录',
  'record.read': '看记录',
  'record.review': '审核别人提交的记录',
  'record.remark': '给待审、退回的记录留言',
  'import.run': '用表格批量录入',
  'handIn.take': '收手机存成文件交来的记录',
  'village.start': '定一个村开始用系统的日期',
  'person.read': '看名册和档案（编号）',
  'place.read': '看场所、网格、教育阵地、学校的台账',
  'person.reveal': '按用途查看姓名、电话',
  'person.readings': '看谁查看过一个人的姓名、电话',
  'ledger.read': '把本村台账（编号）存到手机',
  'score.read': '看评分和依据',
  'obligation.read': '看应办的事',
  'overview.read': '看各村总体情况',
  'quiz.take': '答题',
  'class.hold': '在本校开课、看课堂',
  'venue.manage': '看自己的场所，管从业人员名册',
  'pledge.sign': '看和签自己的承诺书',
  'pledge.manage': '发起承诺书、看签署情况',
  'pledge.office': '改承诺书文本、撤回已封存的、看没封存好的',
  'export.run': '导出、打印台账',
  'audit.read': '看查阅记录',
  'feedback.answer': '看和答复写给本办的意见',
} as const

export type Permission = keyof typeof PERMISSIONS

const SELF: readonly Permission[] = ['self.read', 'session.approve', 'quiz.take', 'pledge.sign']
const VILLAGE_WORK: readonly Permission[] = [
  ...SELF,
  'record.submit',
  'record.read',
  'record.remark',
  'person.read',
  'place.read',
  'ledger.read',
  'score.read',
  'obligation.read',
]

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  'county-office': [
    ...SELF,
    'appointment.manage',
    'record.submit',
    'overview.read',
    'score.read',
    'obligation.read',
    'audit.read',
    'feedback.answer',
  ],
  'county-assessor': [...SELF, 'overview.read', 'score.read'],
  'town-office': [
    ...VILLAGE_WORK,
    'person.reveal',
    'person.readings',
    'record.review',
    'export.run',
    'import.run',
    'handIn.take',
    'village.start',
    'overview.read',
    'appointment.manage',
    'pledge.manage',
    'pledge.office',
    'audit.read',
    'feedback.answer',
  ],
  police: [...VILLAGE_WORK, 'person.reveal', 'record.review', 'export.run', 'overview.read'],
  'posted-leader': [...VILLAGE_WORK, 'export.run', 'overview.read'],
  'village-secretary': [
    ...VILLAGE_WORK,
    'person.reveal',
    'person.readings',
    'export.run',
    'import.run',
    'pledge.manage',
  ],
  'case-worker': [...VILLAGE_WORK, 'person.reveal', 'export.run', 'import.run'],
  'grid-worker': [...VILLAGE_WORK],
  // Of one venue or school alone; the kinds say which records they may send.
  'venue-manager': [...SELF, 'place.read', 'record.submit', 'venue.manage'],
  teacher: [...SELF, 'place.read', 'record.submit', 'class.hold'],
  resident: [...SELF],
  'system-admin': ['self.read', 'session.approve'],
}

export const PERMISSION_SETS = Object.fromEntries(
  Object.entries(ROLE_PERMISSIONS).map(([role, permissions]) => [role, new Set(permissions)]),
) as unknown as Record<Role, ReadonlySet<Permission>>
