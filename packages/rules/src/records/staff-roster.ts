import { dateToday, number, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** How many people work in a venue. @see 四(一)3 */
export const staffRoster = defineKind({
  kind: 'staff-roster',
  version: 1,
  label: '从业人员名册',
  shortLabel: '人员名册',
  subject: 'venue',
  dateField: 'rosterOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office', 'venue-manager'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['rosterOn', 'headcount'],
  fields: {
    rosterOn: dateToday('名册日期'),
    headcount: number('从业人员数', { decides: true, max: 100000, help: '业主也算。只填人数。' }),
    note: optionalNote('不写姓名。'),
  },
})
