import { RECORD_KINDS } from '@dfv/rules'
import { DomainError } from '../../platform/errors/domain-error.js'
import type { Cell, Row, SheetContent } from '../../platform/workbook/read-workbook.js'
import { type Column, columnsOf, EXAMPLE_MARK, NUMBER_HEADING, plainHeading } from './columns.js'
import { exampleRow } from './example-row.js'
import { SHEETS, type Sheet } from './sheets.js'

export const MAX_ROWS = 1_000
/** Rows above the headings: title and a line of advice; people add one of their own now and then. */
const HEADINGS_WITHIN = 10
export const ERROR_HEADING = '要改的地方'
/** Says for whom and by which form a table was made; nobody sees or edits it. */
export const INFO_SHEET = 'dfv-table'

/** One filled row: its number in the sheet, its cells by column key. */
export type TableRow = { number: number; cells: ReadonlyMap<string, Cell>; isMarkedExample: boolean }

export type Table = {
  rows: readonly TableRow[]
  /** Columns that people added; they are not read. */
  unread: readonly string[]
}

/** `talk@1,…`: what the table was made for. A newer form may ask for more. */
export const formsOf = (sheet: Sheet): string =>
  sheet.kinds.map((kind) => `${kind}@${RECORD_KINDS[kind].version}`).join(',')

/**
 * Finds the rows of an uploaded workbook.
 * @throws DomainError when it is not this village's table of this kind in its present form, or holds no or too many rows
 */
export function readTable(contents: readonly SheetContent[], sheet: Sheet, areaCode: string): Table {
  checkInfo(contents, sheet, areaCode)
  const columns = columnsOf(sheet)
  const known = new Map(columns.map((column) => [plainHeading(column.heading), column]))
  const shown = contents.filter(({ isHidden }) => !isHidden)
  const head = shown.map(({ rows }) => ({ rows, at: headingRow(rows, known) })).find(({ at }) => at >= 0)
  if (!head) throw new DomainError('IMPORT_NOT_TEMPLATE')
  const { byColumn, numberColumn, unread } = readHeadings(head.rows[head.at]!, known)
  const missing = columns.filter(({ isRequired, key }) => isRequired && ![...byColumn.values()].includes(key))
  if (missing.length > 0)
    throw new DomainError('IMPORT_COLUMNS_MISSING', {
      columns: missing.map(({ heading }) => heading).join('、'),
    })
  const example = exampleRow(sheet, columns)
  const rows = head.rows
    .slice(head.at + 1)
    .map((row) => tableRow(row, byColumn, numberColumn))
    .filter(({ cells }) => cells.size > 0 && !isExample(cells, example))
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY')
  if (rows.length > MAX_ROWS) throw new DomainError('IMPORT_TOO_MANY_ROWS', { most: MAX_ROWS })
  return { rows, unread }
}

function checkInfo(contents: readonly SheetContent[], sheet: Sheet, areaCode: string): void {
  const info = contents.find(({ name }) => name === INFO_SHEET)
  const values = new Map(
    (info?.rows ?? []).map(({ cells }) => [cells.get(1)?.text ?? '', cells.get(2)?.text ?? '']),
  )
  const made = SHEETS.get(values.get('table') ?? '')
  if (!made) throw new DomainError('IMPORT_NOT_TEMPLATE')
  if (made.id !== sheet.id)
    throw new DomainError('IMPORT_OTHER_TABLE', { made: made.title, wanted: sheet.title })
  if (values.get('area') !== areaCode) throw new DomainError('IMPORT_OTHER_VILLAGE')
  if (values.get('forms') !== formsOf(sheet)) throw new DomainError('IMPORT_OLD_TEMPLATE')
}

/** The row near the top with the most known headings, at least two. */
function headingRow(rows: readonly Row[], known: ReadonlyMap<string, Column>): number {
  let best = -1
  let most = 1
  for (const [index, { number, cells }] of rows.entries()) {
    if (number > HEADINGS_WITHIN) break
    const found = [...cells.values()].filter(({ text }) => known.has(plainHeading(text))).length
    if (found > most) {
      best = index
      most = found
    }
  }
  return best
}

function readHeadings(row: Row, known: ReadonlyMap<string, Column>) {
  const byColumn = new Map<number, string>()
  const unread: string[] = []
  let numberColumn = 0
  for (const [at, { text }] of row.cells) {
    const heading = plainHeading(text)
    const column = known.get(heading)
    if (column && ![...byColumn.values()].includes(column.key)) byColumn.set(at, column.key)
    else if (heading === NUMBER_HEADING) numberColumn = at
    else if (heading !== ERROR_HEADING) unread.push(text.slice(0, 20))
  }
  return { byColumn, numberColumn, unread }
}

function tableRow(row: Row, byColumn: ReadonlyMap<number, string>, numberColumn: number): TableRow {
  const cells = new Map<string, Cell>()
  for (const [at, cell] of row.cells) {
    const key = byColumn.get(at)
    if (key !== undefined) cells.set(key, cell)
  }
  const isMarkedExample = row.cells.get(numberColumn)?.text === EXAMPLE_MARK
  return { number: row.number, cells, isMarkedExample }
}

const isExample = (cells: ReadonlyMap<string, Cell>, example: ReadonlyMap<string, string>): boolean =>
  cells.size === example.size && [...example].every(([key, text]) => cells.get(key)?.text === text)
