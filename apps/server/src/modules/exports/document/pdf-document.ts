import type { Writable } from 'node:stream'
import { type Block, cellWords, type ExportDocument, picturesOf, type Row, type Table } from './document.js'
import { GREY, type Look, Paper, PROSE } from './pdf-paper.js'

const LABEL_GROUND = '#eff3f7'
const CELL: Look = { weight: 'regular', size: 9 }
const LABEL: Look = { weight: 'bold', size: 9 }
const HEADING: Look = { weight: 'bold', size: 12.5 }
const NOTE: Look = { weight: 'regular', size: 9 }

/** Writes a document as A4 pages, each handed on as soon as it is full. */
export async function writePdf(document: ExportDocument, output: Writable): Promise<void> {
  const paper = new Paper(document, output)
  for await (const sheet of document.sheets) {
    if (sheet.goesOn) paper.prose(sheet.name, HEADING, { before: 14, indent: 0 })
    else paper.open(sheet)
    for (const block of sheet.blocks) await writeBlock(paper, block)
  }
  await paper.close()
}

async function writeBlock(paper: Paper, block: Block): Promise<void> {
  switch (block.kind) {
    case 'heading':
      return paper.prose(block.text, HEADING, { before: 8, indent: 0 })
    case 'text':
      return paper.prose(block.text, PROSE, { before: 2, indent: 2 })
    case 'note':
      return paper.prose(block.text, NOTE, { before: 4, indent: 0, color: GREY })
    case 'signatures':
      return paper.signatures(block.lines)
    case 'table':
      return block.table.paper === 'grid' ? writeGrid(paper, block.table) : writeCards(paper, block.table)
  }
}

async function writeGrid(paper: Paper, table: Table): Promise<void> {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = table.columns.map(({ width }) => (paper.width * width) / total)
  const labels = table.columns.map(({ label }) => label)
  const align = (at: number) => table.columns[at]?.align ?? 'left'
  const drawLabels = () => paper.row(labels, widths, { look: LABEL, ground: LABEL_GROUND, align })
  drawLabels()
  let isEmpty = true
  for await (const row of table.rows) {
    isEmpty = false
    const cells = table.columns.map((_, at) => cellWords(row[at]))
    paper.row(cells, widths, { look: CELL, align }, drawLabels)
    paper.pictures(picturesOf(row))
    await paper.room()
  }
  if (isEmpty) paper.row([table.empty], [paper.width], { look: CELL, align: () => 'center' })
}

async function writeCards(paper: Paper, table: Table): Promise<void> {
  if (table.paper === 'grid') return
  const { cards: title, signatures } = table.paper
  let number = 0
  for await (const row of table.rows) {
    number += 1
    drawCard(paper, `${title}（第${number}份）`, table, row, signatures)
    paper.pictures(picturesOf(row))
    await paper.room()
  }
  if (number === 0) paper.row([table.empty], [paper.width], { look: CELL, align: () => 'center' })
}

/** One record on a frame of its own, never cut by a page's end unless it is longer than a page. */
function drawCard(paper: Paper, title: string, table: Table, row: Row, signatures: readonly string[]): void {
  const widths = [92, paper.width - 92]
  const lines = table.columns
    .map(({ label }, at) => [label, cellWords(row[at])])
    .filter(([, value]) => value !== '')
  const height = lines.reduce((sum, line) => sum + paper.rowHeight(line, widths, CELL), 0)
  const needed = height + 44 + 26 * signatures.length
  if (!paper.fits(needed)) paper.turn()
  paper.prose(title, HEADING, { before: 10, indent: 0 })
  for (const line of lines)
    paper.row(line, widths, {
      look: CELL,
      align: () => 'left',
      groundOf: (at) => (at === 0 ? LABEL_GROUND : undefined),
    })
  paper.signatures(signatures)
}
