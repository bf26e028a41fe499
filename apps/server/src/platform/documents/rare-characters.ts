import { rareFonts } from './pdf-fonts.js'

/** Blocks in which Noto Sans SC has gaps. Text without them is drawn as ever, at no cost. */
const RARE_BLOCKS = /[\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufad9\u{20000}-\u{3fffd}]/u

/** Whether a text may hold a character that the first font lacks. */
export const mayHoldRare = (text: string): boolean => RARE_BLOCKS.test(text)

type Font = {
  ascender: number
  widthOfString: (text: string, size: number, features?: unknown) => number
  font: { hasGlyphForCodePoint: (code: number) => boolean }
}
type Options = { features?: unknown; characterSpacing?: number; align?: string } & Record<string, unknown>
/** What pdfkit measures and draws every piece of text with, whatever was asked of it. */
type Inner = {
  _font: Font
  _fontSize: number
  font: (name: string) => Inner
  registerFont: (name: string, bytes: Buffer) => Inner
  widthOfString: (text: string, options?: Options) => number
  _fragment: (text: string, x: number, y: number, options: Options) => void
}
type Run = { text: string; font: Font }

/**
 * Lets a document print characters that its font lacks: 𠮷, 𬺈. Each is drawn with the first of the rare fonts that has it,
 * in the line and at the place where it stands. It works where pdfkit measures and draws, so that wrapping, centring and
 * tables need not know of it. Without the fonts, or for a character that none has, the document is as before.
 */
export function printRareCharacters(pdf: PDFKit.PDFDocument): void {
  const inner = pdf as unknown as Inner
  const widthOfString = inner.widthOfString.bind(inner)
  const fragment = inner._fragment.bind(inner)
  let spares: Font[] | undefined

  const withFont = <T>(font: Font, work: () => T): T => {
    const own = inner._font
    inner._font = font
    try {
      return work()
    } finally {
      inner._font = own
    }
  }
  /** Opened when the first rare character comes: the files are large. */
  const open = (): Font[] => {
    const own = inner._font
    const fonts = rareFonts().map(({ name, bytes }) => inner.registerFont(name, bytes).font(name)._font)
    inner._font = own
    return fonts
  }
  const fontFor = (character: string): Font => {
    const own = inner._font
    if (!mayHoldRare(character)) return own
    const code = character.codePointAt(0) ?? 0
    if (own.font.hasGlyphForCodePoint(code)) return own
    spares ??= open()
    return spares.find(({ font }) => font.hasGlyphForCodePoint(code)) ?? own
  }
  const runsOf = (text: string): Run[] => {
    const runs: Run[] = []
    for (const character of text) {
      const font = fontFor(character)
      const last = runs.at(-1)
      if (last?.font === font) last.text += character
      else runs.push({ text: character, font })
    }
    return runs
  }

  inner.widthOfString = (text, options = {}) =>
    mayHoldRare(`${text}`)
      ? runsOf(text).reduce(
          (sum, run) => sum + withFont(run.font, () => widthOfString(run.text, options)),
          // The space between two runs is part of neither.
          (runsOf(text).length - 1) * (options.characterSpacing ?? 0),
        )
      : widthOfString(text, options)

  inner._fragment = (given, x, y, options) => {
    const text = `${given}`.replace(/\n/g, '')
    const runs = mayHoldRare(text) ? runsOf(text) : []
    if (!runs.some(({ font }) => font !== inner._font)) return fragment(text, x, y, options)
    const width = inner.widthOfString(text, options)
    const { align, ...plain } = options
    const free = Number(options.lineWidth ?? width) - width
    let left = x + (align === 'center' ? free / 2 : align === 'right' ? free : 0)
    // All stand on the line of the document's own font, whatever their own height.
    const baseline = (-inner._font.ascender / 1000) * inner._fontSize
    for (const run of runs) {
      const runWidth = withFont(run.font, () => widthOfString(run.text, options))
      const asked = { ...plain, baseline, textWidth: runWidth, wordCount: 1 }
      withFont(run.font, () => fragment(run.text, left, y, asked))
      left += runWidth + (options.characterSpacing ?? 0)
    }
  }
}
