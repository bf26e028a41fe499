import type { ExportForm, ExportItem } from '@/shared/api'
import { common, exports as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

export type FormGroup = { title: string; forms: ExportForm[] }

const ORDER = ['person', 'work', 'document', 'archive'] as const

/** The notice's own forms by what they are about; the ledgers of single kinds of record apart, because they are many. */
export function groupsOf(forms: readonly ExportForm[]): { groups: FormGroup[]; records: ExportForm[] } {
  const of = (group: ExportForm['group']) => forms.filter((form) => form.group === group)
  return {
    groups: ORDER.map((group) => ({ title: copy.groups[group], forms: of(group) })).filter(
      ({ forms: own }) => own.length > 0,
    ),
    records: of('record'),
  }
}

export type ExportRow = {
  item: ExportItem
  title: string
  note: string
  /** Something can still change by itself. */
  isMaking: boolean
  canOpen: boolean
}

/** What was asked for lately, the newest first. */
export const rowsOf = (items: readonly ExportItem[], today: string): ExportRow[] =>
  items.map((item) => ({
    item,
    title: [item.title, item.areaName, copy.formatNames[item.format]].join(common.separator),
    note: [item.names ? copy.withNames : '', stateLine(item, today)].filter(Boolean).join(common.separator),
    isMaking: isMaking(item),
    canOpen: item.state === 'instant' || item.state === 'done',
  }))

export const isMaking = ({ state }: Pick<ExportItem, 'state'>): boolean =>
  state === 'waiting' || state === 'running'

function stateLine({ state, rowsDone, rowsTotal, expiresAt }: ExportItem, today: string): string {
  if (state === 'waiting') return copy.waiting
  if (state === 'running') return copy.making(rowsDone, rowsTotal)
  if (state === 'failed') return copy.failed
  return copy.keptUntil(showInstant(expiresAt, today))
}
