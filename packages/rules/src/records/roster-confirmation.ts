import { monthOf } from '../core/iso-date.ts'
import { dateToday, YES_NO } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'

/** The village confirms its register of the month, local and inflow; an empty one too. @see 三(二)3 */
export const rosterConfirmation = defineKind({
  kind: 'roster-confirmation',
  version: 1,
  label: '名册确认',
  shortLabel: '名册确认',
  subject: 'village',
  dateField: 'confirmedOn',
  submittedBy: ['village-secretary'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['confirmedOn', 'month', 'correct'],
  fields: {
    confirmedOn: dateToday('确认日期'),
    month: {
      type: 'month',
      label: '哪个月',
      class: 'open',
      prefill: 'duty',
      requiredText: '请选择是哪个月的名册',
    },
    headcount: {
      type: 'count',
      label: '名册上的人数',
      class: 'open',
      min: 0,
      max: 100000,
      help: '本地户口和外地流入的都算。一个人也没有就填 0。',
      requiredText: '人数要填整数，没有就填 0',
    },
    correct: {
      type: 'choice',
      label: '内容属实',
      class: 'open',
      decides: true,
      options: YES_NO,
      requiredText: '请选择内容是不是属实',
    },
    changes: {
      type: 'text',
      label: '和上月比的变动',
      class: 'open',
      optional: true,
      maxLength: 200,
      multiline: true,
      help: '只写人数和编号，不写姓名。',
    },
  },
  check: ({ confirmedOn, month }) => {
    const issues: Issue[] = []
    if (typeof confirmedOn === 'string' && typeof month === 'string' && month > monthOf(confirmedOn))
      issues.push({ path: ['month'], code: 'futureMonth' })
    return issues
  },
})
