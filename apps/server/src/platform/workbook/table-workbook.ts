import ExcelJS from 'exceljs'
import { cellText } from './cell-text.js'
import { ERROR_HEADING, type TableColumn } from './headed-rows.js'

/** What is wrong in one row: with a column, or with the row as a whole. */
export type RowIssue = { row: number; column?: string; text: string }

/** A table that people fill in. */
export type TableForm = {
  /** Of the sheet, and of the line above the headings. */
  title: string
  heading: string
  advice: string
  columns: readonly TableColumn[]
  /** Heading of the first column, which numbers the rows and is never read. */
  numberHeading: string
  /** Rows that have drop-downs. */
  maxRows: number
  /** Lines of a hidden sheet that says what the table is. */
  info?: { sheet: string; lines: readonly (readonly [string, string])[] }
}

/** The text of each cell by column key. */
type Texts = ReadonlyMap<string, string>
type WrittenRow = { number: number; cells: ReadonlyMap<string, { text: string }> }

const OPTIONS_SHEET = '选项'
const HEADING_ROW = 3
const FIRST_ROW = HEADING_ROW + 1
const GREY: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
const RED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3E4' } }
const TEXT = '@'

/** An empty table to fill in, with one example. */
export function blankTable(form: TableForm, example: { mark: string; cells: Texts }): Promise<Buffer> {
  const { workbook, main } = frame(form, [form.numberHeading])
  const row = main.getRow(FIRST_ROW)
  row.getCell(1).value = example.mark
  fill(row, 2, form.columns, example.cells)
  row.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: 'FF6B6B6B' } }
  })
  return written(workbook)
}

/** A table with what is there already, to be changed and added to. */
export function filledTable(form: TableForm, rows: readonly Texts[]): Promise<Buffer> {
  const { workbook, main } = frame(form, [form.numberHeading])
  for (const [index, texts] of rows.entries()) {
    const row = main.getRow(FIRST_ROW + index)
    row.getCell(1).value = `${index + 1}`
    fill(row, 2, form.columns, texts)
    row.eachCell((cell) => {
      cell.alignment = { wrapText: true, vertical: 'top' }
    })
  }
  return written(workbook)
}

/** The rows that were uploaded, each with what is wrong in it: in its own column, and as a note on the cell. */
export function faultyTable(
  form: TableForm,
  rows: readonly WrittenRow[],
  issues: readonly RowIssue[],
): Promise<Buffer> {
  const { columns } = form
  const { workbook, main } = frame(form, [form.numberHeading, ERROR_HEADING])
  main.getColumn(2).width = 40
  const byRow = new Map<number, RowIssue[]>()
  for (const issue of issues) byRow.set(issue.row, [...(byRow.get(issue.row) ?? []), issue])
  for (const [index, { number, cells }] of rows.entries()) {
    const row = main.getRow(FIRST_ROW + index)
    row.getCell(1).value = `${index + 1}`
    fill(row, 3, columns, new Map([...cells].map(([key, { text }]) => [key, text])))
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

function fill(row: ExcelJS.Row, from: number, columns: readonly TableColumn[], texts: Texts): void {
  for (const [at, { key }] of columns.entries()) {
    const text = texts.get(key)
    if (text !== undefined) row.getCell(from + at).value = cellText(text)
  }
}

/** Title, advice, headings with their help, drop-downs, and the sheet that says what the table is. */
function frame(form: TableForm, before: readonly string[]) {
  const { columns, info } = form
  const workbook = new ExcelJS.Workbook()
  const main = workbook.addWorksheet(form.title, { views: [{ state: 'frozen', ySplit: HEADING_ROW }] })
  main.getCell('A1').value = cellText(form.heading)
  main.getCell('A1').font = { bold: true, size: 16 }
  main.getCell('A2').value = form.advice
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
  addDropDowns(workbook, main, form, before.length)
  if (info) {
    const sheet = workbook.addWorksheet(info.sheet, { state: 'veryHidden' })
    for (const line of info.lines) sheet.addRow([...line])
  }
  return { workbook, main }
}

/** Lists stand on a sheet of their own: written into the rule itself, a list may have 255 characters in all. */
function addDropDowns(
  workbook: ExcelJS.Workbook,
  main: ExcelJS.Worksheet,
  { columns, maxRows }: TableForm,
  before: number,
): void {
  const options = workbook.addWorksheet(OPTIONS_SHEET, { state: 'hidden' })
  let next = 1
  for (const [index, { choices, heading }] of columns.entries()) {
    if (!choices || choices.length === 0) continue
    const list = options.getColumn(next)
    list.values = [heading, ...choices]
    const letter = list.letter
    const target = main.getColumn(before + 1 + index).letter
    validations(main).add(`${target}${FIRST_ROW}:${target}${FIRST_ROW + maxRows}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`${OPTIONS_SHEET}!$${letter}$2:$${letter}$${choices.length + 1}`],
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
