import { choice, dateToday, openText, yearField } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** What the village did well, reported for others. Shown, never scored. @see 五(五) */
export const experienceReport = defineKind({
  kind: 'experience-report',
  version: 1,
  label: '经验材料',
  shortLabel: '经验材料',
  subject: 'village',
  dateField: 'reportedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'onArrival',
  facts: ['reportedOn', 'year', 'reach'],
  fields: {
    reportedOn: dateToday('报送日期'),
    year: yearField(),
    title: openText('题目', 60, { requiredText: '请填题目' }),
    reach: choice(
      '推广到哪里',
      [
        { value: 'none', label: '还没有推广' },
        { value: 'town', label: '全镇' },
        { value: 'county', label: '全县(市)' },
        { value: 'wider', label: '县外' },
      ],
      { decides: true, requiredText: '请选择推广到哪里' },
    ),
  },
})
