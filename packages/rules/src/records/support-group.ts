import { caseText, choice, dateToday, NO_FAMILY_REASONS } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'
import { MEMBER_KINDS } from './vocabulary.ts'

/** Who helps one person. A change of members is a revision, a new group after an end is a new record. @see 三(二)4 */
export const supportGroup = defineKind({
  kind: 'support-group',
  version: 1,
  label: '帮教小组',
  shortLabel: '小组',
  subject: 'person',
  dateField: 'formedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['formedOn', 'members', 'noFamilyReason', 'closedOn'],
  fields: {
    formedOn: dateToday('成立日期', { class: 'case', history: true }),
    members: {
      type: 'multi',
      label: '小组里有哪些人',
      class: 'case',
      decides: true,
      options: MEMBER_KINDS,
      min: 1,
      help: '至少要有家里人、村干部、民警。',
      requiredText: '请选择小组里有哪些人',
    },
    noFamilyReason: choice('没有家里人参加的原因', NO_FAMILY_REASONS, {
      class: 'case',
      optional: true,
      help: '小组里没有家里人时要填。',
    }),
    memberNames: caseText('成员姓名', 200, { optional: true, help: '加密保存，只有小组成员和镇里能看。' }),
    closedOn: {
      type: 'date',
      label: '结束日期',
      class: 'case',
      optional: true,
      history: true,
      help: '小组还在工作就不填。',
    },
    note: caseText('要补充的话', 200, { optional: true, multiline: true }),
  },
  check: ({ formedOn, closedOn, members, noFamilyReason }) => {
    const issues: Issue[] = []
    if (typeof formedOn === 'string' && typeof closedOn === 'string' && closedOn < formedOn)
      issues.push({ path: ['closedOn'], code: 'before', params: { other: 'formedOn' } })
    if (Array.isArray(members) && members.includes('family') && noFamilyReason !== undefined)
      issues.push({ path: ['noFamilyReason'], code: 'hiddenField' })
    return issues
  },
})
