import type { ExportForm, ExportFormat, ExportIn, RevealPurpose } from '@/shared/api'
import { exports as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

export type Span = 'thisYear' | 'lastYear' | 'own'
export type AskForm = {
  areaCode: string
  span: Span
  from: string
  to: string
  format: ExportFormat
  names: boolean
  purpose: RevealPurpose | null
  note: string
}

const VILLAGE_CODE_LENGTH = 12

/** What is nearly always wanted: this year, by codes, the form's first format. */
export const startOf = (form: ExportForm, areaCode: string, today: string): AskForm => ({
  areaCode,
  span: 'thisYear',
  from: `${today.slice(0, 4)}-01-01`,
  to: today,
  format: form.formats[0] ?? 'xlsx',
  names: false,
  purpose: null,
  note: '',
})

export function daysOf({ span, from, to }: AskForm, today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4)) - (span === 'lastYear' ? 1 : 0)
  return span === 'own' ? { from, to } : { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Names are told of one village at a time. */
export const isVillage = (areaCode: string): boolean => areaCode.length === VILLAGE_CODE_LENGTH

export function faultsOf(ask: AskForm): SummaryLine[] {
  const faults: SummaryLine[] = []
  if (ask.span === 'own' && (ask.from === '' || ask.to === ''))
    faults.push({ field: 'when', text: copy.dateMissing })
  else if (ask.span === 'own' && ask.from > ask.to) faults.push({ field: 'when', text: copy.fromAfterTo })
  if (!ask.names) return faults
  if (!isVillage(ask.areaCode)) faults.push({ field: 'names', text: copy.namesOneVillage })
  if (ask.purpose === null) faults.push({ field: 'purpose', text: copy.purposeMissing })
  if (ask.purpose === 'other' && ask.note.trim().length < 2)
    faults.push({ field: 'note', text: copy.noteMissing })
  return faults
}

export function bodyOf(formId: string, ask: AskForm, today: string): ExportIn {
  const { areaCode, format, names, purpose, note } = ask
  return {
    form: formId,
    areaCode,
    ...daysOf(ask, today),
    format,
    names,
    ...(names && purpose !== null && { purpose }),
    ...(names && purpose === 'other' && { note: note.trim() }),
  }
}
