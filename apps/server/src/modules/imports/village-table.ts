import type { TableForm } from '../../platform/workbook/table-workbook.js'
import { columnsOf, NUMBER_HEADING } from './columns.js'
import type { Sheet } from './sheets.js'
import { formsOf, INFO_SHEET, MAX_ROWS } from './table-reading.js'

/** A village's own table of a kind. */
export const villageTable = (sheet: Sheet, village: { code: string; name: string }): TableForm => ({
  title: sheet.title,
  heading: `${village.name} ${sheet.title}`,
  advice: `带*的必须填。把光标停在标题上看怎么填。一次最多${MAX_ROWS}行，示例那一行不用删。`,
  columns: columnsOf(sheet),
  numberHeading: NUMBER_HEADING,
  maxRows: MAX_ROWS,
  info: {
    sheet: INFO_SHEET,
    lines: [
      ['table', sheet.id],
      ['area', village.code],
      ['forms', formsOf(sheet)],
    ],
  },
})
