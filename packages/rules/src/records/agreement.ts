import { caseNote, choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The town and the person signed the agreement of the measure; a new place signs a new one. @see 戒毒条例 第十六、二十二、三十八条 */
export const agreement = defineKind({
  kind: 'agreement',
  version: 1,
  label: '戒毒协议',
  shortLabel: '协议',
  subject: 'person',
  dateField: 'signedOn',
  submittedBy: ['case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['signedOn', 'regime'],
  fields: {
    signedOn: dateToday('签订日期', { class: 'case', history: true }),
    regime: choice(
      '什么协议',
      [
        { value: 'community-treatment', label: '社区戒毒协议' },
        { value: 'community-rehabilitation', label: '社区康复协议' },
      ],
      { class: 'case', decides: true, requiredText: '请选择是什么协议' },
    ),
    document: sourceDocument('协议的编号，没有可以不填。', { optional: true }),
    note: caseNote(),
  },
})
