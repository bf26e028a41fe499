import { choice, dateToday, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'
import { BOTTOM_LINES } from './vocabulary.ts'

/** A bottom line was found broken. @see 三(二)10 */
export const bottomLineBreach = defineKind({
  kind: 'bottom-line-breach',
  version: 1,
  label: '底线突破认定',
  shortLabel: '突破认定',
  subject: 'village',
  dateField: 'foundOn',
  submittedBy: ['town-office', 'police', 'county-office'],
  onlineOnly: false,
  weight: 'adverse',
  review: 'secondPerson',
  facts: ['foundOn', 'line'],
  fields: {
    foundOn: dateToday('认定日期'),
    line: choice('哪一条', BOTTOM_LINES, { decides: true, requiredText: '请选择是哪一条' }),
    document: openText('依据的文书', 60, { requiredText: '请写明文书名称或文号' }),
  },
})
