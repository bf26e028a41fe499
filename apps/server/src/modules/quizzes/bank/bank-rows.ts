import { BANK_AUDIENCES, BANK_WORDS, ITEM_TYPES, TOPICS } from '@dfv/rules'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { validationError } from '../../../platform/errors/validation-issues.js'
import { cellFault, typedText } from '../../../platform/workbook/cell-text.js'
import { type HeadedRow, headedRows } from '../../../platform/workbook/headed-rows.js'
import type { SheetContent } from '../../../platform/workbook/read-workbook.js'
import type { RowIssue } from '../../../platform/workbook/table-workbook.js'
import { COLUMNS, EXAMPLE_MARK, headingOf, MAX_ROWS, NUMBER_HEADING, optionKey } from './bank-table.js'
import { ItemContent, MOST_OPTIONS } from './item-content.js'

/** One row as it was typed, by column key. */
export type TypedRow = { number: number; cells: Readonly<Record<string, string>> }
/** What was read from a workbook, kept until it is confirmed. */
export type BankTable = {
  rows: readonly TypedRow[]
  unread: readonly string[]
  cellIssues: readonly RowIssue[]
}

/** @throws DomainError IMPORT_NOT_TEMPLATE, IMPORT_COLUMNS_MISSING, IMPORT_EMPTY, IMPORT_TOO_MANY_ROWS */
export function readBankTable(contents: readonly SheetContent[]): BankTable {
  const found = headedRows(contents, COLUMNS, [NUMBER_HEADING])
  const rows = found.rows.filter(({ besides }) => besides.get(NUMBER_HEADING) !== EXAMPLE_MARK)
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY')
  if (rows.length > MAX_ROWS) throw new DomainError('IMPORT_TOO_MANY_ROWS', { most: MAX_ROWS })
  return {
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: Object.fromEntries([...cells].map(([key, { text }]) => [key, typedText(text)])),
    })),
    unread: found.unread,
    cellIssues: rows.flatMap(cellIssuesOf),
  }
}

const cellIssuesOf = ({ number, cells }: HeadedRow): RowIssue[] =>
  [...cells].flatMap(([key, { is }]) => {
    const text = cellFault(headingOf(key) ?? key, is)
    return text === undefined ? [] : [{ row: number, column: key, text }]
  })

const SEPARATOR = /[、，,;；/\s]+/
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The key of a word; an unknown word stays as it is, and the question's own checks say so. */
function keyOf<K extends string>(
  keys: readonly K[],
  words: Readonly<Record<K, string>>,
  text: string,
): string {
  return keys.find((key) => plain(words[key]) === plain(text)) ?? text
}

const ANSWER_WORDS = new Map([
  ['正确', 0],
  ['对', 0],
  ['√', 0],
  ['错误', 1],
  ['错', 1],
  ['×', 1],
])

/** Turns a row into a question, or into what is to be changed in it. */
export function questionIn({ number, cells }: TypedRow): { item: ItemContent } | { issues: RowIssue[] } {
  const type = keyOf(ITEM_TYPES, BANK_WORDS.type, cells.type ?? '')
  const typed = Array.from({ length: MOST_OPTIONS }, (_, index) => cells[optionKey(index)] ?? '')
  const filled = typed.slice(0, typed.findLastIndex((text) => text !== '') + 1)
  const options = type === 'judge' && filled.length === 0 ? [...BANK_WORDS.judge] : filled
  const parsed = ItemContent.safeParse({
    audience: (cells.audience ?? '')
      .split(SEPARATOR)
      .filter((word) => word !== '')
      .map((word) => keyOf(BANK_AUDIENCES, BANK_WORDS.audience, word)),
    topic: keyOf(TOPICS, BANK_WORDS.topic, cells.topic ?? ''),
    type,
    stem: cells.stem ?? '',
    options,
    answer: answerIn(cells.answer ?? ''),
    explanation: cells.explanation ?? '',
    basis: cells.basis ?? '',
  })
  if (parsed.success) return { item: parsed.data }
  const faults = validationError(parsed.error.issues).errors
  return {
    issues: faults.map(({ path, text }) => {
      const column = columnOf(path)
      return { row: number, column, text: `“${headingOf(column) ?? ''}”${text}` }
    }),
  }
}

/** `AC`, `A、C`, `正确`; what cannot be read is no option. */
function answerIn(text: string): number[] {
  const word = ANSWER_WORDS.get(plain(text))
  if (word !== undefined) return [word]
  return [
    ...plain(text)
      .toUpperCase()
      .replace(/[、,;/]/g, ''),
  ].map((letter) => {
    const at = letter.charCodeAt(0) - 65
    return at >= 0 && at < MOST_OPTIONS ? at : MOST_OPTIONS
  })
}

/** Where a fault of a question stands in the table: `options.2` is the third option's column. */
function columnOf(path: string): string {
  const [field = '', index] = path.split('.')
  if (field !== 'options') return field
  return optionKey(index === undefined ? 0 : Number(index))
}
