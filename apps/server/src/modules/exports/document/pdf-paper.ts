import { once } from 'node:events'
import type { Writable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { type FontWeight, fontFile } from '../../../platform/documents/pdf-fonts.js'
import { printRareCharacters } from '../../../platform/documents/rare-characters.js'
import type { ExportDocument, Picture, Sheet } from './document.js'
import { Pace } from './pace.js'
import { LineBreaker } from './text-lines.js'

const MARGIN = { side: 42, top: 48, bottom: 52 }
const INK = '#1a1a1a'
export const GREY = '#5c5c5c'
const RULE = '#9a9a9a'
const PAD = 3.5
const PICTURE_HEIGHT = 96
/** Bytes that may wait for a slow reader before the next row is drawn. */
const WAITING_BYTES = 512 * 1024

export type Look = { weight: FontWeight; size: number }
export const PROSE: Look = { weight: 'regular', size: 11.5 }

type RowLook = {
  look: Look
  align: (column: number) => 'left' | 'center'
  ground?: string
  groundOf?: (column: number) => string | undefined
}

const leadingOf = ({ size }: Look): number => size * 1.35
const heightOf = (lines: number, look: Look): number => lines * leadingOf(look) + 2 * PAD

/** The page being written: where it stands, what fits, and what every page carries. */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument
  private readonly written: Promise<unknown>
  private readonly ended = new AbortController()
  private readonly breakers = new Map<string, LineBreaker>()
  private readonly pace = new Pace()
  private pages = 0

  constructor(
    private readonly document: ExportDocument,
    private readonly output: Writable,
  ) {
    this.pdf = new PDFDocument({
      size: 'A4',
      layout: document.isWide ? 'landscape' : 'portrait',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      autoFirstPage: false,
      // A default font would be opened anew, at 20 ms, each time it is asked for by its other name.
      font: null as never,
      info: {
        Title: document.title,
        Producer: '',
        Creator: '',
        CreationDate: document.madeAt,
        ModDate: document.madeAt,
      },
      lang: 'zh-CN',
      displayTitle: true,
      // Every different line would be kept for the document's life.
      fontLayoutCache: false,
    } as PDFKit.PDFDocumentOptions)
    this.pdf.registerFont('regular', fontFile('regular'))
    this.pdf.registerFont('bold', fontFile('bold'))
    printRareCharacters(this.pdf)
    output.once('close', () => this.ended.abort())
    this.written = once(output, 'finish', { signal: this.ended.signal })
    this.written.catch(() => undefined)
    this.pdf.pipe(output as never)
  }

  get width(): number {
    return this.pdf.page.width - 2 * MARGIN.side
  }

  private get floor(): number {
    return this.pdf.page.height - MARGIN.bottom
  }

  /** A new page under the sheet's title. */
  open(sheet: Sheet): void {
    this.turn()
    this.centered(sheet.title, { weight: 'bold', size: 17 }, INK)
    this.pdf.y += 5
    this.centered(sheet.subtitle, { weight: 'regular', size: 9.5 }, GREY)
    this.pdf.y += 8
  }

  turn(): void {
    this.pdf.addPage()
    this.pages += 1
    if (this.document.isWatermarked) this.watermark()
    const { pdf } = this
    this.use({ weight: 'regular', size: 8.5 }).fillColor(GREY)
    pdf.text(`第${this.pages}页`, 0, pdf.page.height - 34, {
      width: pdf.page.width,
      align: 'center',
      lineBreak: false,
    })
    pdf.text(this.document.madeBy, MARGIN.side, 22, { lineBreak: false })
    pdf.fillColor(INK)
    pdf.y = MARGIN.top
  }

  fits(height: number): boolean {
    return this.pdf.y + height <= this.floor || this.pdf.y <= MARGIN.top
  }

  prose(text: string, look: Look, place: { before: number; indent: number; color?: string }): void {
    const { pdf } = this
    const leading = look.size * 1.65
    const indent = place.indent * look.size
    pdf.y += place.before
    for (const paragraph of text.split('\n')) {
      // A first line that is indented holds less, so the indent is wrapped as the two blanks it stands for.
      const blanks = '\u3000'.repeat(place.indent)
      for (const [at, line] of this.lines(blanks + paragraph, this.width, look).entries()) {
        if (!this.fits(leading)) this.turn()
        const shown = at === 0 ? line.slice(place.indent) : line
        this.use(look).fillColor(place.color ?? INK)
        pdf.text(shown, MARGIN.side + (at === 0 ? indent : 0), pdf.y, { lineBreak: false })
        pdf.y += leading
      }
    }
    pdf.fillColor(INK)
  }

  /** Side by side, in as many framed lines as they need, the last of a row's parts. */
  pictures(pictures: readonly Picture[]): void {
    const { pdf } = this
    const height = PICTURE_HEIGHT + 2 * PAD
    let left = this.width
    let top = pdf.y
    for (const { bytes, width, height: tall } of pictures) {
      const shown = Math.min((PICTURE_HEIGHT * width) / tall, PICTURE_HEIGHT * 2)
      if (left + shown > this.width) {
        if (!this.fits(height)) this.turn()
        top = pdf.y
        pdf.lineWidth(0.5).strokeColor(RULE).rect(MARGIN.side, top, this.width, height).stroke()
        left = PAD
        pdf.y = top + height
      }
      pdf.image(bytes, MARGIN.side + left, top + PAD, { fit: [shown, PICTURE_HEIGHT] })
      left += shown + 2 * PAD
    }
    if (pictures.length > 0) pdf.y = top + height
  }

  signatures(lines: readonly string[]): void {
    for (const line of lines) this.prose(line, PROSE, { before: 7, indent: 0 })
  }

  /** How high a row is when it is in one piece: it may be more than a page. */
  rowHeight(cells: readonly string[], widths: readonly number[], look: Look): number {
    return heightOf(Math.max(...this.rowLines(cells, widths, look).map(({ length }) => length)), look)
  }

  /**
   * A row in one piece where a page can hold it; a longer one goes on over as many pages as it needs.
   * @param again draws what stands above the rows of every page
   */
  row(cells: readonly string[], widths: readonly number[], rowLook: RowLook, again = () => {}): void {
    const { look } = rowLook
    const lines = this.rowLines(cells, widths, look)
    const most = Math.max(...lines.map(({ length }) => length))
    const turn = () => {
      this.turn()
      again()
    }
    const whole = heightOf(most, look)
    const isLong = whole > this.floor - MARGIN.top
    if (!this.fits(isLong ? heightOf(1, look) : whole)) turn()
    for (let from = 0; from < most; ) {
      if (from > 0) turn()
      const room = Math.floor((this.floor - this.pdf.y - 2 * PAD) / leadingOf(look) + 0.01)
      const to = from + Math.max(1, room)
      this.rowPart(
        lines.map((cell) => cell.slice(from, to)),
        widths,
        rowLook,
      )
      from = to
    }
  }

  /** Waits until the reader has taken what is finished. @throws AbortError when he has gone */
  async room(): Promise<void> {
    await this.pace.breathe()
    this.ended.signal.throwIfAborted()
    const waiting = (this.pdf as unknown as { readableLength: number }).readableLength
    if (waiting > WAITING_BYTES) await once(this.output, 'drain', { signal: this.ended.signal })
  }

  async close(): Promise<void> {
    this.pdf.end()
    await this.written
  }

  private rowLines(cells: readonly string[], widths: readonly number[], look: Look): string[][] {
    return cells.map((cell, at) => this.lines(cell, widths[at]! - 2 * PAD, look))
  }

  private rowPart(
    cells: readonly string[][],
    widths: readonly number[],
    { look, align, ground, groundOf }: RowLook,
  ): void {
    const { pdf } = this
    const height = heightOf(Math.max(...cells.map(({ length }) => length)), look)
    const top = pdf.y
    let left = MARGIN.side
    for (const [at, lines] of cells.entries()) {
      const width = widths[at]!
      const fill = groundOf?.(at) ?? ground
      // The watermark stays visible: the ground is let through.
      if (fill) pdf.fillOpacity(0.7).rect(left, top, width, height).fill(fill).fillOpacity(1)
      pdf.lineWidth(0.5).strokeColor(RULE).rect(left, top, width, height).stroke()
      this.cell(lines, { left, top, width, height }, look, align(at))
      left += width
    }
    pdf.y = top + height
  }

  private cell(
    lines: readonly string[],
    box: { left: number; top: number; width: number; height: number },
    look: Look,
    align: 'left' | 'center',
  ): void {
    const { pdf } = this
    const leading = leadingOf(look)
    const top = box.top + (box.height - lines.length * leading) / 2
    this.use(look).fillColor(INK)
    for (const [at, line] of lines.entries()) {
      if (line === '') continue
      const shift = align === 'center' ? (box.width - 2 * PAD - this.widthOf(line, look)) / 2 : 0
      pdf.text(line, box.left + PAD + Math.max(0, shift), top + at * leading - look.size * 0.1, {
        lineBreak: false,
      })
    }
  }

  private centered(text: string, look: Look, color: string): void {
    for (const line of this.lines(text, this.width, look)) {
      this.use(look).fillColor(color)
      const left = MARGIN.side + (this.width - this.widthOf(line, look)) / 2
      this.pdf.text(line, left, this.pdf.y, { lineBreak: false })
      this.pdf.y += look.size * 1.5
    }
    this.pdf.fillColor(INK)
  }

  /** Slanted and pale, under everything else. */
  private watermark(): void {
    const { pdf } = this
    const { width, height } = pdf.page
    pdf.save()
    this.use({ weight: 'regular', size: 15 }).fillColor(INK).fillOpacity(0.075)
    for (let row = 0; row < height / 170; row++)
      for (let column = 0; column < width / 330; column++) {
        const at = { x: 30 + column * 330 + (row % 2) * 90, y: 110 + row * 170 }
        pdf.rotate(-24, { origin: [at.x, at.y] })
        pdf.text(this.document.madeBy, at.x, at.y, { lineBreak: false })
        pdf.rotate(24, { origin: [at.x, at.y] })
      }
    pdf.restore()
    pdf.fillOpacity(1)
  }

  private lines(text: string, width: number, look: Look): string[] {
    const key = `${look.weight}${look.size}`
    let breaker = this.breakers.get(key)
    if (!breaker) {
      breaker = new LineBreaker((character) => this.use(look).widthOfString(character))
      this.breakers.set(key, breaker)
    }
    return breaker.lines(text, width)
  }

  private widthOf(text: string, look: Look): number {
    return this.use(look).widthOfString(text)
  }

  private use({ weight, size }: Look): PDFKit.PDFDocument {
    return this.pdf.font(weight).fontSize(size)
  }
}
