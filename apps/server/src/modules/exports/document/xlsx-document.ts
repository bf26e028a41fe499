import type { Writable } from 'node:stream'
import type { Cell as SheetCell, Style, Worksheet } from 'exceljs'
import { cellText, headerText, sheetName } from '../../../platform/workbook/cell-text.js'
import { WorkbookStream } from '../../../platform/workbook/workbook-stream.js'
import { type Block, type Cell, cellWords, type ExportDocument, type Sheet, type Table } from './document.js'
import { Pace } from './pace.js'

/** A worksheet ends at 1,048,576 rows; long before that nobody scrolls. */
const MOST_ROWS = 200_000
const ROWS_AT_ONCE = 100
const FONT = '宋体'
const LINE = { style: 'thin', color: { argb: 'FF9A9A9A' } } as const
const FRAME = { top: LINE, bottom: LINE, left: LINE, right: LINE }

const style = (over: Partial<Style>): Partial<Style> => ({ font: { name: FONT, size: 10.5 }, ...over })
const TITLE = style({
  font: { name: FONT, size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
})
const SUBTITLE = style({
  font: { name: FONT, size: 10, color: { argb: 'FF5C5C5C' } },
  alignment: { horizontal: 'center', wrapText: true },
})
const HEADING = style({ font: { name: FONT, size: 12, bold: true } })
const PROSE = style({ alignment: { wrapText: true, vertical: 'top' } })
const LABEL = style({
  font: { name: FONT, size: 10.5, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F7' } },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: FRAME,
})
const LEFT = style({ alignment: { vertical: 'middle', wrapText: true }, border: FRAME })
const CENTER = style({
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: FRAME,
})
const DATE = { ...CENTER, numFmt: 'yyyy-mm-dd' }

/** Writes a document as a workbook, at the pace of the output. */
export async function writeXlsx(document: ExportDocument, output: Writable): Promise<void> {
  const workbook = new WorkbookStream(output, document.madeAt)
  const names = new SheetNames()
  for await (const sheet of document.sheets) await writeSheet(workbook, document, sheet, names)
  await workbook.commit()
}

async function writeSheet(
  workbook: WorkbookStream,
  document: ExportDocument,
  sheet: Sheet,
  names: SheetNames,
): Promise<void> {
  const columns = Math.max(1, ...tablesOf(sheet).map(({ columns }) => columns.length))
  const pace = new Pace()
  let page = openPage(workbook, document, sheet, names, columns)
  for (const block of sheet.blocks) {
    if (block.kind !== 'table') {
      writeLines(page, block, columns)
      continue
    }
    writeLabels(page, block.table)
    let written = 0
    for await (const row of block.table.rows) {
      if (written > 0 && written % MOST_ROWS === 0) {
        page.commit()
        page = openPage(workbook, document, sheet, names, columns)
        writeLabels(page, block.table)
      }
      writeCells(page, row, block.table)
      written += 1
      if (written % ROWS_AT_ONCE === 0) {
        await workbook.room()
        await pace.breathe()
      }
    }
    if (written === 0) writeWide(page, block.table.empty, CENTER, columns)
  }
  page.commit()
}

function openPage(
  workbook: WorkbookStream,
  document: ExportDocument,
  sheet: Sheet,
  names: SheetNames,
  columns: number,
): Worksheet {
  const footer = `&C&9&K808080${headerText(document.madeBy)}&R&9&P/&N`
  const page = workbook.addWorksheet(names.next(sheet.name), {
    views: [{ state: 'frozen', ySplit: firstTableAt(sheet) }],
    pageSetup: {
      paperSize: 9,
      orientation: document.isWide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.7, header: 0.3, footer: 0.3 },
      printTitlesRow: `${firstTableAt(sheet)}:${firstTableAt(sheet)}`,
    },
    headerFooter: { oddHeader: `&C&9&K808080${headerText(document.madeBy)}`, oddFooter: footer },
  })
  page.columns = widths(sheet, columns).map((width) => ({ width }))
  writeWide(page, sheet.title, TITLE, columns, 30)
  writeWide(page, sheet.subtitle, SUBTITLE, columns, 18)
  return page
}

/** The row of the first table's labels: title, subtitle and what stands before the table come first. */
const firstTableAt = (sheet: Sheet): number => {
  const before = sheet.blocks.findIndex(({ kind }) => kind === 'table')
  return 3 + Math.max(0, before)
}

const tablesOf = (sheet: Sheet): Table[] =>
  sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))

/** A Chinese character is as wide as two of the digits a worksheet counts in. */
function widths(sheet: Sheet, columns: number): number[] {
  const tables = tablesOf(sheet)
  if (tables.length === 0) return [90]
  return Array.from({ length: columns }, (_, at) =>
    Math.max(8, ...tables.map((table) => (table.columns[at]?.width ?? 0) * 2 + 2)),
  )
}

function writeLines(page: Worksheet, block: Exclude<Block, { kind: 'table' }>, columns: number): void {
  if (block.kind === 'signatures') for (const line of block.lines) writeWide(page, line, PROSE, columns, 28)
  else if (block.kind === 'heading') writeWide(page, block.text, HEADING, columns, 24)
  else writeWide(page, block.text, block.kind === 'note' ? SUBTITLE : PROSE, columns, proseHeight(block.text))
}

/** A merged cell does not grow by itself. */
const proseHeight = (text: string): number =>
  16 * text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 42)), 0) + 2

function writeWide(page: Worksheet, text: string, look: Partial<Style>, columns: number, height?: number) {
  const row = page.addRow([cellText(text)])
  if (height !== undefined) row.height = height
  if (columns > 1) page.mergeCells(row.number, 1, row.number, columns)
  Object.assign(row.getCell(1), { style: look })
  row.commit()
}

function writeLabels(page: Worksheet, { columns }: Table): void {
  const row = page.addRow(columns.map(({ label }) => cellText(label)))
  row.height = 24
  row.eachCell((cell) => setStyle(cell, LABEL))
  row.commit()
}

function writeCells(page: Worksheet, cells: readonly Cell[], { columns }: Table): void {
  const row = page.addRow(columns.map((_, at) => cellValue(cells[at] ?? null)))
  // Programs differ in whether a row without a height grows with its text.
  row.height = 4 + 14 * Math.max(...columns.map(({ width }, at) => linesOf(cellWords(cells[at]), width)))
  columns.forEach(({ align }, at) => {
    const isDate = isDay(cells[at] ?? null)
    setStyle(row.getCell(at + 1), isDate ? DATE : align === 'center' ? CENTER : LEFT)
  })
  row.commit()
}

/** How many lines a text takes in a cell that holds so many Chinese characters. */
function linesOf(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n')) {
    let used = 0
    for (const character of line) used += character > '\u2000' ? 1 : 0.55
    lines += Math.max(1, Math.ceil(used / (width + 0.5)))
  }
  return Math.min(lines, 25)
}

const isDay = (cell: Cell): cell is { date: string } =>
  typeof cell === 'object' && cell !== null && 'date' in cell

function setStyle(cell: SheetCell, look: Partial<Style>): void {
  cell.style = look
}

function cellValue(cell: Cell): string | number | Date | null {
  if (typeof cell === 'string') return cellText(cell)
  if (isDay(cell)) return new Date(`${cell.date}T00:00:00Z`)
  return cell !== null && typeof cell === 'object' ? cellWords(cell) : cell
}

/** Excel refuses two worksheets of one name, whatever their case. */
class SheetNames {
  private readonly taken = new Set<string>()

  next(name: string): string {
    const base = sheetName(name)
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? base : `${base.slice(0, 27)}（${number}）`
      if (this.taken.has(candidate.toUpperCase())) continue
      this.taken.add(candidate.toUpperCase())
      return candidate
    }
  }
}
