import { dateToday, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A problem of a venue and the day by which it is to be put right. @see 四(一)2 */
export const venueProblem = defineKind({
  kind: 'venue-problem',
  version: 1,
  label: '场所问题',
  shortLabel: '场所问题',
  subject: 'venue',
  dateField: 'foundOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['foundOn', 'fixBy'],
  fields: {
    foundOn: dateToday('发现日期'),
    problem: openText('是什么问题', 200, { multiline: true, requiredText: '请写明是什么问题' }),
    fixBy: { type: 'date', label: '限改日期', class: 'open', future: true, requiredText: '请选择限改日期' },
  },
  check: ({ foundOn, fixBy }) =>
    typeof foundOn === 'string' && typeof fixBy === 'string' && fixBy < foundOn
      ? [{ path: ['fixBy'], code: 'before', params: { other: 'foundOn' } }]
      : [],
})
