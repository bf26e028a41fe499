import PDFDocument from 'pdfkit'
import { chinaMinute } from '../../platform/china-minute.js'
import { fontFile } from '../../platform/documents/pdf-fonts.js'
import { drawQr } from '../../platform/documents/qr-code.js'
import {
  describedIn,
  printRareCharacters,
  type RareCharacters,
} from '../../platform/documents/rare-characters.js'
import { EVIDENCE_FILE } from './evidence/pledge-evidence.js'
import type { Stroke } from './stroke.js'

export type PledgeDocument = {
  text: string
  title: string
  signerName: string
  /** Null: not signed yet; the paper is for signing by hand. */
  signature: {
    stroke: Stroke | null
    strokeHash: string
    signedAt: Date
    /** Signed without a network: when, by the phone's own clock. */
    phoneTime?: Date
  } | null
  seal: {
    number: string
    sealedAt: Date
    signature: string
    stamp: { at: Date; by: string } | null
    keyFingerprint: string
  } | null
  /** Signed by the slip of this number, without an account; at its door on a cadre's phone, or on its own. */
  household?: { number: number; isAtDoor: boolean }
  textHash: string
  state: 'unsealed' | 'sealed' | 'superseded' | 'revoked'
  verifyCode: string
  verifyUrl: string
}

const SEALED_HEADS: Readonly<Record<PledgeDocument['state'], string>> = {
  unsealed: '',
  sealed: '已封存',
  superseded: '已封存，已由新版代替',
  revoked: '已封存，后来已撤回',
}
const MARGIN = 64
const INK = '#1a1a1a'
const GREY = '#5c5c5c'
const RULE = '#9a9a9a'
const QR_SIZE = 88
const STROKE_BOX = { width: 210, height: 92 }
/** Signature and seal stay together on one page. */
const BLOCK_HEIGHT = 300

/**
 * A4, one or more pages; the caller pipes it. The same arguments give the same bytes.
 * @param printedAt for the document's own date
 * @param evidence the package as JSON, carried in the file as an attachment
 * @param rareCharacters as pages of an earlier layout printed them; left out: as now
 */
export function renderPledge(
  document: PledgeDocument,
  printedAt: Date,
  evidence?: string,
  rareCharacters?: RareCharacters,
): PDFKit.PDFDocument {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    bufferPages: true,
    font: fontFile('regular') as never,
    info: { Title: document.title, Producer: '', Creator: '', CreationDate: printedAt, ModDate: printedAt },
    lang: 'zh-CN',
    displayTitle: true,
  })
  pdf.registerFont('regular', fontFile('regular'))
  pdf.registerFont('bold', fontFile('bold'))
  printRareCharacters(pdf, rareCharacters)
  writeText(pdf, document)
  const numbers = describedIn(document.text + document.signerName, rareCharacters)
  if (numbers.length > 0)
    pdf
      .font('regular')
      .fontSize(9)
      .fillColor(GREY)
      .text(`${numbers.join('、')}是字库里没有的字，印的是它的统一编号，以手写的姓名为准。`)
      .fillColor(INK)
      .moveDown(1)
  if (pdf.y + BLOCK_HEIGHT > pdf.page.height - MARGIN) pdf.addPage()
  writeSignature(pdf, document)
  writeSeal(pdf, document)
  numberPages(pdf)
  if (evidence !== undefined)
    pdf.file(Buffer.from(evidence, 'utf8'), {
      name: EVIDENCE_FILE,
      type: 'application/json',
      description: '证据包：不连系统也能核验这份责任状',
    })
  pdf.end()
  return pdf
}

function writeText(pdf: PDFKit.PDFDocument, { text }: PledgeDocument): void {
  const [title = '', ...lines] = text.split('\n')
  pdf.font('bold').fontSize(18).fillColor(INK).text(title, { align: 'center' }).moveDown(0.8)
  for (const line of lines) {
    if (line === '') pdf.moveDown(0.35)
    else if (/^[一二三四五六七八九十]+、/.test(line))
      pdf.font('bold').fontSize(11.5).text(line, { lineGap: 4 })
    else
      pdf
        .font('regular')
        .fontSize(11)
        .text(line, { lineGap: 4, indent: /^\d+\./.test(line) ? 0 : 22 })
  }
  pdf.moveDown(1)
}

function writeSignature(pdf: PDFKit.PDFDocument, { signature, signerName }: PledgeDocument): void {
  const top = pdf.y
  pdf.font('regular').fontSize(11).fillColor(INK).text('责任人（手写姓名）：', MARGIN, top)
  const box = { x: MARGIN + 112, y: top - 4, ...STROKE_BOX }
  pdf.lineWidth(0.5).strokeColor(RULE).rect(box.x, box.y, box.width, box.height).stroke()
  if (signature?.stroke) drawStroke(pdf, signature.stroke, box)
  const right = box.x + box.width + 14
  const lines = signature
    ? [signerName, chinaMinute(signature.signedAt)]
    : ['　　　　年　　月　　日', '（可手写签名、盖章）']
  pdf.fontSize(10).text(lines.join('\n'), right, top, { width: pdf.page.width - MARGIN - right, lineGap: 3 })
  pdf.x = MARGIN
  pdf.y = box.y + box.height + 16
}

/** Scaled into the box with its proportions kept; what slid off the canvas is cut. */
function drawStroke(
  pdf: PDFKit.PDFDocument,
  stroke: Stroke,
  box: { x: number; y: number; width: number; height: number },
): void {
  const scale = Math.min(box.width / stroke.width, box.height / stroke.height)
  const left = box.x + (box.width - stroke.width * scale) / 2
  const top = box.y + (box.height - stroke.height * scale) / 2
  pdf.save()
  pdf.rect(box.x, box.y, box.width, box.height).clip()
  pdf.lineWidth(1.6).lineCap('round').lineJoin('round').strokeColor(INK)
  for (const line of stroke.lines) {
    line.forEach(([x = 0, y = 0], index) => {
      if (index === 0) pdf.moveTo(left + x * scale, top + y * scale)
      else pdf.lineTo(left + x * scale, top + y * scale)
    })
    if (line.length > 1) pdf.stroke()
  }
  pdf.restore()
}

function writeSeal(pdf: PDFKit.PDFDocument, document: PledgeDocument): void {
  const top = pdf.y
  const { seal, signature } = document
  if (!signature) {
    writeNote(pdf, '这份还没有在手机上签名。', `全文校验值 ${document.textHash}`)
    return
  }
  if (!seal) {
    writeNote(pdf, '已收到签名，正在封存。封存后请重新下载。', `全文校验值 ${document.textHash}`)
    return
  }
  drawQr(pdf, document.verifyUrl, { left: MARGIN, top, size: QR_SIZE, ink: INK, worn: 'M' })
  const left = MARGIN + QR_SIZE + 16
  const width = pdf.page.width - MARGIN - left
  pdf.font('bold').fontSize(11).fillColor(INK).text(SEALED_HEADS[document.state], left, top, { width })
  pdf.font('regular').fontSize(9.5)
  const lines = [
    `编号 ${seal.number}　　校验码 ${document.verifyCode}`,
    `签名时间 ${chinaMinute(signature.signedAt)}　　封存时间 ${chinaMinute(seal.sealedAt)}`,
    ...(signature.phoneTime ? [`没有网络时签的，手机上的时间 ${chinaMinute(signature.phoneTime)}`] : []),
    ...(document.household ? [householdLine(document.household)] : []),
    seal.stamp
      ? `第三方时间戳 ${chinaMinute(seal.stamp.at)}（${seal.stamp.by}）`
      : '时间由本系统记录，没有第三方时间戳。',
    '扫左边的二维码可以核验，不用登录，不显示姓名。',
  ]
  pdf.text(lines.join('\n'), left, pdf.y + 2, { width, lineGap: 3 })
  pdf
    .fontSize(7)
    .fillColor(GREY)
    .text(`全文校验值 ${document.textHash}\n笔迹校验值 ${signature.strokeHash}`, left, pdf.y + 4, {
      width,
      lineGap: 2,
    })
    .text(`封存签章 ${seal.signature}\n公钥指纹 ${seal.keyFingerprint}`, { width, lineGap: 2 })
  pdf.fillColor(INK)
}

/** How the signer was known is told as it is: nobody's account was checked. */
const householdLine = ({ number, isAtDoor }: NonNullable<PledgeDocument['household']>): string =>
  isAtDoor
    ? `户号 ${number}，在工作人员的手机上签名，记有在场的人，没有核对账号。`
    : `户号 ${number}，凭村里发的签名条签名，没有核对账号。`

function writeNote(pdf: PDFKit.PDFDocument, note: string, detail: string): void {
  pdf.font('regular').fontSize(10).fillColor(INK).text(note, MARGIN, pdf.y)
  pdf.fontSize(7).fillColor(GREY).text(detail).fillColor(INK)
}

function numberPages(pdf: PDFKit.PDFDocument): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    const { bottom } = pdf.page.margins
    // Below the margin; left in place, pdfkit would begin a new page there.
    pdf.page.margins.bottom = 0
    pdf
      .font('regular')
      .fontSize(9)
      .fillColor(GREY)
      .text(`第${page + 1}页，共${count}页`, MARGIN, pdf.page.height - 44, { align: 'center' })
    pdf.page.margins.bottom = bottom
  }
}
