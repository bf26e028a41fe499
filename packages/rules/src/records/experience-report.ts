import { choice, dateToday, openText, photos, yearField } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** What the village did well, reported for others. Shown, never scored. @see 五(五) */
export const experienceReport = defineKind({
  kind: 'experience-report',
  version: 2,
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
    summary: openText('做法和效果', 500, {
      optional: true,
      multiline: true,
      help: '推广以后别的村能看到。不写姓名。',
    }),
    reach: choice(
      '推广到哪里',
      [
        { value: 'none', label: '还没有推广' },
        { value: 'town', label: '全镇' },
        { value: 'county', label: '全县(市)' },
        { value: 'wider', label: '县外' },
      ],
      {
        decides: true,
        help: '村里报送时选“还没有推广”，由镇禁毒办看过再改。',
        requiredText: '请选择推广到哪里',
      },
    ),
    photos: photos('拍材料，不拍人脸。'),
  },
})
