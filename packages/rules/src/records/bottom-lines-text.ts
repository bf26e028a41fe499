import { dateToday, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The town office has confirmed the text of the five bottom lines; the notice does not give it. @see 三(二)10 */
export const bottomLinesText = defineKind({
  kind: 'bottom-lines-text',
  version: 1,
  label: '底线条文核定',
  shortLabel: '底线核定',
  subject: 'village',
  dateField: 'confirmedOn',
  submittedBy: ['town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['confirmedOn'],
  fields: {
    confirmedOn: dateToday('核定日期'),
    document: openText('依据的文件', 60, { requiredText: '请写明五条的文件名称或文号' }),
    lines: openText('五条的原文', 500, { multiline: true, requiredText: '请照文件写五条的原文' }),
  },
})
