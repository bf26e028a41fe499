import { choice, dateToday, number, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A school that stands in the village. @see 四(一)3 */
export const school = defineKind({
  kind: 'school',
  version: 1,
  label: '学校登记',
  shortLabel: '学校登记',
  subject: 'school',
  dateField: 'registeredOn',
  submittedBy: ['village-secretary', 'case-worker', 'teacher', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['registeredOn', 'pupils', 'closedOn'],
  fields: {
    registeredOn: dateToday('登记日期'),
    name: openText('学校名称', 40, { requiredText: '请填学校名称' }),
    stage: choice(
      '学段',
      [
        { value: 'primary', label: '小学' },
        { value: 'middle', label: '初中' },
        { value: 'high', label: '高中' },
        { value: 'whole', label: '九年一贯' },
      ],
      { requiredText: '请选择学段' },
    ),
    pupils: number('学生数', { decides: true, max: 100000 }),
    closedOn: {
      type: 'date',
      label: '停办日期',
      class: 'open',
      optional: true,
      history: true,
      help: '还在办就不填。',
    },
  },
})
