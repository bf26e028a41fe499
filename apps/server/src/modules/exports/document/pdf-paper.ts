import { once } from 'node:events'
import type { Writable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { type FontWeight, fontFile } from '../../../platform/documents/pdf-fonts.js'
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

  /** Side by side in a frame of their own, the last of a row's parts. */
  pictures(pictures: readonly Picture[]): void {
    if (pictures.length === 0) return
    const { pdf } = this
    const height = PICTURE_HEIGHT + 2 * PAD
    if (!this.fits(height)) this.turn()
    pdf.lineWidth(0.5).strokeColor(RULE).rect(MARGIN.side, pdf.y, this.width, height).stroke()
    let left = MARGIN.side + PAD
    for (const { bytes, width, height: tall } of pictures) {
      const shown = Math.min((PICTURE_HEIGHT * width) / tall, PICTURE_HEIGHT * 2)
      if (left + shown > MARGIN.side + this.width) break
      pdf.image(bytes, left, pdf.y + PAD, { fit: [shown, PICTURE_HEIGHT] })
      left += shown + 2 * PAD
    }
    pdf.y += height
  }

  signatures(lines: readonly string[]): void {
    for (const line of lines) this.prose(line, PROSE, { before: 7, indent: 0 })
  }

  rowHeight(cells: readonly string[], widths: readonly number[], look: Look): number {
    const most = Math.max(1, ...cells.map((cell, at) => this.lines(cell, widths[at]! - 2 * PAD, look).length))
    return Math.min(most * look.size * 1.35 + 2 * PAD, this.floor - MARGIN.top)
  }

  row(cells: readonly string[], widths: readonly number[], { look, align, ground, groundOf }: RowLook): void {
    const { pdf } = this
    const height = this.rowHeight(cells, widths, look)
    if (!this.fits(height)) this.turn()
    const top = pdf.y
    let left = MARGIN.side
    for (const [at, cell] of cells.entries()) {
      const width = widths[at]!
      const fill = groundOf?.(at) ?? ground
      // The watermark stays visible: the ground is let through.
      if (fill) pdf.fillOpacity(0.7).rect(left, top, width, height).fill(fill).fillOpacity(1)
      pdf.lineWidth(0.5).strokeColor(RULE).rect(left, top, width, height).stroke()
      this.cell(cell, { left, top, width, height }, look, align(at))
      left += width
    }
    pdf.y = top + height
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

  private cell(
    text: string,
    box: { left: number; top: number; width: number; height: number },
    look: Look,
    align: 'left' | 'center',
  ): void {
    const { pdf } = this
    const leading = look.size * 1.35
    const room = Math.floor((box.height - 2 * PAD) / leading + 0.01)
    const lines = this.lines(text, box.width - 2 * PAD, look).slice(0, room)
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
