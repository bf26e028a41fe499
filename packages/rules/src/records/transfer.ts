import { caseNote, choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A village proposes that another takes a person over; he stays until it has accepted. @see 三(一) */
export const transfer = defineKind({
  kind: 'transfer',
  version: 1,
  label: '转出申请',
  shortLabel: '转出',
  subject: 'person',
  dateField: 'proposedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['proposedOn'],
  fields: {
    proposedOn: dateToday('申请日期', { class: 'case' }),
    toArea: {
      type: 'area',
      label: '转到哪个村',
      class: 'case',
      help: '行政区划代码',
      requiredText: '请填转到哪个村',
    },
    reason: choice(
      '原因',
      [
        { value: 'moved', label: '搬家' },
        { value: 'work', label: '外出务工' },
        { value: 'procedure', label: '变更执行地' },
        { value: 'other', label: '其他' },
      ],
      { class: 'case', requiredText: '请选择原因' },
    ),
    document: sourceDocument('变更执行地等文书的文号，没有可以不填。', { optional: true }),
    note: caseNote(),
  },
})
