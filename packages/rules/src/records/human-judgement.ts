import { choice, dateToday, number, openText, yearField, yesNo } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** What no rule decides: a person does, and says why. */
export const JUDGED_MATTERS = [
  { value: 'effect', label: '工作成效显著' },
  { value: 'new-countryside', label: '新农村建设标准' },
  { value: 'lead-by-creation', label: '以创促建、打建结合' },
  { value: 'commend-unit', label: '表彰村、单位' },
  { value: 'commend-person', label: '表彰个人' },
  { value: 'accountability', label: '责任追究' },
] as const

export type JudgedMatter = (typeof JUDGED_MATTERS)[number]['value']

/** A judgement of the supervisors with its reason. Shown; only the score of the effect counts. @see 三(二), 四(一)6, 四(二), 六(四) */
export const humanJudgement = defineKind({
  kind: 'human-judgement',
  version: 1,
  label: '人工评定',
  shortLabel: '人工评定',
  subject: 'village',
  dateField: 'decidedOn',
  submittedBy: ['town-office', 'county-office', 'county-assessor'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'secondPerson',
  facts: ['decidedOn', 'year', 'matter', 'holds', 'score'],
  fields: {
    decidedOn: dateToday('评定日期'),
    year: yearField('评的是哪一年'),
    matter: choice('评定什么', JUDGED_MATTERS, { decides: true, requiredText: '请选择评定什么' }),
    holds: yesNo('认定了吗', '请选择认定了没有'),
    score: number('成效评几分(百分制)', {
      decides: true,
      max: 100,
      showWhen: { field: 'matter', in: ['effect'] },
      requiredText: '请填 0 到 100 的整数',
    }),
    reason: openText('理由', 200, { multiline: true, help: '不写姓名。', requiredText: '请写明理由' }),
    document: openText('依据的文书', 60, { optional: true }),
  },
})
