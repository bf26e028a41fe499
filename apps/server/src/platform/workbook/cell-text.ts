import type { Cell } from './sheet-cells.js'

/**
 * Excel, WPS and LibreOffice take a cell that begins with one of these for a formula when a sheet is saved as CSV or
 * pasted; the full-width forms are taken for their narrow twins. White space before them does not help.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u

/** Characters XML 1.0 cannot hold, and lone halves of letters; a tab or carriage return starts a formula in some programs. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cs}\uFFFE\uFFFF]/gu

/** What one cell of a worksheet can hold. */
const MOST_CHARACTERS = 32_767

/**
 * Text for a worksheet's cell: never a formula, whatever it begins with. An apostrophe before it keeps it text in every
 * program and in a CSV made from it.
 */
export function cellText(value: string): string {
  const clean = value.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNPRINTABLE, '')
  return (FORMULA.test(clean) ? `'${clean}` : clean).slice(0, MOST_CHARACTERS)
}

/** A worksheet's name: at most 31 characters, without those that mean something in a formula. */
export function sheetName(name: string): string {
  const clean = name.replace(/[[\]:*?/\\']/g, ' ').replace(UNPRINTABLE, '')
  return clean.slice(0, 31).trim() || '表'
}

/** Text inside a printed header or footer, where `&` begins a code. The space keeps a leading digit out of the font size before it. */
export const headerText = (value: string): string => ` ${value.replaceAll('&', '&&')}`.slice(0, 200)

/** What somebody typed: Excel, and whoever read the cell for us, keep a leading `=`, `+`, `-` or `@` behind an apostrophe. */
export const typedText = (text: string): string => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')

/** Why a cell cannot be read as what somebody typed; undefined when it can. */
export function cellFault(heading: string, is: Cell['is']): string | undefined {
  switch (is) {
    case 'formula':
      return `“${heading}”是公式，请改成写好的文字或数字`
    case 'error':
      return `“${heading}”这一格显示的是错误，请重填`
    case 'imprecise':
      return `“${heading}”的数字太长，后几位已经不准了。请先把这一格设成文本，再重填`
    default:
      return undefined
  }
}
