import { createRequire } from 'node:module'
import path from 'node:path'
import { SERVER } from '../../../../../scripts/lib/paths.mjs'

const ExcelJS = createRequire(path.join(SERVER, 'package.json'))('exceljs')
const HEADINGS = 3

/** What a person does with a downloaded table on his PC. */
export async function openTable(file) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const [sheet] = workbook.worksheets
  const headings = new Map()
  sheet.getRow(HEADINGS).eachCell((cell, at) => headings.set(String(cell.value).replace('*', ''), at))
  const cell = (row, heading) => sheet.getRow(row).getCell(headings.get(heading))
  return {
    title: sheet.name,
    read: (row, heading) => cell(row, heading).value,
    note: (row, heading) => JSON.stringify(cell(row, heading).note ?? ''),
    fill(first, rows) {
      for (const [index, row] of rows.entries())
        for (const [heading, value] of Object.entries(row)) cell(first + index, heading).value = value
    },
    async save(name) {
      await workbook.xlsx.writeFile(name)
      return name
    },
  }
}
