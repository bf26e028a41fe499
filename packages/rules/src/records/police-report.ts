import { caseNote, caseText, choice, dateToday } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { REPORT_MATTERS } from './vocabulary.ts'

/** The full-time worker reports to the police what the regulation asks him to. @see 戒毒条例 第二十、二十一条 */
export const policeReport = defineKind({
  kind: 'police-report',
  version: 1,
  label: '报告派出所',
  shortLabel: '报告',
  subject: 'person',
  dateField: 'reportedOn',
  submittedBy: ['case-worker', 'town-office', 'village-secretary'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['reportedOn', 'matter'],
  fields: {
    reportedOn: dateToday('报告日期', { class: 'case' }),
    matter: choice('报告什么', REPORT_MATTERS, {
      class: 'case',
      decides: true,
      prefill: undefined,
      requiredText: '请选择报告什么',
    }),
    receiver: caseText('谁接收的', 40, { optional: true }),
    note: caseNote(),
  },
})
