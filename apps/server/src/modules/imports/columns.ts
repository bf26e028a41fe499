import { type Field, type KindId, RECORD_KINDS } from '@dfv/rules'
import type { TableColumn } from '../../platform/workbook/headed-rows.js'
import type { Sheet } from './sheets.js'

/** How a row says whom it is about. */
export type PersonColumn = 'code' | 'name' | 'birthYear' | 'idNumber'

/** Keys are unique in the sheet: `talk.occurredOn`, `person.code`, `source`. */
export type Column = TableColumn & {
  field: Field
  /** The record of the row that it belongs to; undefined: it says whom the row is about, or on what paper it rests. */
  kind?: KindId
}

/** Filled in by nobody who is in a hurry: the row's number on paper. Never read, but it marks the example. */
export const NUMBER_HEADING = '序号'
export const EXAMPLE_MARK = '示例'
export const SOURCE_KEY = 'source'

const IDENTITY = (label: string, more: Partial<Field> = {}): Field => ({
  type: 'text',
  label,
  class: 'identity',
  optional: true,
  maxLength: 40,
  ...more,
})

const PERSON_COLUMNS: readonly Column[] = (
  [
    [
      'code',
      { ...IDENTITY('人员编号'), class: 'open' },
      '示范A-07 这样的编号，在名册里看。不知道就填姓名和出生年份，或身份证号。',
    ],
    ['name', IDENTITY('姓名'), '填了编号可以不填；填了就要和登记的一样。'],
    [
      'birthYear',
      { ...IDENTITY('出生年份'), type: 'count', class: 'case', min: 1900, max: 2199 },
      '四位数，比如 1985',
    ],
    ['idNumber', IDENTITY('身份证号', { maxLength: 18 }), '同名同年的人，填身份证号来区分。'],
  ] as const
).map(([name, field, help]) => ({
  key: `person.${name}`,
  heading: field.label,
  field: field as Field,
  isRequired: false,
  help,
}))

const SOURCE: Field = { type: 'text', label: '依据的材料', class: 'open', optional: true, maxLength: 60 }
const SOURCE_COLUMN: Column = {
  key: SOURCE_KEY,
  heading: SOURCE.label,
  field: SOURCE,
  isRequired: false,
  help: '补录村里开始用系统以前的，要写纸质台账或表格的名称、放在哪里。不写姓名。',
}

/** What a cell can hold; photos are taken on the phone. */
const IN_CELLS: ReadonlySet<string> = new Set([
  'text',
  'date',
  'month',
  'count',
  'choice',
  'multi',
  'cadres',
  'flag',
  'record',
  'person',
  'area',
])

/** The columns of a table, from left to right, as the record kinds describe them. */
export function columnsOf(sheet: Sheet): readonly Column[] {
  const columns: Column[] = sheet.about === 'person' ? [...PERSON_COLUMNS] : []
  const headings = new Set(columns.map(({ heading }) => heading))
  for (const [index, kindId] of sheet.kinds.entries()) {
    const kind = RECORD_KINDS[kindId]
    for (const [name, field] of Object.entries(kind.fields)) {
      if (!IN_CELLS.has(field.type)) continue
      const key = `${kindId}.${name}`
      const heading = headings.has(field.label) ? `${field.label}(${kind.shortLabel})` : field.label
      headings.add(heading)
      const isRequired = index === 0 && !field.optional && field.showWhen === undefined
      const help = [
        sheet.help?.[key] ?? field.help ?? '',
        conditionOf(kindId, field),
        howTo(field, sheet.sourceInto !== undefined),
      ]
      columns.push({
        key,
        heading,
        field,
        kind: kindId,
        isRequired,
        choices: choicesOf(field),
        help: help.filter((text) => text !== '').join('\n'),
      })
    }
  }
  return sheet.sourceInto === undefined ? columns : [...columns, SOURCE_COLUMN]
}

/** @param mayHaveLeft the row may speak of cadres who have no account any more */
function howTo(field: Field, mayHaveLeft: boolean): string {
  switch (field.type) {
    case 'date':
      return '日期写成 2026-03-02 这样。'
    case 'month':
      return '月份写成 2026-03 这样。'
    case 'multi':
      return `可以写几项，用顿号隔开：${(field.options ?? []).map(({ label }) => label).join('、')}。`
    case 'cadres':
      return mayHaveLeft
        ? '写工作人员的姓名，几个人用顿号隔开。已经不在岗、系统里没有的，姓名后面写(已离岗)。'
        : '写工作人员的姓名，要先开通账号。'
    case 'flag':
      return '写“是”或“否”。'
    case 'record':
    case 'person':
      return '写人员编号，比如 示范A-07。'
    default:
      return ''
  }
}

/** Names the answer on which a field hangs; the sheet shows all columns at once. */
function conditionOf(kind: KindId, { showWhen }: Field): string {
  const other = showWhen && RECORD_KINDS[kind].fields[showWhen.field]
  if (!other) return ''
  const answers = showWhen.in.map((value) => other.options?.find((option) => option.value === value)?.label)
  return `只有“${other.label}”是${answers.map((label) => `“${label}”`).join('、')}时才填。`
}

function choicesOf(field: Field): readonly string[] | undefined {
  if (field.type === 'flag') return ['是', '否']
  return field.type === 'choice' ? field.options?.map(({ label }) => label) : undefined
}
