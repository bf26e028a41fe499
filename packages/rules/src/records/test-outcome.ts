import { choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** What a positive test turned out to be, on a document. @see 三(二)2 */
export const testOutcome = defineKind({
  kind: 'test-outcome',
  version: 1,
  label: '检测复核结论',
  shortLabel: '复核结论',
  subject: 'person',
  dateField: 'decidedOn',
  submittedBy: ['police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['decidedOn', 'test', 'outcome'],
  fields: {
    decidedOn: dateToday('结论日期', { class: 'case' }),
    test: {
      type: 'record',
      label: '哪一次检测',
      class: 'case',
      prefill: 'duty',
      requiredText: '请选择是哪一次检测',
    },
    outcome: choice(
      '结论',
      [
        { value: 'prescription', label: '用药引起，有处方' },
        { value: 'not-use', label: '公安机关认定没有使用' },
        { value: 'confirmed-use', label: '公安机关认定再次使用' },
      ],
      { class: 'case', decides: true, requiredText: '请选择结论' },
    ),
    document: sourceDocument('处方或公安机关文书的名称、文号。'),
  },
})
