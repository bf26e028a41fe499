import { caseNote, dateToday, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The other village takes the person over from this day. The same record stands in both ledgers. @see 三(一) */
export const transferAcceptance = defineKind({
  kind: 'transfer-acceptance',
  version: 1,
  label: '接收转入',
  shortLabel: '接收',
  subject: 'person',
  dateField: 'acceptedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['acceptedOn', 'fromArea', 'toArea', 'agreement'],
  fields: {
    acceptedOn: dateToday('接收日期', { class: 'case' }),
    fromArea: {
      type: 'area',
      label: '从哪个村来',
      class: 'case',
      help: '行政区划代码',
      requiredText: '请填从哪个村来',
    },
    toArea: {
      type: 'area',
      label: '哪个村接收',
      class: 'case',
      help: '行政区划代码',
      requiredText: '请填哪个村接收',
    },
    agreement: yesNo('签了新的协议吗', '请选择签了新的协议没有', {
      class: 'case',
      help: '社区戒毒、社区康复的人，转入后要签新的协议。',
    }),
    note: caseNote(),
  },
})
