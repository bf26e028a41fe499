import { caseNote, caseText, choice, dateToday } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { REPORT_MATTERS } from './vocabulary.ts'

/** What the town office decided about a matter that the regulation does not oblige it to report. @see 戒毒条例 第二十、三十八条 */
export const townDecision = defineKind({
  kind: 'town-decision',
  version: 1,
  label: '镇里研究决定',
  shortLabel: '研究决定',
  subject: 'person',
  dateField: 'decidedOn',
  submittedBy: ['town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['decidedOn', 'matter'],
  fields: {
    decidedOn: dateToday('决定日期', { class: 'case' }),
    matter: choice('关于什么', REPORT_MATTERS, {
      class: 'case',
      decides: true,
      requiredText: '请选择关于什么',
    }),
    decision: choice(
      '怎么决定的',
      [
        { value: 'report', label: '报派出所' },
        { value: 'talk', label: '找本人谈话' },
        { value: 'none', label: '不用处理' },
      ],
      { class: 'case', decides: true, requiredText: '请选择怎么决定的' },
    ),
    reason: caseText('理由', 200, { multiline: true, requiredText: '请写明理由' }),
    note: caseNote(),
  },
})
