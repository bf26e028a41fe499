import { type Field, isIsoDate, isShown, type KindId, RECORD_KINDS } from '@dfv/rules'
import type { Area } from '../areas/areas.service.js'
import { receiptNo } from '../records/record-view.js'
import type { Cell, Column, Row, Table } from './document/document.js'
import type { FormContext, LedgerLine } from './form-context.js'
import type { LedgerSources } from './ledger-sources.js'

export type LineColumn = Column & {
  cell: (line: LedgerLine, number: number, village: Area) => Cell | Promise<Cell>
}

export type RecordTableOptions = {
  /** Fields that another column shows already. */
  hide?: readonly string[]
  /** What stands on the register on the last day, whenever it was entered; default: what happened in the period. */
  isRegister?: boolean
  labels?: Readonly<Record<string, string>>
  widths?: Readonly<Record<string, number>>
  paper?: Table['paper']
  empty?: string
}

const SUBJECT_LABEL = {
  person: '编号',
  village: '',
  venue: '场所',
  grid: '网格',
  site: '阵地',
  school: '学校',
} as const

/** The ledger of any kind of record, from its own description: a kind that is added needs no line here. */
export function recordTable(
  context: FormContext,
  villages: readonly Area[],
  kind: KindId,
  options: RecordTableOptions = {},
): Table {
  const columns = recordColumns(context, kind, options, villages.length > 1)
  return {
    columns,
    rows: rowsOf(context, villages, kind, columns, options.isRegister),
    empty: options.empty ?? '这段时间没有记录',
    paper: options.paper ?? 'grid',
  }
}

async function* rowsOf(
  { sources }: FormContext,
  villages: readonly Area[],
  kind: KindId,
  columns: readonly LineColumn[],
  isRegister = false,
): AsyncIterable<Row> {
  let number = 0
  for (const village of villages)
    for await (const page of sources.lines(village, kind, isRegister))
      for (const line of page) {
        number += 1
        const row: Cell[] = []
        for (const { cell } of columns) {
          const made = cell(line, number, village)
          row.push(made instanceof Promise ? await made : made)
        }
        yield row
      }
}

export async function countRecords(
  { sources }: FormContext,
  villages: readonly Area[],
  kind: KindId,
  isRegister = false,
): Promise<number> {
  let count = 0
  for (const village of villages) count += await sources.count(village, kind, isRegister)
  return count
}

function recordColumns(
  { isNamed, sources }: FormContext,
  kind: KindId,
  options: RecordTableOptions,
  withVillage: boolean,
): LineColumn[] {
  const { fields, subject } = RECORD_KINDS[kind]
  const columns: LineColumn[] = [{ label: '序号', width: 3, align: 'center', cell: (_, number) => number }]
  if (withVillage) columns.push({ label: '村', width: 6, cell: (_line, _number, village) => village.name })
  if (subject !== 'village')
    columns.push({ label: SUBJECT_LABEL[subject], width: 7, cell: ({ subjectName }) => subjectName })
  if (subject === 'person' && isNamed)
    columns.push({ label: '姓名', width: 5, cell: ({ person }) => person?.identity.name ?? '' })
  for (const [name, field] of Object.entries(fields)) {
    if (options.hide?.includes(name) || !isExported(name, field, isNamed)) continue
    columns.push({
      label: options.labels?.[name] ?? field.label,
      width: options.widths?.[name] ?? widthOf(field),
      align: field.type === 'text' || field.type === 'multi' ? 'left' : 'center',
      cell: (line) => fieldCell(name, field, line, sources),
    })
  }
  columns.push(
    { label: '记录人', width: 5, align: 'center', cell: ({ submittedBy }) => sources.cadreName(submittedBy) },
    { label: '备注', width: 4, align: 'center', cell: remark },
  )
  return columns
}

/** Identities beside the name, and free text about a person, are printed only with names; the ID number never is. */
function isExported(name: string, field: Field, isNamed: boolean): boolean {
  if (field.class === 'identity') return isNamed && name !== 'name' && name !== 'idNumber'
  return isNamed || !(field.class === 'case' && field.type === 'text')
}

const remark = ({ reviewState }: LedgerLine): string => (reviewState === 'pending' ? '待审核' : '')

function fieldCell(
  name: string,
  field: Field,
  line: LedgerLine,
  sources: LedgerSources,
): Cell | Promise<Cell> {
  if (field.class === 'identity') return identityCell(name, line)
  if (!isShown(field, line.payload)) return ''
  if (field.type === 'photos' && field.class === 'open') return sources.photos(line, line.payload[name])
  const value = line.payload[name] ?? line.text[name]
  return value === undefined || value === null ? '' : valueCell(field, value, sources)
}

function identityCell(name: string, { person }: LedgerLine): string {
  const identity: Readonly<Record<string, string | undefined>> = person?.identity ?? {}
  return identity[name] ?? ''
}

/** One answer as it is read in a ledger. */
export function valueCell(field: Field, value: unknown, sources: LedgerSources): Cell {
  const label = (one: unknown) => field.options?.find((option) => option.value === one)?.label ?? String(one)
  const list = (words: (one: unknown) => string) =>
    Array.isArray(value) ? value.map(words).join('、') : String(value)
  switch (field.type) {
    case 'date':
      return isIsoDate(value) ? { date: value } : String(value)
    case 'count':
      return typeof value === 'number' ? value : String(value)
    case 'choice':
      return label(value)
    case 'multi':
      return list(label)
    case 'cadres':
      return list((id) => sources.cadreName(String(id)))
    case 'flag':
      return value === true ? '是' : '否'
    case 'record':
      return receiptNo(String(value))
    case 'area':
      return sources.areaName(String(value))
    case 'photos':
      return Array.isArray(value) && value.length > 0 ? `${value.length}张` : ''
    default:
      return String(value)
  }
}

function widthOf(field: Field): number {
  switch (field.type) {
    case 'date':
      return 7
    case 'text':
      return (field.maxLength ?? 0) > 100 ? 18 : 9
    case 'multi':
      return 10
    case 'photos':
      return 4
    case 'cadres':
      return 7
    case 'record':
      return 6
    case 'choice':
      return Math.min(8, Math.max(4, ...(field.options ?? []).map(({ label }) => label.length)))
    default:
      return Math.min(6, Math.max(4, field.label.length))
  }
}
