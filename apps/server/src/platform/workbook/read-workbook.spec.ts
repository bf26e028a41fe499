import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type ZipPart, zipOf } from '../../../test/support/zip-file.js'
import { dateOfSerial, showsDate } from './cell-format.js'
import { readWorkbook } from './read-workbook.js'
import { WorkbookFault } from './workbook-fault.js'

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const RELATIONS = `${XML}<Relationships><Relationship Id="r1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>`

/** The smallest workbook around one sheet's XML. */
const parts = (sheet: string, more: ZipPart[] = []): ZipPart[] => [
  {
    name: 'xl/workbook.xml',
    text: `${XML}<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  { name: 'xl/_rels/workbook.xml.rels', text: RELATIONS },
  { name: 'xl/worksheets/sheet1.xml', text: sheet },
  ...more,
]
const read = async (sheet: string, more: ZipPart[] = []) => {
  const [content] = await readWorkbook(zipOf(parts(sheet, more)))
  return (content?.rows ?? []).map(({ number, cells }) => [number, Object.fromEntries(cells)])
}
const faultOf = (file: Buffer) =>
  readWorkbook(file).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookFault ? error.code : String(error)),
  )

describe('reading a workbook', () => {
  it('gives what people typed: text, numbers, dates, in the rows and columns where it stands', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('人员')
    sheet.getCell('A1').value = '李小明'
    sheet.getCell('C1').value = { richText: [{ text: '示范' }, { text: 'A-07', font: { bold: true } }] }
    sheet.getCell('B3').value = 1985
    sheet.getCell('C3').value = new Date('2026-03-02T00:00:00Z')
    sheet.getCell('C3').numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell('D3').value = true
    workbook.addWorksheet('隐藏', { state: 'veryHidden' }).getCell('A1').value = 'dfv'
    const [first, second] = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(first).toMatchObject({ name: '人员', isHidden: false })
    expect(first?.rows.map(({ number, cells }) => [number, [...cells]])).toEqual([
      [
        1,
        [
          [1, { text: '李小明', is: 'text' }],
          [3, { text: '示范A-07', is: 'text' }],
        ],
      ],
      [
        3,
        [
          [2, { text: '1985', is: 'number' }],
          [3, { text: '2026-03-02', is: 'date' }],
          [4, { text: '是', is: 'text' }],
        ],
      ],
    ])
    expect(second).toMatchObject({ name: '隐藏', isHidden: true })
  })

  it('does not calculate: a formula is told as one, with the result the file claims', async () => {
    expect(await read(`<sheetData><row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row></sheetData>`)).toEqual([
      [2, { 1: { text: '2', is: 'formula' } }],
    ])
    expect(
      await read(
        `<sheetData><row r="2"><c r="B2" t="str"><f>HYPERLINK("http://x")</f></c></row></sheetData>`,
      ),
    ).toEqual([[2, { 2: { text: '', is: 'formula' } }]])
  })

  it('tells a number that lost its last digits, as an ID number typed as a number does', async () => {
    expect(
      await read(`<sheetData><row><c><v>441581198501011234</v></c><c><v>1e400</v></c></row></sheetData>`),
    ).toEqual([[1, { 1: { text: '441581198501011000', is: 'imprecise' }, 2: { text: '', is: 'error' } }]])
    expect(await read(`<sheetData><row><c><v>34.999999999999996</v></c></row></sheetData>`)).toEqual([
      [1, { 1: { text: '35', is: 'number' } }],
    ])
  })

  it('leaves out how characters are pronounced, and blank cells', async () => {
    const strings = `${XML}<sst><si><t>陈</t><rPh sb="0" eb="1"><t>chen</t></rPh></si><si><t xml:space="preserve">  </t></si><si><t>一_x000D_二</t></si></sst>`
    const sheet = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>99</v></c></row></sheetData>`
    expect(await read(sheet, [{ name: 'xl/sharedStrings.xml', text: strings }])).toEqual([
      [1, { 1: { text: '陈', is: 'text' }, 3: { text: '一\r二', is: 'text' } }],
    ])
  })

  it('reads names with a prefix, as some programs write them', async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>好</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    expect(await read(sheet)).toEqual([[1, { 1: { text: '好', is: 'text' } }]])
  })

  it('takes no longer for merged areas, drop-downs and names that cover a whole sheet', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations></worksheet>`
    expect(await read(sheet)).toEqual([[1, { 1: { text: '1', is: 'number' } }]])
  })
})

describe('dates in a workbook', () => {
  it.each([
    [61, '1900-03-01'],
    [46083, '2026-03-02'],
    [46083.75, '2026-03-02'],
  ])('serial number %p is %p', (serial, date) => expect(dateOfSerial(serial, false)).toBe(date))

  it('count four years less where a file counts from 1904', () => {
    expect(dateOfSerial(44621, true)).toBe('2026-03-02')
  })

  it('are not made of numbers that no date can be', () => {
    for (const serial of [-1, 0, 60, 2_958_466, Number.NaN])
      expect(dateOfSerial(serial, false)).toBeUndefined()
  })

  it.each([
    [14, undefined, true],
    [31, undefined, true],
    [57, undefined, true],
    [0, undefined, false],
    [45, undefined, false],
    [164, 'yyyy\\-mm\\-dd', true],
    [165, '[$-804]yyyy"年"m"月"', true],
    [166, '0.00_);[Red]\\(0.00\\)', false],
    [167, 'General', false],
    [168, 'h:mm', false],
    [169, '"day" 0', false],
  ])('format %p %p shows a date: %p', (id, code, shown) => expect(showsDate(id, code)).toBe(shown))
})

describe('a file that is no workbook, or a trap', () => {
  const row = (cells: number) => `<row>${'<c><v>1</v></c>'.repeat(cells)}</row>`

  it('is refused: text, a damaged file, the old format, a zip of something else', async () => {
    const good = zipOf(parts('<sheetData/>'))
    expect(await faultOf(Buffer.from('姓名,电话'))).toBe('notWorkbook')
    expect(await faultOf(Buffer.alloc(0))).toBe('notWorkbook')
    expect(await faultOf(good.subarray(0, good.length - 30))).toBe('notWorkbook')
    expect(await faultOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldOrLocked')
    expect(await faultOf(zipOf([{ name: 'readme.txt', text: 'x' }]))).toBe('notWorkbook')
    expect(await faultOf(zipOf(parts('<sheetData><row>')))).toBe('notWorkbook')
  })

  it('is refused for a document type: no entity is ever opened', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>`
    expect(await faultOf(zipOf(parts(laughs)))).toBe('notWorkbook')
  })

  it('is refused for too many parts', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ name: `xl/media/${at}.png`, text: '' }))
    expect(await faultOf(zipOf(parts('<sheetData/>', many)))).toBe('tooLarge')
  })

  it('is refused before it is unpacked when it declares too much: in all, or for its size', async () => {
    const declared = { name: 'xl/media/bomb.png', text: 'x', declaredBytes: 33 * 1024 * 1024 }
    expect(await faultOf(zipOf(parts('<sheetData/>', [declared])))).toBe('tooLarge')
    const ratio = { name: 'xl/media/bomb.png', text: 'x', declaredBytes: 4 * 1024 * 1024 }
    expect(await faultOf(zipOf(parts('<sheetData/>', [ratio])))).toBe('tooLarge')
    const real = { name: 'xl/worksheets/sheet2.xml', text: ' '.repeat(8 * 1024 * 1024) }
    expect(await faultOf(zipOf(parts('<sheetData/>', [real])))).toBe('tooLarge')
  })

  it('is refused when a part unpacks to more than it declared', async () => {
    const content = `<sheetData>${row(1)}</sheetData>${' '.repeat(3_000_000)}`
    const lying = zipOf([
      ...parts('<sheetData/>').slice(0, 2),
      { name: 'xl/worksheets/sheet1.xml', text: content, declaredBytes: 100 },
    ])
    expect(lying.length).toBeGreaterThan(deflateRawSync(content).length)
    expect(await faultOf(lying)).toBe('notWorkbook')
  })

  it('is refused for two parts of one name, of which another program might read the other', async () => {
    const twice = [
      ...parts('<sheetData/>'),
      { name: 'xl/worksheets/sheet1.xml', text: `<sheetData>${row(1)}</sheetData>` },
    ]
    expect(await faultOf(zipOf(twice))).toBe('notWorkbook')
  })

  it('is refused for more filled cells than a table has', async () => {
    expect(await faultOf(zipOf(parts(`<sheetData>${row(1000).repeat(101)}</sheetData>`)))).toBe('tooLarge')
  })
})
