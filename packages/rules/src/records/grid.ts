import { dateToday, number, openText, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A grid of the village with its boundary. @see 三(二)9 */
export const grid = defineKind({
  kind: 'grid',
  version: 1,
  label: '网格登记',
  shortLabel: '网格登记',
  subject: 'grid',
  dateField: 'registeredOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['registeredOn', 'bounded', 'closedOn', 'households'],
  fields: {
    registeredOn: dateToday('登记日期'),
    name: openText('网格名称', 40, { requiredText: '请填网格名称' }),
    bounded: yesNo('界线画清了吗', '请选择界线画清了没有', { help: '和旁边的网格不重、不漏。' }),
    boundary: openText('四至', 200, { optional: true, multiline: true }),
    households: number('户数', { optional: true }),
    closedOn: {
      type: 'date',
      label: '撤销日期',
      class: 'open',
      optional: true,
      history: true,
      help: '还在用就不填。',
    },
  },
})
