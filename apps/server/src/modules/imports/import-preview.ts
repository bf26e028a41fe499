import { maskName } from '../registers/subject-code.js'
import { type Column, columnsOf } from './columns.js'
import type { ImportPlan } from './import-plan.js'
import type { ImportOut } from './imports.dto.js'
import type { Sheet } from './sheets.js'
import type { TableRow } from './table-reading.js'

const SHOWN_ROWS = 20
const SHOWN_ISSUES = 100
const FILLED = '已填'

/** What the uploader is shown of the rows: enough to see that it is the right table, and nobody's name. */
export function previewOf(
  sheet: Sheet,
  rows: readonly TableRow[],
  plan: ImportPlan,
): Pick<ImportOut, 'preview' | 'issues' | 'issueCount'> {
  const columns = columnsOf(sheet)
  const actions = new Map(plan.records.map(({ row, action }) => [row, action]))
  // The first record of a row says what becomes of it.
  for (const { row, action } of [...plan.records].reverse()) actions.set(row, action)
  return {
    preview: rows.slice(0, SHOWN_ROWS).map((row) => ({
      row: row.number,
      action: actions.get(row.number) ?? 'new',
      cells: columns.flatMap((column) => {
        const cell = row.cells.get(column.key)
        return cell ? [{ heading: column.heading, text: shown(column, cell.text) }] : []
      }),
    })),
    issues: plan.issues.slice(0, SHOWN_ISSUES).map(({ row, column, text }) => ({
      row,
      heading: columns.find(({ key }) => key === column)?.heading ?? null,
      text,
    })),
    issueCount: plan.issues.length,
  }
}

function shown({ key, field }: Column, text: string): string {
  if (field.class === 'identity') return key.endsWith('.name') ? maskName(text) : FILLED
  return field.class === 'case' && field.type === 'text' ? FILLED : text
}
