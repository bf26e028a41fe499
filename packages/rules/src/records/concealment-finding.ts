import { choice, dateToday, openText, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The town or county decided, on a document, that something was concealed. Lateness alone never is. @see 四(一)5 */
export const concealmentFinding = defineKind({
  kind: 'concealment-finding',
  version: 1,
  label: '瞒报认定',
  shortLabel: '瞒报认定',
  subject: 'village',
  dateField: 'decidedOn',
  submittedBy: ['town-office', 'county-office'],
  onlineOnly: false,
  weight: 'adverse',
  review: 'secondPerson',
  facts: ['decidedOn'],
  fields: {
    decidedOn: dateToday('认定日期'),
    by: choice(
      '谁认定的',
      [
        { value: 'town', label: '镇' },
        { value: 'county', label: '县(市)' },
      ],
      { requiredText: '请选择谁认定的' },
    ),
    document: openText('认定文书', 60, { requiredText: '请写明文书名称或文号' }),
    note: optionalNote('不写姓名。'),
  },
})
