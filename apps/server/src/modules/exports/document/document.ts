/** A civil date stays one, so that a worksheet can sort it. */
export type Cell = string | number | { date: string } | Photos | null

/** A JPEG as it is shown small. */
export type Picture = { bytes: Buffer; width: number; height: number }
/** How many there are, and those of them that paper shows below the row. */
export type Photos = { count: number; pictures: readonly Picture[] }

export type Column = {
  label: string
  /** Share of the page; in a worksheet the number of Chinese characters that fit. */
  width: number
  align?: 'left' | 'center'
}

export type Row = readonly Cell[]

export type Table = {
  columns: readonly Column[]
  rows: AsyncIterable<Row>
  /** What stands instead of rows when there are none. */
  empty: string
  /** On paper: one line a row, or one framed sheet a row with these lines to sign. Worksheets are always grids. */
  paper: 'grid' | { cards: string; signatures: readonly string[] }
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'table'; table: Table }
  | { kind: 'signatures'; lines: readonly string[] }

/** A worksheet, or a part of a document that begins on a new page. */
export type Sheet = {
  name: string
  title: string
  subtitle: string
  blocks: readonly Block[]
  /** On paper it goes on below the sheet before it, under its name. */
  goesOn?: boolean
}

export type ExportDocument = {
  title: string
  isWide: boolean
  /** Who made it, in which role, when: at the top of every page. */
  madeBy: string
  /** The same once more behind the text, where the pages are about persons. */
  isWatermarked: boolean
  madeAt: Date
  sheets: AsyncIterable<Sheet>
}

/** Of one document. */
export const FORMATS = ['xlsx', 'docx', 'pdf'] as const
export type Format = (typeof FORMATS)[number]
/** Of what can be fetched: a document, or a folder of them. */
export const FILE_FORMATS = [...FORMATS, 'zip'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** A cell as it is read on paper. */
export function cellWords(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date : `${cell.count}张`
  return String(cell)
}

/** All the pictures of a row. */
export const picturesOf = (row: Row): Picture[] =>
  row.flatMap((cell) =>
    typeof cell === 'object' && cell !== null && 'pictures' in cell ? cell.pictures : [],
  )

export async function* rowsOf(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows
}
