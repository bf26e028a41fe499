import { type Field, isIsoDate, isIsoMonth } from '@dfv/rules'
import { dateOfSerial } from '../../platform/workbook/cell-format.js'
import { cellFault, typedText } from '../../platform/workbook/cell-text.js'
import type { Cell } from '../../platform/workbook/read-workbook.js'

/** What a cell says, as the field takes it; or one sentence on what to do about it. */
export type CellValue = { value: unknown } | { text: string }

/** Turns a name of a colleague into his id, and a code into a person's id. */
export type NameLookup = {
  cadre: (name: string) => CellValue
  person: (code: string) => CellValue
}

/** How a table marks a cadre who has left and has no account here. */
export const FORMER_CADRE = /[(（]已?(离岗|离任|调走)[)）]/

/** Between the entries of a cell that holds several. */
const SEPARATOR = /[、，,;；/\n\r]+|\s{2,}/

/** Reads one filled cell. The field's own checks come later, with the whole record. */
export function cellValue(field: Field, heading: string, cell: Cell, names: NameLookup): CellValue {
  const fault = cellFault(heading, cell.is)
  if (fault !== undefined) return { text: fault }
  const text = typedText(cell.text)
  switch (field.type) {
    case 'text':
      return { value: field.pattern?.includes('X') ? text.replace(/x$/, 'X') : text }
    case 'date':
      return dateValue(heading, cell.is === 'date' ? cell.text : text)
    case 'month':
      return monthValue(heading, text)
    case 'count':
      return /^[+-]?\d{1,15}$/.test(text.replaceAll(',', ''))
        ? { value: Number(text.replaceAll(',', '')) }
        : { text: `“${heading}”要填整数，比如 35` }
    case 'choice':
      return optionValue(field, heading, text)
    case 'multi':
      return listValue(text, (entry) => optionValue(field, heading, entry))
    case 'cadres':
      return listValue(text, names.cadre)
    case 'flag':
      return flagValue(heading, text)
    case 'area':
      return { value: text }
    default:
      return names.person(text)
  }
}

/** Excel's own number of a day, which is what is left when a date is pasted as a value: 1990 to 2064. */
const SERIAL_DAY = /^(3[3-9]|[45]\d)\d{3}$/

function dateValue(heading: string, text: string): CellValue {
  if (SERIAL_DAY.test(text)) return { value: dateOfSerial(Number(text), false) }
  const day = text.replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day)
  const date = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return date && isIsoDate(date)
    ? { value: date }
    : { text: `“${heading}”要写成 2026-03-02 这样，而且要有这一天` }
}

function monthValue(heading: string, text: string): CellValue {
  const match =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](?:\d{1,2}日?)?)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  const month = match && `${match[1]}-${match[2]?.padStart(2, '0')}`
  return month && isIsoMonth(month) ? { value: month } : { text: `“${heading}”要写成 2026-03 这样` }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const withoutNote = (text: string): string => plain(text).replace(/\([^)]*\)$/, '')

/** By its words; a note in brackets at their end may be left out. */
function optionValue(field: Field, heading: string, text: string): CellValue {
  const options = field.options ?? []
  const own = options.find(({ label }) => plain(label) === plain(text))
  const short = options.filter(({ label }) => withoutNote(label) === plain(text))
  const option = own ?? (short.length === 1 ? short[0] : undefined)
  return option ? { value: option.value } : { text: `“${heading}”里没有这一项，请从下拉的选项里选` }
}

function listValue(text: string, entryValue: (entry: string) => CellValue): CellValue {
  const values: unknown[] = []
  for (const entry of text.split(SEPARATOR).map((part) => part.trim())) {
    if (entry === '') continue
    const read = entryValue(entry)
    if ('text' in read) return read
    values.push(read.value)
  }
  return { value: values }
}

function flagValue(heading: string, text: string): CellValue {
  if (['是', '有', '√', '✓'].includes(text)) return { value: true }
  if (['否', '不是', '没有', '无', '×'].includes(text)) return { value: false }
  return { text: `“${heading}”只能写“是”或“否”` }
}
