import { canonicalJson } from '../../../platform/canonical-json.js'
import { sha256 } from '../../../platform/crypto/sealer.js'
import type { RowIssue } from '../../../platform/workbook/table-workbook.js'
import type { QuizItem } from '../quiz-item.entity.js'
import type { ImportCounts } from './bank.dto.js'
import { questionOf } from './bank-keeping.service.js'
import { type BankTable, questionIn, type TypedRow } from './bank-rows.js'
import { type ItemContent, isSameQuestion, itemIdOf, plainStem } from './item-content.js'

export type PlannedRow = {
  row: number
  action: 'new' | 'changed' | 'same'
  id: string
  /** The version it would become. */
  version: number
  item: ItemContent
}
export type BankPlan = { rows: readonly PlannedRow[]; issues: readonly RowIssue[] }

/** What a table would do to the bank as it is now. @param newest the newest version of each question */
export function planOf(table: BankTable, newest: readonly QuizItem[]): BankPlan {
  const byId = new Map(newest.map((row) => [row.id, row]))
  const byStem = new Map(newest.map((row) => [plainStem(questionOf(row).stem), row]))
  const unreadable = new Set(table.cellIssues.map(({ row }) => row))
  const issues: RowIssue[] = [...table.cellIssues]
  const rows: PlannedRow[] = []
  const rowOf = new Map<string, number>()
  for (const typed of table.rows) {
    // A formula's leavings would be called wrong twice.
    if (unreadable.has(typed.number)) continue
    const read = questionIn(typed)
    if ('issues' in read) {
      issues.push(...read.issues)
      continue
    }
    const planned = planRow(typed, read.item, { byId, byStem })
    if ('text' in planned) {
      issues.push(planned)
      continue
    }
    const twin = rowOf.get(planned.id)
    if (twin !== undefined)
      issues.push({ row: typed.number, column: 'stem', text: `和第${twin}行是同一道题` })
    else rows.push(planned)
    rowOf.set(planned.id, twin ?? typed.number)
  }
  return { rows, issues: issues.sort((a, b) => a.row - b.row) }
}

type Known = { byId: ReadonlyMap<string, QuizItem>; byStem: ReadonlyMap<string, QuizItem> }

function planRow(
  { number, cells }: TypedRow,
  item: ItemContent,
  { byId, byStem }: Known,
): PlannedRow | RowIssue {
  const sameWords = byStem.get(plainStem(item.stem))
  const id = cells.id?.trim() ?? ''
  const known = id === '' ? sameWords : byId.get(id)
  if (id !== '' && !known) return { row: number, column: 'id', text: '题库里没有这个题号；新题请把题号空着' }
  if (known && sameWords && sameWords.id !== known.id)
    return { row: number, column: 'stem', text: `题干和题库里的${sameWords.id}一样` }
  if (!known) {
    const made = itemIdOf(item.stem)
    const other = byId.get(made)
    // The words were this question's own before somebody changed them.
    if (other) return { row: number, column: 'stem', text: `这道题以前写过，改过题干，题号是${other.id}` }
    return { row: number, action: 'new', id: made, version: 1, item }
  }
  const planned = { row: number, id: known.id, version: known.version, item }
  if (known.reviewState !== 'retired' && isSameQuestion(questionOf(known), item))
    return { ...planned, action: 'same' }
  const basedOn = (cells.version ?? '').replace(/\D/g, '')
  if (basedOn !== '' && basedOn !== `${known.version}`)
    return {
      row: number,
      column: 'version',
      text: `这道题已经改到第${known.version}版。请重新导出，在新的内容上改`,
    }
  return { ...planned, action: 'changed', version: known.version + 1 }
}

export const digestOf = ({ rows, issues }: BankPlan): string => sha256(canonicalJson({ rows, issues }))

export function countsOf({ rows }: BankPlan, total: number): ImportCounts {
  const count = (action: PlannedRow['action']) => rows.filter((row) => row.action === action).length
  return { rows: total, new: count('new'), changed: count('changed'), same: count('same') }
}
