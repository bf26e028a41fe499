import { choice, dateToday, number, openText } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/**
 * How many people, or schools, of one audience the village has; none is a count too, and only a counted none says that
 * there is nobody to ask. @see 四(一)3
 */
export const audienceCount = defineKind({
  kind: 'audience-count',
  version: 1,
  label: '人群清点',
  shortLabel: '人群清点',
  subject: 'village',
  dateField: 'countedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'secondPerson',
  facts: ['countedOn', 'audience', 'count'],
  fields: {
    countedOn: dateToday('清点日期'),
    audience: choice(
      '清点什么',
      [
        { value: 'resident', label: '本村群众(人)' },
        { value: 'migrant', label: '外来务工人员(人)' },
        { value: 'student', label: '村里的中小学校(所)' },
      ],
      { decides: true, prefill: undefined, requiredText: '请选择清点什么' },
    ),
    count: number('有多少', { decides: true, help: '一个也没有就填 0。' }),
    basis: openText('怎么清点的', 100, { requiredText: '请写怎么清点的，比如入户登记' }),
  },
})
