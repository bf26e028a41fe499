import {
  howText,
  kindLabel,
  type LedgerRecord,
  missingText,
  nextText,
  type PartOutcome,
  partText,
  partTitle,
  type Scorecard,
  type State,
  standardNumber,
  standardTitle,
  type Wording,
} from '@dfv/rules'
import { villageState as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { kindOf } from '@/shared/records'
import type { VillageBook } from '@/shared/town'

export type RecordLine = { id: string; title: string; about: string | undefined }
export type PartView = {
  id: string
  title: string
  state: State
  figure: string
  clause: { ref: string; quote: string }
  how: string[]
  missing: string[]
  next: string | null
  records: RecordLine[]
}
export type StandardView = { title: string; state: State; parts: PartView[]; policyVersion: string }

const recordLine = (record: LedgerRecord, book: VillageBook, asOf: string): RecordLine => ({
  id: record.id,
  about: book.codeOf(record.subjectId),
  title: [
    showDate(record.occurredOn, asOf),
    kindOf(record.kind) ? kindLabel(record.kind as never) : record.kind,
    book.codeOf(record.subjectId),
  ]
    .filter(Boolean)
    .join(' '),
})

/** The newest record first: that is the one asked about. */
function recordLines(part: PartOutcome, book: VillageBook, asOf: string): RecordLine[] {
  return part.deciding
    .flatMap((id) => book.record(id) ?? [])
    .sort((a, b) => (a.occurredOn + a.id < b.occurredOn + b.id ? 1 : -1))
    .map((record) => recordLine(record, book, asOf))
}

/** One standard of one village with everything it rests on, the asked part first. Null when it is not judged. */
export function standardView(
  scorecard: Scorecard,
  id: string,
  book: VillageBook,
  asked?: string,
): StandardView | null {
  const standard = [...scorecard.standards, ...scorecard.measures].find((one) => one.id === id)
  if (!standard) return null
  const { asOf } = scorecard
  const wording: Wording = { asOf, nameOf: book.codeOf }
  return {
    title: `${(standard.id.startsWith('M') ? copy.measureNo : copy.standardNo)(standardNumber(standard.id))} ${standardTitle(standard.id)}`,
    state: standard.state,
    policyVersion: scorecard.policyVersion,
    parts: scorecard.parts
      .filter((part) => standard.parts.includes(part.id))
      .sort((a, b) => Number(b.id === asked) - Number(a.id === asked))
      .map((part) => ({
        id: part.id,
        title: partTitle(part.id),
        state: part.state,
        figure: partText(part),
        clause: part.clause,
        how: howText(part),
        missing: part.missing.map((one) => missingText(one, wording)),
        next: part.next ? nextText(part.next, wording) : null,
        records: recordLines(part, book, asOf),
      })),
  }
}
