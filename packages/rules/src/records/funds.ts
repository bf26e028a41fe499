import { choice, dateToday, number, openText, yearField } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** Funds of the year for this work. @see 四(一)1 */
export const funds = defineKind({
  kind: 'funds',
  version: 1,
  label: '工作经费',
  shortLabel: '经费',
  subject: 'village',
  dateField: 'allottedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['allottedOn', 'year', 'yuan'],
  fields: {
    allottedOn: dateToday('落实日期'),
    year: yearField(),
    yuan: number('金额(元)', { decides: true, max: 1_000_000_000 }),
    source: choice(
      '从哪里来',
      [
        { value: 'town', label: '镇里' },
        { value: 'village', label: '村里' },
        { value: 'county', label: '县(市)' },
        { value: 'award', label: '授牌的奖励经费' },
        { value: 'other', label: '其他' },
      ],
      { requiredText: '请选择从哪里来' },
    ),
    document: openText('凭证', 60, { optional: true }),
  },
})
