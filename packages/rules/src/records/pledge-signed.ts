import { choice, dateToday, openText, yearField, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** A pledge was signed and sealed, or a signed paper was registered; written by the system. @see 三(二)4 */
export const pledgeSigned = defineKind({
  kind: 'pledge-signed',
  version: 1,
  label: '责任状已签',
  shortLabel: '责任状',
  subject: 'village',
  dateField: 'signedOn',
  submittedBy: [],
  systemMade: true,
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['signedOn', 'level', 'year', 'party'],
  fields: {
    signedOn: dateToday('签订日期'),
    level: choice(
      '哪一级',
      [
        { value: 'town-village', label: '镇与村' },
        { value: 'village-grid', label: '村与网格员' },
        { value: 'village-venue', label: '村与场所' },
        { value: 'village-household', label: '村与户' },
      ],
      { requiredText: '请选择哪一级' },
    ),
    year: yearField(),
    party: { type: 'record', label: '和谁签的', class: 'open', optional: true, help: '网格员或场所的编号。' },
    responsible: yesNo('写明第一责任人了吗', '请选择写明第一责任人没有', {
      showWhen: { field: 'level', in: ['town-village'] },
    }),
    paper: openText('纸质件放在哪里', 60, { optional: true, help: '在手机上签的不填。' }),
  },
})
