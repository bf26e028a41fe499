// Text in columns for a terminal: a Chinese character is two columns wide.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·×÷→]/

export const WIDTH = 96

/** Columns a text takes. */
export const widthOf = (text) => Array.from(text).reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0)

export const pad = (text, width) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** What may not begin a line. */
const CLOSING = /^[，。、；：）)”』》？%]/
/** What is not taken apart: a number, a word, an id. */
const PIECES = /[\x21-\x7e]+|[\s\S]/gu

/** Breaks a text into lines of a width. */
export function wrap(text, width) {
  const lines = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && widthOf(line + piece) > width && !CLOSING.test(piece)) {
      lines.push(line.trimEnd())
      line = piece === ' ' ? '' : piece
    } else line += piece
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

/** A label and its text, further lines under the text. */
export function field(label, text, { indent = 2, column = 8 } = {}) {
  const lead = ' '.repeat(indent)
  const rest = ' '.repeat(indent + column)
  return wrap(text, WIDTH - indent - column).map((line, index) =>
    index === 0 ? `${lead}${pad(label, column)}${line}` : `${rest}${line}`,
  )
}

export const heading = (text) => ['', text, '─'.repeat(Math.floor(WIDTH / 2))]
export const title = (text) => [text, '═'.repeat(Math.floor(WIDTH / 2))]
