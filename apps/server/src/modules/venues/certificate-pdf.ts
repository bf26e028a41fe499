import { fill } from '@dfv/rules'
import PDFDocument from 'pdfkit'
import { fontFile } from '../../platform/documents/pdf-fonts.js'
import { printRareCharacters } from '../../platform/documents/rare-characters.js'
import type { StaffCertificate } from './venues.dto.js'

const WORDS = {
  title: '禁毒知识答题合格证',
  body: '{name}参加{year}年禁毒知识答题，合格。',
  venue: '场所',
  area: '所在的村（社区）',
  passedOn: '答题日期',
  day: '{year}年{month}月{day}日',
  rule: '合格标准',
  mark: '满分100分，{passMark}分及以上合格',
  number: '编号',
  source: '由无毒村（社区）创建工作系统按从业人员名册生成，不写本人得了多少分。',
} as const
const MARGIN = 72
const INK = '#1a1a1a'
const GREY = '#5c5c5c'
const RULE = '#9a9a9a'
/** Points; the longest name of a fact has eight characters. */
const FACT_NAME = 130

/**
 * One A4 page for whoever passed: who, where, when and by which rule; no score, and no code that leads anywhere. The same
 * certificate gives the same bytes; the caller pipes it.
 */
export function renderCertificate(certificate: StaffCertificate): PDFKit.PDFDocument {
  const { number, name, venueName, areaName, passedOn, passMark } = certificate
  const [year = '', month, day] = passedOn.split('-').map(Number)
  const madeAt = new Date(`${passedOn}T00:00:00.000Z`)
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: fontFile('regular') as never,
    info: { Title: WORDS.title, Producer: '', Creator: '', CreationDate: madeAt, ModDate: madeAt },
    lang: 'zh-CN',
    displayTitle: true,
  })
  pdf.registerFont('regular', fontFile('regular'))
  pdf.registerFont('bold', fontFile('bold'))
  printRareCharacters(pdf)
  pdf.fillColor(INK).font('bold').fontSize(28).text(WORDS.title, MARGIN, 130, { align: 'center' })
  pdf
    .font('regular')
    .fontSize(18)
    .text(fill(WORDS.body, { name, year }), MARGIN, 220, { indent: 36, lineGap: 12 })
  pdf.moveDown(1)
  const facts: [string, string][] = [
    [WORDS.venue, venueName],
    [WORDS.area, areaName],
    [WORDS.passedOn, fill(WORDS.day, { year, month: `${month}`, day: `${day}` })],
    [WORDS.rule, fill(WORDS.mark, { passMark: `${passMark}` })],
    [WORDS.number, number],
  ]
  for (const [label, value] of facts) {
    const top = pdf.y
    pdf.fontSize(13).fillColor(GREY).text(label, MARGIN, top, { width: FACT_NAME })
    const left = MARGIN + FACT_NAME
    pdf.fillColor(INK).text(value, left, top, { width: pdf.page.width - MARGIN - left, lineGap: 4 })
    pdf.moveDown(0.6)
  }
  const foot = pdf.y + 24
  pdf.lineWidth(0.5).strokeColor(RULE)
  pdf
    .moveTo(MARGIN, foot)
    .lineTo(pdf.page.width - MARGIN, foot)
    .stroke()
  pdf
    .fontSize(10.5)
    .fillColor(GREY)
    .text(WORDS.source, MARGIN, foot + 14)
  pdf.end()
  return pdf
}
