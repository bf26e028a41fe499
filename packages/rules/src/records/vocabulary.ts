/** The statuses of a person, one at a time; a later one ends the earlier, except that `detained` only suspends it. */
export const STATUSES = [
  { value: 'community-treatment', label: '社区戒毒' },
  { value: 'community-rehabilitation', label: '社区康复' },
  { value: 'helped', label: '出所帮教' },
  { value: 'voluntary-treatment', label: '自愿戒毒' },
  { value: 'medication-maintenance', label: '药物维持治疗' },
  { value: 'compulsory-isolation', label: '强制隔离戒毒' },
  { value: 'detained', label: '羁押' },
  { value: 'imprisoned', label: '服刑' },
  { value: 'missing', label: '联系不上' },
  { value: 'out-of-control', label: '没有措施在执行' },
  { value: 'abroad', label: '出国(境)' },
  { value: 'moved-out', label: '户口迁出' },
  { value: 'deceased', label: '去世' },
] as const

export type Status = (typeof STATUSES)[number]['value']

export const MEMBER_KINDS = [
  { value: 'family', label: '家里人' },
  { value: 'village-cadre', label: '村干部' },
  { value: 'police', label: '民警' },
  { value: 'medical', label: '医务人员' },
  { value: 'volunteer', label: '禁毒志愿者' },
  { value: 'social-worker', label: '专职工作人员或社工' },
] as const

export type MemberKind = (typeof MEMBER_KINDS)[number]['value']

export const DOCUMENTS = [
  { value: 'work-plan', label: '创建工作方案' },
  { value: 'basic-profile', label: '基本情况简介' },
  { value: 'responsibility', label: '目标责任制' },
  { value: 'activity-schedule', label: '活动安排表' },
  { value: 'ledger-catalogue', label: '台账目录' },
  { value: 'village-rules', label: '村规民约' },
  { value: 'customs-reform', label: '移风易俗记录' },
] as const

export type DocumentType = (typeof DOCUMENTS)[number]['value']

export const OFFICE_ITEMS = [
  { value: 'office', label: '固定办公场所' },
  { value: 'facilities', label: '办公设施' },
  { value: 'board', label: '宣传栏' },
] as const

/** By number only: the town office confirms the words (待核定). */
export const BOTTOM_LINES = [
  { value: 'line-1', label: '第一条' },
  { value: 'line-2', label: '第二条' },
  { value: 'line-3', label: '第三条' },
  { value: 'line-4', label: '第四条' },
  { value: 'line-5', label: '第五条' },
] as const

/** What the regulation calls a grave breach, and the failure to report in. @see 戒毒条例 第十四、二十条 */
export const REPORT_MATTERS = [
  { value: 'not-reported-in', label: '没有按期报到' },
  { value: 'new-use', label: '认定再次使用' },
  { value: 'refusals', label: '三次以上没有接受检测' },
  { value: 'absences', label: '没批准离开' },
] as const

export type ReportMatter = (typeof REPORT_MATTERS)[number]['value']
