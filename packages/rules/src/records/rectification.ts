import { dateToday, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A problem of a venue was put right. @see 四(一)2 */
export const rectification = defineKind({
  kind: 'rectification',
  version: 1,
  label: '问题整改',
  shortLabel: '整改',
  subject: 'venue',
  dateField: 'fixedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office', 'venue-manager'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['fixedOn', 'problem'],
  fields: {
    fixedOn: dateToday('改好日期'),
    problem: {
      type: 'record',
      label: '哪一个问题',
      class: 'open',
      prefill: 'duty',
      requiredText: '请选择是哪一个问题',
    },
    how: openText('怎么改的', 200, { multiline: true, requiredText: '请写明怎么改的' }),
  },
})
