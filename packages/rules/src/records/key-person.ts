import { caseNote, choice, dateToday, sourceDocument } from './common-fields.ts'
import { defineKind } from './record-kind.ts'

/** Our neutral proposal: the official list of fourteen is not public. To be approved by the town office (待核定). */
export const KEY_PERSON_CATEGORIES = [
  { value: 'community-treatment', label: '社区戒毒' },
  { value: 'community-rehabilitation', label: '社区康复' },
  { value: 'isolation', label: '强制隔离戒毒在所' },
  { value: 'voluntary', label: '自愿戒毒、药物维持' },
  { value: 'below-three-years', label: '戒断未满三年' },
  { value: 'out-of-touch', label: '联系不上' },
  { value: 'in-custody', label: '涉案服刑、羁押' },
  { value: 'released', label: '涉案刑满释放' },
  { value: 'wanted', label: '在逃(名单由公安提供)' },
  { value: 'manufacture', label: '有制毒前科' },
  { value: 'trafficking', label: '有贩运前科' },
  { value: 'cultivation', label: '有种植前科' },
  { value: 'precursor', label: '易制毒化学品等行业' },
  { value: 'other', label: '公安认定的其他人员' },
] as const

export type KeyPersonCategory = (typeof KEY_PERSON_CATEGORIES)[number]['value']

/** A key person of one category with the measure in force; a change of measure is a new record. @see 三(二)6, 三(三)5 */
export const keyPerson = defineKind({
  kind: 'key-person',
  version: 1,
  label: '重点人员登记',
  shortLabel: '重点人员',
  subject: 'person',
  dateField: 'listedOn',
  submittedBy: ['village-secretary', 'case-worker', 'police', 'town-office'],
  onlineOnly: false,
  weight: 'neutral',
  review: 'onArrival',
  facts: ['listedOn', 'category', 'measure'],
  fields: {
    listedOn: dateToday('登记日期', { class: 'case' }),
    category: choice('类别(待核定)', KEY_PERSON_CATEGORIES, {
      class: 'case',
      decides: true,
      help: '分类以上级最新文件为准。由人来选，系统不推断。',
      requiredText: '请选择类别',
    }),
    measure: choice(
      '管控措施',
      [
        { value: 'none', label: '还没有' },
        { value: 'visits', label: '定期走访' },
        { value: 'support', label: '帮教小组' },
        { value: 'treatment', label: '戒毒措施' },
        { value: 'police', label: '公安机关措施' },
      ],
      { class: 'case', decides: true, requiredText: '请选择有什么措施' },
    ),
    document: sourceDocument('名单或文书的名称、文号，没有可以不填。', { optional: true }),
    note: caseNote(),
  },
})
