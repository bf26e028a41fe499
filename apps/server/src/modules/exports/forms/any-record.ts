import { type KindId, RECORD_KINDS } from '@dfv/rules'
import { sheetName } from '../../../platform/workbook/cell-text.js'
import type { SheetForm } from '../export-form.js'
import { periodWords } from '../form-context.js'
import { countRecords, recordTable } from '../record-table.js'

/** The ledger of one kind of record over a whole area, from the kind's own description. */
function recordForm(kind: KindId): SheetForm {
  const { label, subject } = RECORD_KINDS[kind]
  return {
    id: `record:${kind}`,
    title: `${label}台账`,
    shortTitle: label,
    about: '',
    group: 'record',
    isPersonal: subject === 'person',
    isWide: true,
    formats: ['xlsx', 'docx', 'pdf'],
    count: (context) => countRecords(context, context.villages, kind),
    sheets: async function* (context) {
      yield {
        name: sheetName(label),
        title: `${label}台账`,
        subtitle: `${context.areaName}　　${periodWords(context)}`,
        blocks: [{ kind: 'table', table: recordTable(context, context.villages, kind) }],
      }
    },
  }
}

export const RECORD_FORMS: readonly SheetForm[] = (Object.keys(RECORD_KINDS) as KindId[]).map(recordForm)
