import { choice, dateToday, openText, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

export const GROUP_MEMBERS = [
  { value: 'police', label: '驻村民警' },
  { value: 'posted-cadre', label: '驻村同志' },
  { value: 'committee', label: '“两委”干部' },
  { value: 'other', label: '其他' },
] as const

/** The leading group of the village, its office and dedicated person; the newest that is not closed counts. @see 三(三)2 */
export const leadingGroup = defineKind({
  kind: 'leading-group',
  version: 1,
  label: '领导小组',
  shortLabel: '领导小组',
  subject: 'village',
  dateField: 'formedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['formedOn', 'leader', 'deputy', 'members', 'office', 'dedicated', 'closedOn'],
  fields: {
    formedOn: dateToday('成立日期', { history: true }),
    leader: choice(
      '组长是谁',
      [
        { value: 'posted-leader', label: '驻村的镇班子成员' },
        { value: 'other', label: '其他人' },
        { value: 'none', label: '没有或不止一个' },
      ],
      { decides: true, requiredText: '请选择组长是谁' },
    ),
    deputy: choice(
      '副组长里有村书记吗',
      [
        { value: 'secretary', label: '有' },
        { value: 'other', label: '没有' },
      ],
      { decides: true, requiredText: '请选择副组长里有没有村书记' },
    ),
    members: {
      type: 'multi',
      label: '成员',
      class: 'open',
      decides: true,
      min: 1,
      options: GROUP_MEMBERS,
      requiredText: '请选择成员',
    },
    office: yesNo('有办事机构吗', '请选择有没有办事机构'),
    dedicated: yesNo('有专人负责吗', '请选择有没有专人负责'),
    closedOn: {
      type: 'date',
      label: '结束日期',
      class: 'open',
      optional: true,
      history: true,
      help: '还在工作就不填。',
    },
    document: openText('成立文件', 60, { optional: true }),
  },
})
