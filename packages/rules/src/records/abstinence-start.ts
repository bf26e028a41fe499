import { dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** The day since which the person has been abstinent, on the paper of the police or of the treatment body. @see 三(二)2 */
export const abstinenceStart = defineKind({
  kind: 'abstinence-start',
  version: 1,
  label: '戒断起始日期',
  shortLabel: '起始日期',
  subject: 'person',
  dateField: 'confirmedOn',
  submittedBy: ['town-office', 'police'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['confirmedOn', 'abstinentSince'],
  fields: {
    confirmedOn: dateToday('文书日期', { class: 'case', history: true }),
    abstinentSince: {
      type: 'date',
      label: '从哪天起没有再使用',
      class: 'case',
      decides: true,
      history: true,
      help: '按公安机关或戒毒机构的文书填，不按口头说的填。',
      requiredText: '请填文书上的戒断起始日期',
    },
    document: sourceDocument('公安机关或戒毒机构出具的文书。'),
  },
  check: ({ confirmedOn, abstinentSince }) =>
    typeof confirmedOn === 'string' && typeof abstinentSince === 'string' && abstinentSince > confirmedOn
      ? [{ path: ['confirmedOn'], code: 'before', params: { other: 'abstinentSince' } }]
      : [],
})
