import { dateToday, number, optionalNote } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** All venues of the village were counted, none included. @see 三(三)6 */
export const venueSurvey = defineKind({
  kind: 'venue-survey',
  version: 1,
  label: '场所清点',
  shortLabel: '场所清点',
  subject: 'village',
  dateField: 'surveyedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['surveyedOn', 'venues'],
  fields: {
    surveyedOn: dateToday('清点日期'),
    venues: number('清点到的场所数', { decides: true, help: '一家也没有就填 0。场所另外逐个登记。' }),
    note: optionalNote(),
  },
})
