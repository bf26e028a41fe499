import type { Writable } from 'node:stream'
import type { SheetForm } from '../export-form.js'
import type { ExportDocument, Format } from './document.js'
import { writeDocx } from './docx-document.js'
import { writePdf } from './pdf-document.js'
import { writeXlsx } from './xlsx-document.js'

const WRITERS: Readonly<Record<Format, (document: ExportDocument, output: Writable) => Promise<void>>> = {
  xlsx: writeXlsx,
  docx: writeDocx,
  pdf: writePdf,
}

export const writeDocument = (format: Format, document: ExportDocument, output: Writable): Promise<void> =>
  WRITERS[format](document, output)

/** What a form says of its document, whoever asks for it. */
export const headOf = ({
  title,
  isWide,
  isPersonal,
}: SheetForm): Pick<ExportDocument, 'title' | 'isWide' | 'isWatermarked'> => ({
  title,
  isWide,
  isWatermarked: isPersonal,
})
