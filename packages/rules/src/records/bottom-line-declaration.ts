import { choice, dateToday, optionalNote, yearField } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { BOTTOM_LINES } from './vocabulary.ts'

/** The village declares of a quarter which bottom lines it kept. @see 三(二)10 */
export const bottomLineDeclaration = defineKind({
  kind: 'bottom-line-declaration',
  version: 1,
  label: '守住底线报告',
  shortLabel: '底线报告',
  subject: 'village',
  dateField: 'declaredOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['declaredOn', 'year', 'quarter', 'kept'],
  fields: {
    declaredOn: dateToday('报告日期'),
    year: yearField(),
    quarter: choice(
      '哪个季度',
      [
        { value: '1', label: '1—3月' },
        { value: '2', label: '4—6月' },
        { value: '3', label: '7—9月' },
        { value: '4', label: '10—12月' },
      ],
      { prefill: 'duty', requiredText: '请选择哪个季度' },
    ),
    kept: {
      type: 'multi',
      label: '守住了哪几条',
      class: 'open',
      decides: true,
      min: 1,
      options: BOTTOM_LINES,
      help: '五条的原文以镇禁毒办核定的为准。',
      requiredText: '请选择守住了哪几条',
    },
    note: optionalNote('只写事，不写姓名。'),
  },
})
