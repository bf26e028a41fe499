import { choice, dateToday } from './common-fields.ts'
import { STATUSES } from './person-status.ts'
import { defineKind } from './record-kind.ts'

/** What the rules need of a history that happened in another village; written by the system when a transfer is accepted. @see 三(一) */
export const carryOver = defineKind({
  kind: 'carry-over',
  version: 1,
  label: '转入前的情况',
  shortLabel: '转入情况',
  subject: 'person',
  dateField: 'carriedOn',
  submittedBy: [],
  systemMade: true,
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: [
    'carriedOn',
    'fromArea',
    'status',
    'statusFrom',
    'presence',
    'testBasis',
    'reportedInOn',
    'abstinentSince',
    'talkedOn',
    'testedOn',
    'refusals',
    'absences',
    'absentDays',
  ],
  fields: {
    carriedOn: dateToday('转来日期', { class: 'case' }),
    fromArea: {
      type: 'area',
      label: '从哪个村来',
      class: 'case',
      help: '行政区划代码',
      requiredText: '请填从哪个村来',
    },
    status: choice('转来时的情况', STATUSES, { class: 'case', optional: true }),
    statusFrom: { type: 'date', label: '从哪天起', class: 'case', history: true, optional: true },
    presence: choice(
      '人在不在家',
      [
        { value: 'at-home', label: '在家' },
        { value: 'away', label: '外出' },
      ],
      { class: 'case', optional: true },
    ),
    testBasis: choice(
      '检测的依据',
      [
        { value: 'required', label: '公安机关要求' },
        { value: 'consented', label: '本人书面同意' },
        { value: 'none', label: '没有依据' },
      ],
      { class: 'case', optional: true },
    ),
    reportedInOn: { type: 'date', label: '报到日期', class: 'case', history: true, optional: true },
    abstinentSince: {
      type: 'date',
      label: '从哪天起没有再使用',
      class: 'case',
      history: true,
      optional: true,
    },
    talkedOn: { type: 'date', label: '最近一次谈话', class: 'case', history: true, optional: true },
    testedOn: { type: 'date', label: '最近一次检测', class: 'case', history: true, optional: true },
    refusals: {
      type: 'count',
      label: '没有接受检测的次数',
      class: 'case',
      min: 0,
      max: 1000,
      optional: true,
    },
    absences: { type: 'count', label: '没批准离开的次数', class: 'case', min: 0, max: 1000, optional: true },
    absentDays: {
      type: 'count',
      label: '没批准离开的天数',
      class: 'case',
      min: 0,
      max: 10000,
      optional: true,
    },
  },
})
