import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  ImageRun,
  ImportedXmlComponent,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  Table as WordTable,
} from 'docx'
import {
  type Block,
  type Column,
  cellWords,
  type ExportDocument,
  type Picture,
  picturesOf,
  type Row,
  type Sheet,
  type Table,
} from './document.js'

/** Word's own names for what every Chinese office has; other machines put their nearest. */
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const TABLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const TITLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' }
/** A4 in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1_247, bottom: 1_134, left: 1_134, right: 1_134, header: 500, footer: 500 }
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
/** Pixels, as Word counts them. */
const PICTURE_HEIGHT = 120
const CELL_BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER }

/** Writes a document for Word. The format is one whole, so it is made in memory: forms keep it to what an office prints. */
export async function writeDocx(document: ExportDocument, output: Writable): Promise<void> {
  const width = (document.isWide ? A4.height : A4.width) - MARGIN.left - MARGIN.right
  const parts: (Paragraph | WordTable)[][] = []
  for await (const sheet of document.sheets) {
    const last = parts.at(-1)
    const isOn = sheet.goesOn === true && last !== undefined
    const children = isOn ? last : titleOf(sheet)
    if (isOn)
      children.push(line(sheet.name, { size: 28, font: TITLE_FONT, before: 280, after: 80, keep: true }))
    else parts.push(children)
    for (const block of sheet.blocks) children.push(...(await blockParts(block, width)))
  }
  const word = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: BODY_FONT, size: 28 } } } },
    sections: parts.map((children) => section(document, children)),
  })
  await pipeline(Packer.toStream(word) as Readable, output)
}

const titleOf = ({ title, subtitle }: Sheet): (Paragraph | WordTable)[] => [
  line(title, { size: 36, font: TITLE_FONT, bold: true, align: AlignmentType.CENTER, after: 80 }),
  line(subtitle, { size: 20, font: TABLE_FONT, align: AlignmentType.CENTER, after: 160 }),
]

function section(document: ExportDocument, children: (Paragraph | WordTable)[]): ISectionOptions {
  return {
    properties: {
      page: {
        size: {
          width: A4.width,
          height: A4.height,
          orientation: document.isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: MARGIN,
      },
    },
    headers: { default: new Header({ children: [pageHead(document)] }) },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children,
  }
}

async function blockParts(block: Block, width: number): Promise<(Paragraph | WordTable)[]> {
  switch (block.kind) {
    case 'heading':
      return [line(block.text, { size: 30, font: TITLE_FONT, before: 160, after: 60 })]
    case 'text':
      return block.text.split('\n').map((text) => line(text, { size: 28, indent: 2, spacing: 460 }))
    case 'note':
      return [line(block.text, { size: 20, font: TABLE_FONT, before: 80 })]
    case 'signatures':
      return block.lines.map((text) => line(text, { size: 26, before: 200 }))
    case 'table':
      return block.table.paper === 'grid' ? [await grid(block.table, width)] : cards(block.table, width)
  }
}

async function grid(table: Table, width: number): Promise<WordTable> {
  const widths = shares(table.columns, width)
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: table.columns.map(({ label }, at) => cell(label, widths[at]!, 'center', true)),
    }),
  ]
  for await (const row of table.rows) {
    rows.push(gridRow(row, table.columns, widths))
    const pictures = picturesOf(row)
    if (pictures.length > 0) rows.push(pictureRow(pictures, width, table.columns.length))
  }
  if (rows.length === 1)
    rows.push(new TableRow({ children: [cell(table.empty, width, 'center', false, table.columns.length)] }))
  return framed(rows, widths)
}

/** In a row of their own below the record's. */
const pictureRow = (pictures: readonly Picture[], width: number, columnSpan: number): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan,
        width: { size: width, type: WidthType.DXA },
        borders: CELL_BORDERS,
        margins: { top: 60, bottom: 60, left: 80, right: 80 },
        children: [new Paragraph({ children: pictures.flatMap(pictureRun) })],
      }),
    ],
  })

const pictureRun = ({ bytes, width, height }: Picture): (ImageRun | TextRun)[] => [
  new ImageRun({
    type: 'jpg',
    data: bytes,
    transformation: { width: Math.round((PICTURE_HEIGHT * width) / height), height: PICTURE_HEIGHT },
  }),
  new TextRun('　'),
]

const gridRow = (row: Row, columns: readonly Column[], widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    children: columns.map(({ align }, at) => cell(cellWords(row[at]), widths[at]!, align ?? 'left', false)),
  })

async function cards(table: Table, width: number): Promise<(Paragraph | WordTable)[]> {
  if (table.paper === 'grid') return []
  const { cards: title, signatures } = table.paper
  const parts: (Paragraph | WordTable)[] = []
  const widths = [Math.round(width * 0.2), width - Math.round(width * 0.2)]
  let number = 0
  for await (const row of table.rows) {
    number += 1
    parts.push(
      line(`${title}（第${number}份）`, { size: 28, font: TITLE_FONT, before: 200, after: 80, keep: true }),
      framed(cardRows(table, row, widths), widths),
      ...signatures.map((text) => line(text, { size: 24, before: 160 })),
    )
  }
  return number === 0 ? [line(table.empty, { size: 24, align: AlignmentType.CENTER })] : parts
}

const cardRows = (table: Table, row: Row, widths: readonly number[]): TableRow[] =>
  table.columns.flatMap(({ label }, at) => {
    const words = cellWords(row[at])
    if (words === '') return []
    const children = [cell(label, widths[0]!, 'center', true), cell(words, widths[1]!, 'left', false)]
    return [new TableRow({ cantSplit: true, children })]
  })

const framed = (rows: TableRow[], widths: readonly number[]): WordTable =>
  new WordTable({
    rows,
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  })

function shares(columns: readonly Column[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => Math.floor((width * column.width) / total))
}

function cell(
  text: string,
  width: number,
  align: 'left' | 'center',
  isLabel: boolean,
  columnSpan?: number,
): TableCell {
  return new TableCell({
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    borders: CELL_BORDERS,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlign.CENTER,
    ...(isLabel ? { shading: { fill: 'EFF3F7' } } : {}),
    children: text.split('\n').map((words) =>
      line(words, {
        size: 20,
        font: TABLE_FONT,
        bold: isLabel,
        align: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ),
  })
}

type LineLook = {
  size: number
  font?: typeof BODY_FONT
  bold?: boolean
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** In characters. */
  indent?: number
  before?: number
  after?: number
  spacing?: number
  keep?: boolean
}

const line = (text: string, look: LineLook): Paragraph =>
  new Paragraph({
    alignment: look.align,
    keepNext: look.keep,
    indent: look.indent === undefined ? undefined : { firstLine: look.indent * look.size * 10 },
    spacing: { before: look.before ?? 0, after: look.after ?? 0, line: look.spacing ?? 300 },
    children: [
      new TextRun({ text: printable(text), size: look.size, bold: look.bold, font: look.font ?? BODY_FONT }),
    ],
  })

/** XML cannot hold control characters. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: 18,
        font: TABLE_FONT,
        children: ['第', PageNumber.CURRENT, '页，共', PageNumber.TOTAL_PAGES, '页'],
      }),
    ],
  })

function pageHead({ madeBy, isWatermarked }: ExportDocument): Paragraph {
  const head = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: printable(madeBy), size: 16, color: '808080', font: TABLE_FONT })],
  })
  if (isWatermarked) head.addChildElement(watermark(madeBy) as never)
  return head
}

/** Word's own watermark: a slanted line of text behind the page, repeated by the header on every one. */
function watermark(text: string): ImportedXmlComponent {
  const words = printable(text).replace(/[<>&"]/g, ' ')
  return ImportedXmlComponent.fromXmlString(`<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="watermark" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:${Math.min(560, words.length * 17)}pt;height:28pt;rotation:-28;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#c8ccd0" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimSun&quot;;font-size:1pt" string="${words}"/></v:shape>
</w:pict></w:r>`)
}
