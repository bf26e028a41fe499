import { type Field, isShown, type Payload, RECORD_KINDS } from '@dfv/rules'
import type { Column } from './columns.js'
import type { Sheet } from './sheets.js'

const EXAMPLE_DAY = '2026-03-02'
/** What a reader should see where the field alone does not say it. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'person.code': '示范A-07',
  'person-registration.name': '张三',
  'person-registration.birthYear': '1985',
  'publicity-activity.place': '村委会广场',
  'publicity-activity.attendance': '35',
  'past-evidence.covers': '谈话',
  'past-evidence.document': '2026年谈话登记本，在村委会档案柜',
  'past-evidence.count': '12',
  'abstinence-start.document': '社区戒毒解除通知书',
  'urine-test.collector': '王芳',
  'venue.name': '示范旅馆',
  'venue.keyPartsText': '前台、仓库、后门',
  'staff-roster.rosterOn': '2026-03-02',
  'staff-roster.headcount': '6',
  'grid.name': '第一网格',
  'grid-assignment.from': '2026-03-02',
  'grid-assignment.worker': '王芳',
  'education-site.name': '村口宣传长廊',
  'school.name': '示范小学',
  'school.pupils': '320',
}

/**
 * The row that shows how it is done, by column. It stands in every new table, is marked in its first cell, and is passed
 * over when it comes back unchanged.
 */
export function exampleRow(sheet: Sheet, columns: readonly Column[]): ReadonlyMap<string, string> {
  const example = new Map<string, string>()
  const answers: Payload = {}
  for (const { key, kind, field } of columns) {
    const isAsked = kind === undefined ? false : !field.optional && isShown(field, answers)
    const text = EXAMPLES[key] ?? (isAsked ? exampleOf(field) : '')
    if (text === '') continue
    example.set(key, text)
    const name = key.slice(key.indexOf('.') + 1)
    if (kind && RECORD_KINDS[kind].fields[name]?.type === 'choice') answers[name] = field.options?.[0]?.value
  }
  if (sheet.sourceInto !== undefined) example.set('source', '2026年台账，在村委会档案柜')
  return example
}

function exampleOf(field: Field): string {
  const labels = (field.options ?? []).map(({ label }) => label)
  switch (field.type) {
    case 'date':
      return EXAMPLE_DAY
    case 'month':
      return EXAMPLE_DAY.slice(0, 7)
    case 'choice':
      return labels[0] ?? ''
    case 'multi':
      return labels.slice(0, 3).join('、')
    case 'cadres':
      return '王芳、李强'
    case 'count':
      return `${field.min ?? 0}`
    case 'flag':
      return '否'
    default:
      return '示例'
  }
}
