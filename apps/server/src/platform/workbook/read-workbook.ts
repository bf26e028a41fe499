import { showsDate } from './cell-format.js'
import { unpack } from './expansion-limits.js'
import { type CellReading, type Row, readCells } from './sheet-cells.js'
import { WorkbookFault } from './workbook-fault.js'
import { readXml, unescapeText } from './xml-parts.js'

export type { Cell, Row } from './sheet-cells.js'

export type SheetContent = { name: string; isHidden: boolean; rows: Row[] }

/** The parts that hold what people typed; pictures, macros, links to other files and layout are not even unpacked. */
const WANTED =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i
const MAX_SHEETS = 20

/**
 * Reads what was typed into a workbook: text, numbers and dates, nothing that calculates. Written here because the
 * library that writes our workbooks reads a merged area, a drop-down or a named range cell by cell: one line that says
 * `A1:XFD1048576` keeps it busy for hours.
 * @throws WorkbookFault
 */
export async function readWorkbook(file: Buffer): Promise<SheetContent[]> {
  const parts = await unpack(file, (name) => WANTED.test(name))
  const part = (name: string) => parts.get(name)
  const workbook = part('xl/workbook.xml')
  if (!workbook) throw new WorkbookFault('notWorkbook')
  const targets = await targetsOf(part('xl/_rels/workbook.xml.rels'))
  const { sheets, from1904 } = await sheetList(workbook)
  if (sheets.length > MAX_SHEETS) throw new WorkbookFault('tooLarge')
  const reading: CellReading = {
    sharedStrings: await sharedStrings(part('xl/sharedStrings.xml')),
    isDate: await dateStyles(part('xl/styles.xml')),
    from1904,
  }
  const contents: SheetContent[] = []
  for (const { name, isHidden, relation } of sheets) {
    const cells = part(targets.get(relation) ?? '')
    // Charts stand on sheets without cells.
    if (cells) contents.push({ name, isHidden, rows: await readCells(cells, reading) })
  }
  return contents
}

type SheetEntry = { name: string; isHidden: boolean; relation: string }

async function sheetList(part: Buffer): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = []
  let from1904 = false
  await readXml(part, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const state = attribute('state') ?? 'visible'
      const relation = attribute('id') ?? ''
      sheets.push({ name: unescapeText(attribute('name') ?? ''), isHidden: state !== 'visible', relation })
    },
  })
  return { sheets, from1904 }
}

/** Part name by relation id. */
async function targetsOf(part: Buffer | undefined): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  if (!part) return targets
  await readXml(part, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

async function sharedStrings(part: Buffer | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!part) return strings
  let text = ''
  let isText = false
  let isPhonetic = false
  await readXml(part, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') isText = true
      else if (name === 'rPh') isPhonetic = true
    },
    text: (piece) => {
      if (isText && !isPhonetic) text += piece
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.push(unescapeText(text))
    },
  })
  return strings
}

/** For each style of a cell, whether it shows a date. */
async function dateStyles(part: Buffer | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!part) return styles
  const codes = new Map<number, string>()
  let isCellStyle = false
  await readXml(part, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      else if (name === 'cellXfs') isCellStyle = true
      else if (name === 'xf' && isCellStyle) {
        const id = Number(attribute('numFmtId') ?? 0)
        styles.push(showsDate(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}
