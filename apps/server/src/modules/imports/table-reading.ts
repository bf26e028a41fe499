import { RECORD_KINDS } from '@dfv/rules'
import { DomainError } from '../../platform/errors/domain-error.js'
import { headedRows } from '../../platform/workbook/headed-rows.js'
import type { Cell, SheetContent } from '../../platform/workbook/read-workbook.js'
import { columnsOf, EXAMPLE_MARK, NUMBER_HEADING } from './columns.js'
import { exampleRow } from './example-row.js'
import { SHEETS, type Sheet } from './sheets.js'

export const MAX_ROWS = 1_000
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
  const found = headedRows(contents, columns, [NUMBER_HEADING])
  const example = exampleRow(sheet, columns)
  const rows = found.rows
    .filter(({ cells }) => !isExample(cells, example))
    .map(({ number, cells, besides }) => ({
      number,
      cells,
      isMarkedExample: besides.get(NUMBER_HEADING) === EXAMPLE_MARK,
    }))
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY')
  if (rows.length > MAX_ROWS) throw new DomainError('IMPORT_TOO_MANY_ROWS', { most: MAX_ROWS })
  return { rows, unread: found.unread }
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

const isExample = (cells: ReadonlyMap<string, Cell>, example: ReadonlyMap<string, string>): boolean =>
  cells.size === example.size && [...example].every(([key, text]) => cells.get(key)?.text === text)
