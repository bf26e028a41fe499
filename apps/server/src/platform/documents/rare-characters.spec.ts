import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../../../test/support/document-text.js'
import { fontFile, hasRareFonts } from './pdf-fonts.js'
import { describedIn, printRareCharacters, type RareCharacters } from './rare-characters.js'

/** In Noto Sans SC; in HanaMinA; in HanaMinB alone. */
const NAMES = { known: '𬱟䶮', older: '𠮷', newer: '𡎴𫠠', tooNew: '𰀀' }

async function print(
  text: string,
  options: PDFKit.Mixins.TextOptions = {},
  isOn = true,
  how?: RareCharacters,
): Promise<Buffer> {
  const pdf = new PDFDocument({ font: fontFile('regular') as never, compress: true })
  pdf.registerFont('regular', fontFile('regular'))
  if (isOn) printRareCharacters(pdf, how)
  pdf.font('regular').fontSize(20).text(text, options)
  pdf.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of pdf) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
/** Of one line or many: where a font or a line ends is left out. */
const textOf = (pdf: Buffer): string => pdfText(pdf).replace(/[\s|]/g, '')
const fontsIn = (pdf: Buffer): string[] =>
  [
    ...new Set([...pdf.toString('latin1').matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map(([, name]) => name!)),
  ].sort()

describe('a rare character of a name', () => {
  it('is there to be printed on: npm start and npm test unpack the fonts', () => {
    expect(hasRareFonts()).toBe(true)
  })

  it('is drawn with a font that has it, found by whoever searches, and costs only its own glyph', async () => {
    const pdf = await print(`承诺人：${NAMES.older}${NAMES.newer}（户主）`)
    expect(textOf(pdf)).toContain(`承诺人：${NAMES.older}${NAMES.newer}（户主）`)
    expect(fontsIn(pdf)).toEqual(
      expect.arrayContaining([expect.stringMatching(/HanaMinA/), expect.stringMatching(/HanaMinB/)]),
    )
    expect(pdf.length).toBeLessThan(60_000)
  })

  it('that the document’s own font has is drawn with that: nothing changes', async () => {
    const text = `承诺人：${NAMES.known}李明`
    expect(fontsIn(await print(text))).toEqual(fontsIn(await print(text, {}, false)))
  })

  it('wraps and centres like any other: the line is as long as its characters', async () => {
    const lines = await print(NAMES.older.repeat(60), { width: 200, align: 'center' })
    expect(textOf(lines)).toBe(NAMES.older.repeat(60))
    const pdf = new PDFDocument({ font: fontFile('regular') as never })
    printRareCharacters(pdf)
    pdf.fontSize(20)
    expect(pdf.widthOfString(`李${NAMES.older}明`)).toBeCloseTo(3 * 20, 0)
  })

  it('that no font has is printed by its number, in the midst of those that have one', async () => {
    const pdf = await print(`承诺人：王${NAMES.tooNew}${NAMES.older}（户主）`)
    expect(textOf(pdf)).toContain(`承诺人：王〔U+30000〕${NAMES.older}（户主）`)
    const long = await print(NAMES.tooNew.repeat(30), { width: 200, align: 'center' })
    expect(textOf(long)).toBe('〔U+30000〕'.repeat(30))
    expect(describedIn(`王${NAMES.tooNew}明${NAMES.older}${NAMES.tooNew}`)).toEqual(['〔U+30000〕'])
  })

  it('of another script too, so that nobody’s name is a row of boxes', async () => {
    expect(textOf(await print('བཀྲ·王明'))).toMatch(/^〔U\+0F56〕.*·王明$/)
    expect(describedIn('李明·𠮷䶮，2026年 No.1')).toEqual([])
  })

  it('with a mark that chooses its form is the character alone', async () => {
    expect(describedIn('葛\u{E0100}明\uFE00')).toEqual([])
    expect(textOf(await print('葛\u{E0100}明'))).toContain('葛')
  })

  it('is an empty box where a document was made before numbers were printed', async () => {
    const before = await print(`王${NAMES.tooNew}`, {}, true, { withFonts: true, areDescribed: false })
    expect(textOf(before)).not.toContain('U+30000')
  })
})
