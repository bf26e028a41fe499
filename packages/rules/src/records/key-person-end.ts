import { choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A person is no longer a key person. @see 三(二)6 */
export const keyPersonEnd = defineKind({
  kind: 'key-person-end',
  version: 1,
  label: '重点人员撤销',
  shortLabel: '撤销重点',
  subject: 'person',
  dateField: 'endedOn',
  submittedBy: ['police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['endedOn'],
  fields: {
    endedOn: dateToday('撤销日期', { class: 'case' }),
    reason: choice(
      '原因',
      [
        { value: 'three-years', label: '戒断满三年' },
        { value: 'document', label: '公安机关文书' },
        { value: 'deceased', label: '去世' },
        { value: 'moved', label: '转到外地' },
        { value: 'mistake', label: '登记有误' },
      ],
      { class: 'case', requiredText: '请选择原因' },
    ),
    document: sourceDocument('文书的名称、文号，没有可以不填。', { optional: true }),
  },
})
