import type { ExportJob } from './export-job.entity.js'
import { formOf } from './forms/index.js'

export const MIME: Readonly<Record<ExportJob['format'], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
}

type Named = Pick<ExportJob, 'form' | 'from' | 'to' | 'format'>

/** What the file is called: which ledger, where, when. Never who is in it. */
export function exportFileName(job: Named, areaName: string): string {
  const title = formOf(job.form)?.shortTitle ?? ''
  return `${title}-${areaName}-${spanOf(job)}.${job.format}`.replace(/[\\/:*?"<>|\s]/g, '')
}

function spanOf({ from, to }: Named): string {
  const year = from.slice(0, 4)
  if (from === `${year}-01-01` && to.startsWith(year))
    return to.endsWith('-12-31') ? `${year}年` : `${year}年至${to.slice(5)}`
  return `${from}至${to}`
}

/** The header that names a download: the plain form for old programs, the Chinese one for all others. */
export const disposition = (fileName: string, format: ExportJob['format']): string =>
  `attachment; filename="ledger.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
