import { CLAUSES } from '../notice/clauses.ts'
import { type DocumentType, OFFICE_ITEMS } from '../records/vocabulary.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import type { Rule } from '../standards/define-rule.ts'
import { judgeDocuments } from '../standards/s10-conduct.ts'
import { judgeOnFile } from '../standards/tally.ts'

/** 工作方案: the work plan of the year is on file. */
export const m1Plan: Rule = {
  id: 'M1',
  standard: 'M1',
  clause: CLAUSES.workPlan,
  reads: ['village-document'],
  policy: [],
  judge: (village) => judgeDocuments(['work-plan'], village),
}

export const OFFICE_DOCUMENTS: readonly DocumentType[] = [
  'basic-profile',
  'responsibility',
  'activity-schedule',
]

/** What the office lacks by the last check; everything when it was never checked. */
export function lackingItems(village: Village): string[] {
  const items = (village.documents().office?.payload.items ?? []) as string[]
  return OFFICE_ITEMS.map(({ value }) => value).filter((item) => !items.includes(item))
}

/** 硬件设施完善: office, facilities, board, and the three documents of the year. */
export const m3Office: Rule = {
  id: 'M3',
  standard: 'M3',
  clause: CLAUSES.office,
  reads: ['village-office', 'village-document'],
  policy: [],
  judge: (village) => {
    const { of, office } = village.documents()
    const lacking = lackingItems(village)
    const missing: Missing[] = OFFICE_DOCUMENTS.filter((type) => of(type, village.year) === undefined).map(
      (document) => ({ code: 'document', params: { document } }),
    )
    if (lacking.length > 0) missing.unshift({ code: 'office', params: { kinds: lacking } })
    const found = OFFICE_DOCUMENTS.map((type) => of(type, village.year)?.id)
    return judgeOnFile(
      [lacking.length > 0 ? undefined : office!.id, ...found],
      missing,
      'completeOffice',
      village,
    )
  },
}
