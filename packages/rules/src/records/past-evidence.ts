import { choice, dateToday, number, openText, photos } from './common-fields.ts'
import { defineKind, type Issue } from './record-kind.ts'

export const PAST_EVIDENCE = [
  { value: 'talks', label: '谈话' },
  { value: 'tests', label: '检测' },
  { value: 'activities', label: '宣传活动' },
  { value: 'bottom-lines', label: '底线情况' },
  { value: 'patrols', label: '巡查' },
  { value: 'verifications', label: '重点人员核实' },
] as const

export type PastEvidence = (typeof PAST_EVIDENCE)[number]['value']

/** Paper or a table from before the village used the ledger, checked by the town. It backs whole months. @see 四(一)7 */
export const pastEvidence = defineKind({
  kind: 'past-evidence',
  version: 2,
  label: '以前的依据',
  shortLabel: '以前的依据',
  subject: 'village',
  dateField: 'filedOn',
  submittedBy: ['village-secretary', 'case-worker', 'town-office'],
  onlineOnly: false,
  weight: 'favourable',
  review: 'secondPerson',
  facts: ['filedOn', 'covers', 'firstMonth', 'lastMonth', 'person'],
  fields: {
    filedOn: dateToday('登记日期'),
    covers: choice('是什么记录', PAST_EVIDENCE, { decides: true, requiredText: '请选择是什么记录' }),
    firstMonth: { type: 'month', label: '从哪个月', class: 'open', requiredText: '请选择从哪个月开始' },
    lastMonth: { type: 'month', label: '到哪个月', class: 'open', requiredText: '请选择到哪个月为止' },
    person: {
      type: 'person',
      label: '是谁的',
      class: 'case',
      optional: true,
      help: '只是一个人的记录才选，不选就是全村的。',
      showWhen: { field: 'covers', in: ['talks', 'tests'] },
    },
    document: openText('依据的材料', 60, {
      help: '纸质台账或表格的名称、存放的地方。不写姓名。',
      requiredText: '请写明是什么材料、放在哪里',
    }),
    count: number('共几次'),
    photos: photos('拍纸质台账，有姓名的地方遮住再拍。', { label: '材料照片' }),
  },
  check: ({ firstMonth, lastMonth, filedOn }) => {
    const issues: Issue[] = []
    if (typeof firstMonth === 'string' && typeof lastMonth === 'string' && lastMonth < firstMonth)
      issues.push({ path: ['lastMonth'], code: 'before', params: { other: 'firstMonth' } })
    if (typeof filedOn === 'string' && typeof lastMonth === 'string' && lastMonth > filedOn.slice(0, 7))
      issues.push({ path: ['lastMonth'], code: 'futureMonth' })
    return issues
  },
})
