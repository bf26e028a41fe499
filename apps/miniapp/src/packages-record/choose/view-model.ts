import type { KindId, Obligation, Role } from '@dfv/rules'
import { choose as copy, registers } from '@/shared/copy'
import { showDue } from '@/shared/format'
import type { FormTarget } from '@/shared/navigation'
import { kindShortLabel } from '@/shared/records'
import {
  dueKinds,
  formTargetOf,
  groupOf,
  KIND_GROUPS,
  type KindGroup,
  type RecordableKind,
  recordableKinds,
  type Village,
} from '@/shared/village'

const MOST_DUE = 6
/** What people record most, whether it is due or not. */
const OFTEN: readonly KindId[] = [
  'talk',
  'urine-test',
  'verification',
  'publicity-activity',
  'patrol',
  'venue-inspection',
]
const MOST_OFTEN = 4

export type ChooseRow = {
  kind: RecordableKind
  note: string | null
  overdue: boolean
  /** The one thing that asks for it: its form opens filled. */
  target: FormTarget | null
}
export type ChooseGroup = { id: KindGroup; title: string; note: string; rows: ChooseRow[] }
export type Choices = { due: ChooseRow[]; often: ChooseRow[]; groups: ChooseGroup[] }

const rowOf = (kind: RecordableKind): ChooseRow => ({ kind, note: null, overdue: false, target: null })

function dueRow(kind: RecordableKind, duties: readonly Obligation[], village: Village): ChooseRow {
  const [first] = duties
  return {
    kind,
    note: first ? copy.dueNote(duties.length, showDue(first.dueOn, village.asOf)) : null,
    overdue: first !== undefined && first.dueOn < village.asOf,
    target: first && duties.length === 1 ? formTargetOf(first, village) : null,
  }
}

/** What this role may record here: what is due first, then what is used often, then everything by its book. */
export function choicesOf(village: Village, role: Role | null): Choices {
  const kinds = recordableKinds(role)
  const due = dueKinds(village, role)
    .slice(0, MOST_DUE)
    .map(({ duties, ...kind }) => dueRow(kind, duties, village))
  const isDue = (kind: KindId) => due.some((row) => row.kind.kind === kind)
  const often = OFTEN.filter((kind) => !isDue(kind))
    .flatMap((kind) => kinds.find((one) => one.kind === kind) ?? [])
    .slice(0, MOST_OFTEN)
    .map(rowOf)
  const groups = (Object.keys(KIND_GROUPS) as KindGroup[])
    .map((id): ChooseGroup => {
      const rows = kinds.filter(({ kind }) => groupOf(kind) === id).map(rowOf)
      return {
        id,
        title: registers.kinds[id],
        note: rows.map(({ kind }) => kindShortLabel(kind.kind)).join('、'),
        rows,
      }
    })
    .filter(({ rows }) => rows.length > 0)
  return { due, often, groups }
}

/** The kinds about one person or place. */
export const choicesAbout = (village: Village, role: Role | null, subjectId: string): ChooseRow[] => {
  const type = village.person(subjectId) ? 'person' : undefined
  const place = type ?? village.records.find((record) => record.subjectId === subjectId)?.kind
  const subject = type ?? recordableKinds(role).find(({ kind }) => kind === place)?.subject
  return recordableKinds(role)
    .filter((kind) => kind.subject === subject && !kind.onlineOnly)
    .map(rowOf)
}

/** Kinds whose name holds the words. */
export function found(role: Role | null, words: string): ChooseRow[] {
  const wanted = words.trim()
  return recordableKinds(role)
    .filter(({ kind, label }) => label.includes(wanted) || kindShortLabel(kind).includes(wanted))
    .map(rowOf)
}
