import type { KindId, Payload } from '@dfv/rules'
import type { RowIssue } from '../../platform/workbook/table-workbook.js'
import type { PersonReference } from '../registers/person-directory.js'
import { cellValue, FORMER_CADRE, type NameLookup } from './cell-values.js'
import { type Column, SOURCE_KEY } from './columns.js'
import type { TableRow } from './table-reading.js'

/** What the filled cells of one row say, each turned into what its field takes. */
export type RowReading = {
  row: number
  /** Whom the row is about, where it is about somebody on the register. */
  person: PersonReference
  /** By kind; a kind none of whose cells is filled is absent. */
  answers: ReadonlyMap<KindId, Payload>
  /** The paper that the row rests on. */
  source: string | undefined
  /** Names that a record cannot hold as ids, for its free text. */
  asides: string[]
  issues: RowIssue[]
}

export function readRow(tableRow: TableRow, columns: readonly Column[], names: NameLookup): RowReading {
  const row = tableRow.number
  const issues: RowIssue[] = []
  const answers = new Map<KindId, Payload>()
  const person: Record<string, unknown> = {}
  const asides: string[] = []
  let source: string | undefined
  if (tableRow.isMarkedExample)
    issues.push({ row, text: '这一行还标着“示例”。是要导入的，就把序号改成数字；不是，就删掉这一行' })
  for (const { key, heading, field, kind } of columns) {
    const cell = tableRow.cells.get(key)
    if (!cell) continue
    const read = cellValue(field, heading, cell, names)
    if ('text' in read) {
      issues.push({ row, column: key, text: read.text })
      continue
    }
    if (field.type === 'cadres' && FORMER_CADRE.test(cell.text)) asides.push(`${heading}：${cell.text}`)
    const name = key.slice(key.indexOf('.') + 1)
    if (kind !== undefined) answers.set(kind, { ...answers.get(kind), [name]: read.value })
    else if (key === SOURCE_KEY) source = String(read.value)
    else person[name] = read.value
  }
  return { row, person: person as PersonReference, answers, source, asides, issues }
}
