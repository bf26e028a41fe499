import { dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A new use, found by the police. It restarts the abstinence on the day of use. @see 三(二)2 */
export const relapse = defineKind({
  kind: 'relapse',
  version: 1,
  label: '再次使用认定',
  shortLabel: '认定',
  subject: 'person',
  dateField: 'foundOn',
  submittedBy: ['police', 'town-office'],
  onlineOnly: false,
  weight: 'adverse',
  review: 'secondPerson',
  facts: ['foundOn', 'usedOn'],
  fields: {
    foundOn: dateToday('认定日期', { class: 'case' }),
    usedOn: {
      type: 'date',
      label: '使用日期',
      class: 'case',
      decides: true,
      history: true,
      help: '按公安机关文书上认定的日期填。',
      requiredText: '请填文书上的使用日期',
    },
    document: sourceDocument('公安机关的文书名称、文号。'),
  },
  check: ({ foundOn, usedOn }) =>
    typeof foundOn === 'string' && typeof usedOn === 'string' && usedOn > foundOn
      ? [{ path: ['foundOn'], code: 'before', params: { other: 'usedOn' } }]
      : [],
})
