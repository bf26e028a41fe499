import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../../../test/support/document-text.js'
import { fontFile, hasRareFonts } from './pdf-fonts.js'
import { printRareCharacters } from './rare-characters.js'

/** In Noto Sans SC; in HanaMinA; in HanaMinB alone. */
const NAMES = { known: '𬱟䶮', older: '𠮷', newer: '𡎴𫠠' }

async function print(text: string, options: PDFKit.Mixins.TextOptions = {}, isOn = true): Promise<Buffer> {
  const pdf = new PDFDocument({ font: fontFile('regular') as never, compress: true })
  pdf.registerFont('regular', fontFile('regular'))
  if (isOn) printRareCharacters(pdf)
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
})
