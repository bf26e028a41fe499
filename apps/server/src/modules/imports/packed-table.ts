import type { Cell } from '../../platform/workbook/read-workbook.js'
import type { Table } from './table-reading.js'

type PackedCell = [key: string, text: string, is: Cell['is']]
type PackedRow = [number: number, isMarkedExample: 0 | 1, cells: PackedCell[]]

/** A table as text, to be sealed while it is looked at. */
export const packTable = ({ rows, unread }: Table): string =>
  JSON.stringify({
    unread,
    rows: rows.map(
      ({ number, isMarkedExample, cells }): PackedRow => [
        number,
        isMarkedExample ? 1 : 0,
        [...cells].map(([key, { text, is }]) => [key, text, is]),
      ],
    ),
  })

export function unpackTable(packed: string): Table {
  const { unread, rows } = JSON.parse(packed) as { unread: string[]; rows: PackedRow[] }
  return {
    unread,
    rows: rows.map(([number, isMarkedExample, cells]) => ({
      number,
      isMarkedExample: isMarkedExample === 1,
      cells: new Map(cells.map(([key, text, is]) => [key, { text, is }])),
    })),
  }
}
