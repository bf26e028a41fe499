import type { KindId } from '@dfv/rules'
import { canonicalJson } from '../../platform/canonical-json.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import type { RowIssue } from '../../platform/workbook/table-workbook.js'
import type { RecordIn } from '../records/records.dto.js'

export type RecordAction = 'new' | 'changed' | 'same' | 'voided' | 'repeated'

export type PlannedRecord = {
  row: number
  kind: KindId
  action: RecordAction
  /** It will count once another person has accepted it. */
  waits: boolean
  /** What is to be sent in; absent where nothing is. */
  send?: { id: string; input: RecordIn }
}

/** What confirming an upload would do. With any issue it would do nothing. */
export type ImportPlan = {
  records: readonly PlannedRecord[]
  issues: readonly RowIssue[]
  /** The files that have to be locked, and how many are opened. */
  files: { existing: readonly string[]; new: number }
}

export type ImportCounts = {
  rows: number
  new: number
  changed: number
  /** In the ledger already, or twice in the table. */
  same: number
  /** Not written: somebody voided just this. */
  voided: number
  /** Persons, venues, grids … that were not known before. */
  registered: number
  /** For a second person. */
  waiting: number
}

export function countsOf(plan: ImportPlan, rows: number): ImportCounts {
  const count = (...actions: RecordAction[]) =>
    plan.records.filter(({ action }) => actions.includes(action)).length
  return {
    rows,
    new: count('new'),
    changed: count('changed'),
    same: count('same', 'repeated'),
    voided: count('voided'),
    registered: plan.files.new,
    waiting: plan.records.filter(({ waits }) => waits).length,
  }
}

/** Two plans with one digest write the same; what was shown is what is confirmed. */
export const digestOf = (plan: ImportPlan): string =>
  sha256(
    canonicalJson(
      plan.records.map(({ row, kind, action, send }) => [
        row,
        kind,
        action,
        send?.id ?? null,
        send?.input ?? null,
      ]),
    ),
  )
