import ExcelJS from 'exceljs'
import { cellText } from '../../platform/workbook/cell-text.js'
import { type Column, columnsOf, EXAMPLE_MARK, NUMBER_HEADING } from './columns.js'
import { exampleRow } from './example-row.js'
import type { Sheet } from './sheets.js'
import { ERROR_HEADING, formsOf, INFO_SHEET, MAX_ROWS, type TableRow } from './table-reading.js'

/** What is wrong in one row: with a column, or with the row as a whole. */
export type RowIssue = { row: number; column?: string; text: string }

const OPTIONS_SHEET = '选项'
const HEADING_ROW = 3
const FIRST_ROW = HEADING_ROW + 1
const GREY: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
const RED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E4' } }
const TEXT = '@'

type Village = { code: string; name: string }

/** An empty table to fill in, with one example. */
export function blankTable(sheet: Sheet, village: Village): Promise<Buffer> {
  const columns = columnsOf(sheet)
  const { workbook, main } = frame(sheet, village, columns, [NUMBER_HEADING])
  const row = main.getRow(FIRST_ROW)
  row.getCell(1).value = EXAMPLE_MARK
  for (const [key, text] of exampleRow(sheet, columns))
    row.getCell(2 + columns.findIndex((column) => column.key === key)).value = cellText(text)
  row.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: 'FF6B6B6B' } }
  })
  return written(workbook)
}

/** The rows that were uploaded, each with what is wrong in it: in its own column, and as a note on the cell. */
export function faultyTable(
  sheet: Sheet,
  village: Village,
  rows: readonly TableRow[],
  issues: readonly RowIssue[],
): Promise<Buffer> {
  const columns = columnsOf(sheet)
  const { workbook, main } = frame(sheet, village, columns, [NUMBER_HEADING, ERROR_HEADING])
  main.getColumn(2).width = 40
  const byRow = new Map<number, RowIssue[]>()
  for (const issue of issues) byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue])
  for (const [index, { number, cells }] of rows.entries()) {
    const row = main.getRow(FIRST_ROW + index)
    row.getCell(1).value = `${index + 1}`
    for (const [at, { key }] of columns.entries()) {
      const cell = cells.get(key)
      if (cell) row.getCell(3 + at).value = cellText(cell.text)
    }
    const own = byRow.get(number) ?? []
    if (own.length === 0) continue
    const error = row.getCell(2)
    error.value = cellText(own.map(({ text }) => text).join('；'))
    error.fill = RED
    error.alignment = { wrapText: true, vertical: 'top' }
    for (const { column, text } of own) {
      const at = columns.findIndex(({ key }) => key === column)
      if (at < 0) continue
      row.getCell(3 + at).fill = RED
      row.getCell(3 + at).note = text
    }
  }
  return written(workbook)
}

/** Title, advice, headings with their help, drop-downs, and the sheet that says what the table is. */
function frame(sheet: Sheet, village: Village, columns: readonly Column[], before: readonly string[]) {
  const workbook = new ExcelJS.Workbook()
  const main = workbook.addWorksheet(sheet.title, { views: [{ state: 'frozen', ySplit: HEADING_ROW }] })
  main.getCell('A1').value = cellText(`${village.name} ${sheet.title}`)
  main.getCell('A1').font = { bold: true, size: 16 }
  main.getCell('A2').value =
    `带*的必须填。把光标停在标题上看怎么填。一次最多${MAX_ROWS}行，示例那一行不用删。`
  const headings = main.getRow(HEADING_ROW)
  for (const [index, heading] of before.entries()) headings.getCell(1 + index).value = heading
  for (const [index, column] of columns.entries()) {
    const at = before.length + 1 + index
    headings.getCell(at).value = `${column.heading}${column.isRequired ? '*' : ''}`
    if (column.help !== '') headings.getCell(at).note = column.help
    // Everything is text: a number format would cut an ID number and turn 3-1 into a date of this year.
    main.getColumn(at).numFmt = TEXT
    main.getColumn(at).width = Math.max(12, column.heading.length * 2.2)
  }
  headings.eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = GREY
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  addDropDowns(workbook, main, columns, before.length)
  const info = workbook.addWorksheet(INFO_SHEET, { state: 'veryHidden' })
  for (const line of [
    ['table', sheet.id],
    ['area', village.code],
    ['forms', formsOf(sheet)],
  ])
    info.addRow(line)
  return { workbook, main }
}

/** Lists stand on a sheet of their own: written into the rule itself, a list may have 255 characters in all. */
function addDropDowns(
  workbook: ExcelJS.Workbook,
  main: ExcelJS.Worksheet,
  columns: readonly Column[],
  before: number,
): void {
  const options = workbook.addWorksheet(OPTIONS_SHEET, { state: 'hidden' })
  let next = 1
  for (const [index, { field, heading }] of columns.entries()) {
    const labels =
      field.type === 'flag'
        ? ['是', '否']
        : field.type === 'choice'
          ? field.options?.map(({ label }) => label)
          : []
    if (!labels || labels.length === 0) continue
    const list = options.getColumn(next)
    list.values = [heading, ...labels]
    const letter = list.letter
    const target = main.getColumn(before + 1 + index).letter
    validations(main).add(`${target}${FIRST_ROW}:${target}${FIRST_ROW + MAX_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${OPTIONS_SHEET}!$${letter}$2:$${letter}$${labels.length + 1}`],
      showErrorMessage: true,
      errorTitle: '请从选项里选',
      error: '这一格只能从下拉的选项里选。',
    })
    next += 1
  }
}

/** By range, which the library can do and does not declare. */
const validations = (sheet: ExcelJS.Worksheet) =>
  (sheet as unknown as { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } })
    .dataValidations

const written = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer())
