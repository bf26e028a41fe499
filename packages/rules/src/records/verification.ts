import { caseNote, choice, dateToday, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The situation of a person was checked. One check serves the register and the key persons. @see 三(二)3, 三(二)6 */
export const verification = defineKind({
  kind: 'verification',
  version: 1,
  label: '情况核实',
  shortLabel: '核实',
  subject: 'person',
  dateField: 'verifiedOn',
  submittedBy: ['village-secretary', 'case-worker', 'grid-worker', 'posted-leader', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['verifiedOn', 'whereabouts'],
  fields: {
    verifiedOn: dateToday('什么时候', { class: 'case' }),
    whereabouts: choice(
      '人在哪里',
      [
        { value: 'at-home', label: '在家' },
        { value: 'away', label: '外出' },
        { value: 'in-custody', label: '在所或在押' },
        { value: 'unreachable', label: '联系不上' },
      ],
      { class: 'case', decides: true, requiredText: '请选择人在哪里' },
    ),
    dwellingChanged: yesNo('住的地方变了吗', '请选择住的地方变了没有', { class: 'case', decides: undefined }),
    measureChanged: yesNo('现在的措施变了吗', '请选择措施变了没有', {
      class: 'case',
      decides: undefined,
      help: '变了的，核实以后再记一条状态变动。',
    }),
    note: caseNote(),
  },
})
