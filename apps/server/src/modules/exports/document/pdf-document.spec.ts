import { Writable } from 'node:stream'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pdfText } from '../../../../test/support/document-text.js'
import { type ExportDocument, type Row, rowsOf, type Table } from './document.js'
import { writePdf } from './pdf-document.js'

const COLUMNS = [
  { label: '日期', width: 10 },
  { label: '内容', width: 20 },
  { label: '照片', width: 6 },
]

async function printed(rows: readonly Row[], paper: Table['paper']): Promise<Buffer> {
  async function* sheets() {
    const table: Table = { columns: COLUMNS, rows: rowsOf(rows), empty: '没有', paper }
    yield { name: '台账', title: '台账', subtitle: '2026年', blocks: [{ kind: 'table' as const, table }] }
  }
  const document: ExportDocument = {
    title: '台账',
    isWide: false,
    madeBy: '陈书记 2026-07-01',
    isWatermarked: false,
    madeAt: new Date('2026-07-01T00:00:00.000Z'),
    sheets: sheets(),
  }
  const chunks: Buffer[] = []
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await writePdf(document, output)
  return Buffer.concat(chunks)
}

const PAPERS: [string, Table['paper']][] = [
  ['a grid', 'grid'],
  ['cards', { cards: '记录', signatures: ['签名：'] }],
]

describe.each(PAPERS)('a PDF with %s', (_, paper) => {
  it('loses no word of a cell that is longer than a page', async () => {
    const sentences = Array.from({ length: 400 }, (_, at) => `第${at}句讲防毒的道理。`)
    const file = await printed(
      [
        ['2026-03-01', '开头', null],
        ['2026-03-02', sentences.join('\n'), null],
        ['2026-03-03', '结尾', null],
      ],
      paper,
    )
    const text = pdfText(file).replaceAll('|', '')
    const missing = sentences.filter((_, at) => !text.includes(`第${at}句`))
    expect(missing).toEqual([])
    expect(text.indexOf('开头')).toBeLessThan(text.indexOf('第0句'))
    expect(text.indexOf('第399句')).toBeLessThan(text.indexOf('结尾'))
  })

  it('shows every photo of a row, on as many lines as they need', async () => {
    const picture = { width: 400, height: 100, channels: 3 as const, background: '#446688' }
    const bytes = await sharp({ create: picture }).jpeg().toBuffer()
    const pictures = Array.from({ length: 30 }, () => ({ bytes, width: 400, height: 100 }))
    const file = await printed([['2026-03-02', '宣传', { count: 30, pictures }]], paper)
    const drawn = file.toString('latin1').match(/\/Subtype \/Image/g)
    expect(drawn).toHaveLength(30)
  })
})
