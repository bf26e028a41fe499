import type { UploadedTable } from '@/shared/api'
import { tables as copy } from '@/shared/copy'

/** What is shown of a table of whatever kind. */
export type ShownTable = Omit<UploadedTable, 'areaCode' | 'expiresAt'>

/** What came of an upload, in sentences; nothing of a count that is none. */
export function countLines({ counts, sheet }: Pick<UploadedTable, 'counts' | 'sheet'>): string[] {
  const { registered, changed, same, voided, waiting } = counts
  const lines = [
    registered > 0 && copy.counts.registered(registered, sheet),
    counts.new > 0 && copy.counts.new(counts.new),
    changed > 0 && copy.counts.changed(changed),
    same > 0 && copy.counts.same(same),
    voided > 0 && copy.counts.voided(voided),
    waiting > 0 && copy.counts.waiting(waiting),
  ].filter((line): line is string => line !== false)
  return counts.new + changed > 0 ? lines : [copy.nothing, ...lines]
}

/** Whether there is anything to write. */
export const hasWork = ({ counts }: Pick<UploadedTable, 'counts'>): boolean => counts.new + counts.changed > 0

export type IssueLine = { key: string; where: string; text: string }

export const issueLines = ({ issues }: Pick<UploadedTable, 'issues'>): IssueLine[] =>
  issues.map(({ row, heading, text }, index) => ({ key: `${index}`, where: copy.issue(row, heading), text }))

export type PreviewLine = { row: string; action: string; text: string }

/** A row in one line: enough to see that it is the right table. */
export const previewLines = ({ preview }: Pick<UploadedTable, 'preview'>): PreviewLine[] =>
  preview.map(({ row, action, cells }) => ({
    row: copy.row(row),
    action: copy.actions[action],
    text: cells.map(({ heading, text }) => copy.cell(heading, text)).join(copy.between),
  }))
