import ExcelJS from 'exceljs'
import { XLSX_TYPE } from '../../src/platform/http/file-bodies.js'
import type { TestApp } from './app.js'
import { type Answer, VILLAGE_A } from './records.js'
import type { SignedIn } from './sign-in.js'

/** The row of the headings, and the first below the example. */
const HEADINGS = 3
const FIRST = 5

export type CellValue = ExcelJS.CellValue

/** Downloads a table as a cadre does. */
export async function download(test: TestApp, who: SignedIn, url: string): Promise<ExcelJS.Workbook> {
  const answer = await test.app.inject({ method: 'GET', url, headers: who.headers })
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode} ${answer.body}`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(answer.rawPayload as never)
  return workbook
}

export const templateOf = (test: TestApp, who: SignedIn, sheet: string, village = VILLAGE_A) =>
  download(test, who, `/api/villages/${village}/imports/${sheet}/template`)

/** Headings of the first sheet without their stars, by column. */
export function headingsOf(workbook: ExcelJS.Workbook): Map<string, number> {
  const headings = new Map<string, number>()
  workbook.worksheets[0]?.getRow(HEADINGS).eachCell((cell, at) => {
    headings.set(String(cell.value).replace('*', ''), at)
  })
  return headings
}

/** Writes rows below the example, by heading. */
export function fillIn(
  workbook: ExcelJS.Workbook,
  rows: readonly Readonly<Record<string, CellValue>>[],
  first = FIRST,
): void {
  const headings = headingsOf(workbook)
  for (const [index, row] of rows.entries())
    for (const [heading, value] of Object.entries(row)) {
      const at = headings.get(heading)
      if (at === undefined) throw new Error(`no column ${heading} among ${[...headings.keys()].join(', ')}`)
      workbook.worksheets[0]!.getRow(first + index).getCell(at).value = value
    }
}

export async function uploadFile(
  test: TestApp,
  who: SignedIn,
  sheet: string,
  file: Buffer,
  village = VILLAGE_A,
): Promise<{ status: number; body: Answer }> {
  const answer = await test.app.inject({
    method: 'POST',
    url: `/api/villages/${village}/imports/${sheet}`,
    headers: { ...who.headers, 'content-type': XLSX_TYPE },
    payload: file,
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** A table of questions for the bank. */
export async function uploadQuestions(
  test: TestApp,
  who: SignedIn,
  file: Buffer,
): Promise<{ status: number; body: Answer }> {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/quiz/bank/imports',
    headers: { ...who.headers, 'content-type': XLSX_TYPE },
    payload: file,
  })
  return { status: answer.statusCode, body: answer.json() }
}

export const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Buffer> =>
  Buffer.from(await workbook.xlsx.writeBuffer())

/** Downloads, fills in and uploads a table. */
export async function upload(
  test: TestApp,
  who: SignedIn,
  sheet: string,
  rows: readonly Readonly<Record<string, CellValue>>[],
  village = VILLAGE_A,
): Promise<{ status: number; body: Answer; file: Buffer }> {
  const workbook = await templateOf(test, who, sheet, village)
  fillIn(workbook, rows)
  const file = await bytesOf(workbook)
  return { ...(await uploadFile(test, who, sheet, file, village)), file }
}
