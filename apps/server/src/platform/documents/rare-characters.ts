import PDFDocument from 'pdfkit'
import { fontFile, rareFonts } from './pdf-fonts.js'

/** Blocks in which Noto Sans SC has gaps. Text without them is drawn as ever, at no cost. */
const RARE_BLOCKS = /[\u3400-\u4dbf\u9fa6-\u9fff\uf900-\ufad9\u{20000}-\u{3fffd}]/u
/** Noto Sans SC has all of it: text of nothing else need not be looked at character by character. */
const PLAIN = /^[\s\u0021-\u007e\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e]*$/
/** Not drawn by itself: it changes the character before it, or says where a line may break. */
const UNDRAWN = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u

/** Whether a text may hold a character that the first font lacks and a rare font has. */
export const mayHoldRare = (text: string): boolean => RARE_BLOCKS.test(text)

/** How a character is printed that no font has: by its number, never as an empty box. */
const described = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`

export type RareCharacters = {
  /** Draw with the fonts for rare characters, where they are installed. */
  withFonts: boolean
  /** Print what no font has as its number: 〔U+30000〕; else as an empty box, as once it was. */
  areDescribed: boolean
}
const AS_NOW: RareCharacters = { withFonts: true, areDescribed: true }

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

/** Finds the font for a character: the document's own at this moment, else the first rare one that has it, else none. */
function fontFinder(inner: Inner, withFonts: boolean): (character: string) => Font | undefined {
  let spares: Font[] | undefined
  /** Opened when the first rare character comes: the files are large. */
  const open = (): Font[] => {
    const own = inner._font
    const fonts = rareFonts().map(({ name, bytes }) => inner.registerFont(name, bytes).font(name)._font)
    inner._font = own
    return fonts
  }
  return (character) => {
    const code = character.codePointAt(0) ?? 0
    if (inner._font.font.hasGlyphForCodePoint(code)) return inner._font
    if (!withFonts || !mayHoldRare(character)) return undefined
    spares ??= open()
    return spares.find(({ font }) => font.hasGlyphForCodePoint(code))
  }
}

const finders = new Map<boolean, (character: string) => Font | undefined>()

/** @returns as what the characters of a text are printed that no font here has, each once: `〔U+30000〕` */
export function describedIn(text: string, { withFonts, areDescribed }: RareCharacters = AS_NOW): string[] {
  if (!areDescribed || PLAIN.test(text)) return []
  let find = finders.get(withFonts)
  if (!find) {
    const probe = new PDFDocument({ font: fontFile('regular') as never }) as unknown as Inner
    find = fontFinder(probe, withFonts)
    finders.set(withFonts, find)
  }
  const lacking = [...new Set(text)].filter((one) => !UNDRAWN.test(one) && find(one) === undefined)
  return lacking.map(described)
}

/**
 * Lets a document print characters that its font lacks: 𠮷, 𬺈. Each is drawn with the first of the rare fonts that has it,
 * in the line and at the place where it stands; what none has is printed as its number. It works where pdfkit measures and
 * draws, so that wrapping, centring and tables need not know of it.
 */
export function printRareCharacters(
  pdf: PDFKit.PDFDocument,
  { withFonts, areDescribed }: RareCharacters = AS_NOW,
): void {
  const inner = pdf as unknown as Inner
  const widthOfString = inner.widthOfString.bind(inner)
  const fragment = inner._fragment.bind(inner)
  const fontFor = fontFinder(inner, withFonts)

  const withFont = <T>(font: Font, work: () => T): T => {
    const own = inner._font
    inner._font = font
    try {
      return work()
    } finally {
      inner._font = own
    }
  }
  const isLookedAt = (text: string): boolean => (areDescribed ? !PLAIN.test(text) : mayHoldRare(text))
  const runsOf = (text: string): Run[] => {
    const runs: Run[] = []
    for (const character of text) {
      const found = fontFor(character)
      const isLacking = found === undefined && areDescribed && !UNDRAWN.test(character)
      const font = found ?? inner._font
      const shown = isLacking ? described(character) : character
      const last = runs.at(-1)
      if (last?.font === font) last.text += shown
      else runs.push({ text: shown, font })
    }
    return runs
  }

  inner.widthOfString = (given, options = {}) => {
    const text = `${given}`
    if (!isLookedAt(text)) return widthOfString(given, options)
    const runs = runsOf(text)
    const width = runs.reduce(
      (sum, run) => sum + withFont(run.font, () => widthOfString(run.text, options)),
      0,
    )
    // The space between two runs is part of neither.
    return width + Math.max(0, runs.length - 1) * (options.characterSpacing ?? 0)
  }

  inner._fragment = (given, x, y, options) => {
    const text = `${given}`.replace(/\n/g, '')
    const runs = isLookedAt(text) ? runsOf(text) : []
    if (!runs.some(({ font }) => font !== inner._font))
      return fragment(runs.length === 0 ? text : runs.map((run) => run.text).join(''), x, y, options)
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
