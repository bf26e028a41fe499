import { caseNote, caseText, dateToday } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** An approved stay outside the county. @see 戒毒条例 第十九条 */
export const leave = defineKind({
  kind: 'leave',
  version: 1,
  label: '请假',
  shortLabel: '请假',
  subject: 'person',
  dateField: 'from',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['from', 'to'],
  fields: {
    from: dateToday('从哪天起', { class: 'case', future: true }),
    to: { type: 'date', label: '到哪天', class: 'case', future: true, requiredText: '请填到哪天回来' },
    destination: caseText('去哪里', 60, { requiredText: '请填去哪里' }),
    approvedBy: {
      type: 'cadres',
      label: '谁批准的',
      class: 'case',
      min: 1,
      max: 1,
      requiredText: '请选择谁批准的',
    },
    note: caseNote(),
  },
  check: ({ from, to }) =>
    typeof from === 'string' && typeof to === 'string' && to < from
      ? [{ path: ['to'], code: 'before', params: { other: 'from' } }]
      : [],
})
