import { DomainError } from '../errors/domain-error.js'
import type { Cell, Row, SheetContent } from './read-workbook.js'

/** Rows above the headings: title and a line of advice; people add one of their own now and then. */
const HEADINGS_WITHIN = 10
/** The column into which faults are written; read back, it says nothing. */
export const ERROR_HEADING = '要改的地方'

/** A column of a table that people fill in. */
export type TableColumn = {
  /** Unique in the table. */
  key: string
  heading: string
  isRequired: boolean
  /** What the note on the heading says; empty: none. */
  help: string
  /** The words of its drop-down. */
  choices?: readonly string[]
}

/** One filled row: its number in the sheet, its cells by column key, and what stands under headings without a key. */
export type HeadedRow = {
  number: number
  cells: ReadonlyMap<string, Cell>
  besides: ReadonlyMap<string, string>
}

export type HeadedRows = {
  rows: readonly HeadedRow[]
  /** Columns that people added; they are not read. */
  unread: readonly string[]
}

/** What two spellings of a heading have in common: stars, brackets of either width and white space do not matter. */
export const plainHeading = (text: string): string => text.normalize('NFKC').replace(/[\s*＊]/g, '')

/**
 * Finds the rows under the headings of the first sheet that has them.
 * @param besides headings that belong to the table but are no column of it, a running number for one
 * @throws DomainError IMPORT_NOT_TEMPLATE, IMPORT_COLUMNS_MISSING
 */
export function headedRows(
  contents: readonly SheetContent[],
  columns: readonly TableColumn[],
  besides: readonly string[],
): HeadedRows {
  const known = new Map(columns.map((column) => [plainHeading(column.heading), column]))
  const shown = contents.filter(({ isHidden }) => !isHidden)
  const head = shown.map(({ rows }) => ({ rows, at: headingRow(rows, known) })).find(({ at }) => at >= 0)
  if (!head) throw new DomainError('IMPORT_NOT_TEMPLATE')
  const headings = readHeadings(head.rows[head.at]!, known, besides)
  const found = new Set(headings.byColumn.values())
  const missing = columns.filter(({ isRequired, key }) => isRequired && !found.has(key))
  if (missing.length > 0)
    throw new DomainError('IMPORT_COLUMNS_MISSING', {
      columns: missing.map(({ heading }) => heading).join('、'),
    })
  const rows = head.rows
    .slice(head.at + 1)
    .map((row) => headedRow(row, headings))
    .filter(({ cells }) => cells.size > 0)
  return { rows, unread: headings.unread }
}

/** The row near the top with the most known headings, at least two. */
function headingRow(rows: readonly Row[], known: ReadonlyMap<string, TableColumn>): number {
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

type Headings = {
  byColumn: ReadonlyMap<number, string>
  beside: ReadonlyMap<number, string>
  unread: readonly string[]
}

function readHeadings(
  row: Row,
  known: ReadonlyMap<string, TableColumn>,
  besides: readonly string[],
): Headings {
  const byColumn = new Map<number, string>()
  const beside = new Map<number, string>()
  const unread: string[] = []
  for (const [at, { text }] of row.cells) {
    const heading = plainHeading(text)
    const column = known.get(heading)
    if (column && ![...byColumn.values()].includes(column.key)) byColumn.set(at, column.key)
    else if (besides.includes(heading)) beside.set(at, heading)
    else if (heading !== ERROR_HEADING) unread.push(text.slice(0, 20))
  }
  return { byColumn, beside, unread }
}

function headedRow(row: Row, { byColumn, beside }: Headings): HeadedRow {
  const cells = new Map<string, Cell>()
  const besides = new Map<string, string>()
  for (const [at, cell] of row.cells) {
    const key = byColumn.get(at)
    const heading = beside.get(at)
    if (key !== undefined) cells.set(key, cell)
    else if (heading !== undefined) besides.set(heading, cell.text)
  }
  return { number: row.number, cells, besides }
}
