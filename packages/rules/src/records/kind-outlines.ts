import { OUTLINE_ROWS } from './generated/outline-rows.ts'
import type { FieldRule, KindId, KindOutline } from './record-kind.ts'

/** An outline as it is carried: what kinds have in common is left out, their date among it; of options the values alone stand. */
export type OutlineRow = Pick<KindOutline, 'label' | 'subject' | 'dateField' | 'submittedBy'> &
  Partial<Pick<KindOutline, 'shortLabel' | 'version' | 'onlineOnly' | 'review' | 'systemMade' | 'texts'>> & {
    facts: Readonly<Record<string, Omit<FieldRule, 'options'> & { options?: readonly string[] }>>
  }

function outlineOf(kind: KindId): KindOutline {
  const row = OUTLINE_ROWS[kind]
  const facts: Record<string, FieldRule> = { [row.dateField]: { type: 'date' } }
  for (const name of Object.keys(row.facts)) {
    const { options, ...rule } = row.facts[name]!
    facts[name] = options ? { ...rule, options: options.map((value) => ({ value })) } : rule
  }
  return {
    kind,
    shortLabel: row.label,
    version: 1,
    onlineOnly: false,
    review: 'onArrival',
    texts: [],
    ...row,
    facts,
  }
}

/** Every kind without its form, in the order of the kinds. */
export const KIND_OUTLINES = {} as Record<KindId, KindOutline>
for (const kind of Object.keys(OUTLINE_ROWS) as KindId[]) KIND_OUTLINES[kind] = outlineOf(kind)
