import {
  type KindId,
  type Obligation,
  type PlaceKind,
  presenceLabel,
  REGISTERING,
  type RecordKind,
  statusLabel,
} from '@dfv/rules'
import { common } from '@/shared/copy'
import { showDue } from '@/shared/format'
import type { ChipState } from '@/shared/ui'
import { personsOf, placesOf, type Village } from '@/shared/village'

/** The kind that makes a place known. */
export const REGISTERED_WITH: Readonly<Record<PlaceKind, KindId>> = REGISTERING

export type SubjectRow = {
  id: string
  title: string
  note: string
  chip: { state: ChipState; text: string } | null
}

function chipFor(duties: readonly Obligation[], kind: RecordKind, asOf: string): SubjectRow['chip'] {
  const [first] = duties
    .filter(({ settledBy, opensOn }) => settledBy === kind.kind && opensOn <= asOf)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (!first) return null
  return { state: first.dueOn < asOf ? 'overdue' : 'due', text: showDue(first.dueOn, asOf) }
}

function personRows(village: Village, kind: RecordKind): SubjectRow[] {
  const fold = personsOf(village)
  return village.persons.map(({ id, code, status }) => ({
    id,
    title: code,
    note: status ? statusLabel(status as Parameters<typeof statusLabel>[0]) : '',
    chip: chipFor(
      fold.person(id)?.duties ?? fold.keyPersons.find((key) => key.id === id)?.duties ?? [],
      kind,
      village.asOf,
    ),
  }))
}

function placeRows(village: Village, kind: RecordKind, type: PlaceKind): SubjectRow[] {
  return placesOf(village)
    [type].filter(({ endedOn }) => endedOn === null)
    .map(({ id, name, duties }) => ({
      id,
      title: name,
      note: village.placeCode(id) ?? '',
      chip: chipFor(duties, kind, village.asOf),
    }))
}

/** Whom or what a record of this kind may be about; what it is owed for first, then by code or name. */
export function subjectRows(village: Village, kind: RecordKind): SubjectRow[] {
  const { subject } = kind
  if (subject === 'village') return []
  const rows = subject === 'person' ? personRows(village, kind) : placeRows(village, kind, subject)
  return [...rows].sort((a, b) => Number(b.chip !== null) - Number(a.chip !== null))
}

/** 社区康复，在家: the measure a record about a person is made under, so that the form need not ask. */
export function situationLine(village: Village, subjectId: string): string {
  const view = personsOf(village).person(subjectId)
  if (!view?.status) return ''
  return [statusLabel(view.status), view.presence === null ? '' : presenceLabel(view.presence)]
    .filter(Boolean)
    .join(common.listComma)
}
