import { caseNote, caseText, dateToday } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A stay outside the county that nobody approved; approved leave never counts. @see 戒毒条例 第二十条 */
export const absence = defineKind({
  kind: 'absence',
  version: 1,
  label: '没批准离开',
  shortLabel: '离开记录',
  subject: 'person',
  dateField: 'from',
  submittedBy: ['case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'secondPerson',
  facts: ['from', 'returnedOn'],
  fields: {
    from: dateToday('从哪天起', { class: 'case' }),
    returnedOn: { type: 'date', label: '哪天回来', class: 'case', optional: true, help: '还没回来先不填。' },
    basis: caseText('怎么知道的', 100, { requiredText: '请写怎么知道的' }),
    note: caseNote(),
  },
  check: ({ from, returnedOn }) =>
    typeof from === 'string' && typeof returnedOn === 'string' && returnedOn < from
      ? [{ path: ['returnedOn'], code: 'before', params: { other: 'from' } }]
      : [],
})
