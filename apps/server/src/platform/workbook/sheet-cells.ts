import { dateOfSerial } from './cell-format.js'
import { WorkbookFault } from './workbook-fault.js'
import { readXml, unescapeText } from './xml-parts.js'

/** One filled cell as text, and what it was in the file. */
export type Cell = {
  text: string
  /**
   * `date`: the text is `YYYY-MM-DD`. `formula`: the text is what the file says it came to, which nobody checked.
   * `imprecise`: a number longer than a workbook can hold, so its last digits are not those that were typed.
   * `error`: `#N/A` and its like.
   */
  is: 'text' | 'number' | 'date' | 'formula' | 'imprecise' | 'error'
}

/** A row with at least one filled cell; columns count from 1. */
export type Row = { number: number; cells: ReadonlyMap<number, Cell> }

/** Well above a template's thousand rows of thirty columns; what is formatted but empty does not count. */
const MAX_CELLS = 100_000
/** Longer than any field takes; the rest of a longer text is not kept. */
const MAX_TEXT = 2_000
/** A number keeps fifteen digits. */
const MAX_EXACT = 999_999_999_999_999

export type CellReading = {
  sharedStrings: readonly string[]
  /** By style index. */
  isDate: readonly boolean[]
  from1904: boolean
}

/** Reads the filled cells of one sheet, row by row. @throws WorkbookFault */
export async function readCells(part: Buffer, reading: CellReading): Promise<Row[]> {
  const rows: Row[] = []
  let cells = new Map<number, Cell>()
  let rowNumber = 0
  let column = 0
  let count = 0
  let now: RawCell = blank()
  let into: 'value' | 'inline' | undefined
  await readXml(part, {
    open: (name, attribute) => {
      if (name === 'row') {
        rowNumber = Number(attribute('r') ?? rowNumber + 1)
        if (!Number.isSafeInteger(rowNumber) || rowNumber < 1) throw new WorkbookFault('notWorkbook')
        cells = new Map()
        column = 0
      } else if (name === 'c') {
        now = { ...blank(), type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0) }
        const address = attribute('r')
        column = address === undefined ? column + 1 : columnOf(address)
      } else if (name === 'f') now.isFormula = true
      else if (name === 'v') into = 'value'
      else if (name === 't') into = 'inline'
      // How the characters above a text are pronounced is no part of it.
      else if (name === 'rPh') now.isPhonetic = true
    },
    text: (text) => {
      if (into === undefined || now.isPhonetic) return
      if (now.text.length <= MAX_TEXT) now.text += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = undefined
      else if (name === 'rPh') now.isPhonetic = false
      else if (name === 'c') {
        const cell = cellOf(now, reading)
        if (cell === undefined) return
        if (++count > MAX_CELLS) throw new WorkbookFault('tooLarge')
        cells.set(column, cell)
      } else if (name === 'row' && cells.size > 0) rows.push({ number: rowNumber, cells })
    },
  })
  return rows
}

type RawCell = { type: string; style: number; text: string; isFormula: boolean; isPhonetic: boolean }
const blank = (): RawCell => ({ type: 'n', style: 0, text: '', isFormula: false, isPhonetic: false })

/** `BC12` → 55. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/i.exec(address)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64
  if (column === 0) throw new WorkbookFault('notWorkbook')
  return column
}

function cellOf(raw: RawCell, { sharedStrings, isDate, from1904 }: CellReading): Cell | undefined {
  const { type, text } = raw
  if (raw.isFormula) return { text: text.slice(0, MAX_TEXT), is: 'formula' }
  if (text === '') return undefined
  switch (type) {
    case 's':
      return textCell(sharedStrings[Number(text)])
    case 'inlineStr':
    case 'str':
      return textCell(unescapeText(text))
    case 'b':
      return { text: text === '1' ? '是' : '否', is: 'text' }
    case 'e':
      return { text, is: 'error' }
    case 'd':
      return { text: text.slice(0, 10), is: 'date' }
    default:
      return numberCell(Number(text), isDate[raw.style] === true, from1904)
  }
}

function numberCell(value: number, isDate: boolean, from1904: boolean): Cell {
  if (!Number.isFinite(value)) return { text: '', is: 'error' }
  const date = isDate ? dateOfSerial(value, from1904) : undefined
  if (date !== undefined) return { text: date, is: 'date' }
  // A calculated 35 is stored as 34.999999999999996.
  const rounded = Number(value.toPrecision(15))
  return { text: `${rounded}`, is: Math.abs(rounded) > MAX_EXACT ? 'imprecise' : 'number' }
}

function textCell(text: string | undefined): Cell | undefined {
  const shown = text?.slice(0, MAX_TEXT + 1).trim()
  return shown ? { text: shown, is: 'text' } : undefined
}
