import { buffer } from 'node:stream/consumers'
import { fill } from '@dfv/rules'
import PDFDocument from 'pdfkit'
import { fontFile } from '../../platform/documents/pdf-fonts.js'
import { drawQr } from '../../platform/documents/qr-code.js'
import { printRareCharacters } from '../../platform/documents/rare-characters.js'

export type PaperKind = 'board' | 'certificate'
export type PlaquePaper = {
  villageName: string
  townName: string
  /** The day of the award; null where the plaque does not hold. */
  since: string | null
  document: string
  url: string
}

const WORDS = {
  boardTitle: '无毒村（社区）创建公示',
  scan: '微信扫一扫，查看授牌是否有效',
  nothingElse: '只显示授牌是否有效，不用登录，不收集您的信息。',
  call: '报警 110　　政务服务 12345',
  certificateTitle: '无毒村（社区）授牌',
  body: '{town}{village}经考核合格，于{date}授予“无毒村（社区）”牌匾。',
  document: '依据文书：{document}',
  original: '本页由系统按市里的正式文书生成，供张贴公示，以文书原件为准。',
} as const
const MARGIN = 56
const INK = '#1a1a1a'
const GREY = '#5c5c5c'
/** Read from two steps away. */
const QR_SIZE = { board: 300, certificate: 130 }

/** One A4 page to hang on the village's board. The same arguments give the same bytes. */
export async function renderPlaquePaper(
  kind: PaperKind,
  paper: PlaquePaper,
  printedAt: Date,
): Promise<Buffer> {
  const title = kind === 'board' ? WORDS.boardTitle : WORDS.certificateTitle
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: fontFile('regular') as never,
    info: { Title: title, Producer: '', Creator: '', CreationDate: printedAt, ModDate: printedAt },
    lang: 'zh-CN',
    displayTitle: true,
  })
  pdf.registerFont('regular', fontFile('regular'))
  pdf.registerFont('bold', fontFile('bold'))
  printRareCharacters(pdf)
  const content = buffer(pdf)
  const center = { align: 'center' as const }
  pdf.fillColor(INK).font('bold').fontSize(30).text(title, MARGIN, 96, center)
  if (kind === 'board') {
    pdf.moveDown(0.6).fontSize(34).text(paper.villageName, center)
    drawCode(pdf, paper.url, QR_SIZE.board, pdf.y + 28)
    pdf
      .font('regular')
      .fontSize(20)
      .fillColor(INK)
      .text(WORDS.scan, MARGIN, pdf.y + 24, center)
    pdf.moveDown(0.4).fontSize(13).fillColor(GREY).text(WORDS.nothingElse, center)
    pdf.moveDown(1.2).fontSize(20).fillColor(INK).text(WORDS.call, center)
  } else {
    const [year, month, day] = (paper.since ?? '').split('-').map(Number)
    const date = `${year}年${month}月${day}日`
    const body = fill(WORDS.body, { town: paper.townName, village: paper.villageName, date })
    pdf.font('regular').fontSize(20).text(body, MARGIN, 220, { indent: 40, lineGap: 14 })
    pdf
      .moveDown(1)
      .fontSize(14)
      .text(fill(WORDS.document, { document: paper.document }))
    drawCode(pdf, paper.url, QR_SIZE.certificate, pdf.y + 48)
    pdf
      .fontSize(12)
      .fillColor(INK)
      .text(WORDS.scan, MARGIN, pdf.y + 12, center)
    pdf.moveDown(2).fontSize(10).fillColor(GREY).text(WORDS.original, center)
  }
  pdf.end()
  return content
}

/** In the middle of the page; below it writing goes on. */
function drawCode(pdf: PDFKit.PDFDocument, url: string, size: number, top: number): void {
  drawQr(pdf, url, { left: (pdf.page.width - size) / 2, top, size, ink: INK, worn: 'Q' })
  pdf.y = top + size
}
