import {
  kindsEntered,
  obligationLabel,
  type PersonView,
  POLICIES,
  RECORD_KINDS,
  statusLabel,
} from '@dfv/rules'
import type { PersonHead } from '@/shared/api'
import { work as copy, states } from '@/shared/copy'
import { daysBetween, showDate, showDue } from '@/shared/format'
import { today } from '@/shared/platform'
import { kindIcon, kindShortLabel } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import { personsOf, type Village } from '@/shared/village'

export const PAGE_SIZE = 20
export type PersonFilter = 'due' | 'done' | 'away'
export type PersonRow = {
  id: string
  code: string
  note: string
  chip: { state: ChipState; text: string } | null
}

const matches = (filter: PersonFilter, view: PersonView | undefined): boolean => {
  if (filter === 'away') return view?.presence === 'away'
  const owed = view?.duties.length ?? 0
  return filter === 'due' ? owed > 0 : owed === 0
}

function chipOf(view: PersonView | undefined, asOf: string): PersonRow['chip'] {
  const first = [...(view?.duties ?? [])].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  if (!first) return null
  const days = daysBetween(asOf, first.dueOn)
  return {
    state: days < 0 ? 'overdue' : 'due',
    text: `${obligationLabel(first.kind)} ${showDue(first.dueOn, asOf)}`,
  }
}

/** The register by code, with what is due; no names, and no colour for people. */
export function personRows(village: Village, query: string, filters: readonly PersonFilter[]): PersonRow[] {
  const fold = personsOf(village)
  const wanted = query.trim().toUpperCase()
  return village.persons
    .filter(({ code }) => code.toUpperCase().includes(wanted))
    .map((head): [PersonHead, PersonView | undefined] => [head, fold.person(head.id)])
    .filter(([, view]) => filters.every((filter) => matches(filter, view)))
    .map(([head, view]) => ({
      id: head.id,
      code: head.code,
      note: [
        view?.status ? statusLabel(view.status) : copy.noStatus,
        view?.presence === 'away' ? copy.away : view?.presence === 'at-home' ? copy.atHome : '',
      ]
        .filter(Boolean)
        .join('，'),
      chip: chipOf(view, village.asOf),
    }))
}

export type RecordRow = {
  id: string
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text?: string } | null
}

/** The newest first: what, about whom, when. What came out of it stands in the record alone. */
export function recordRows(village: Village, kind: string | null): RecordRow[] {
  return village.records
    .filter((record) => kind === null || record.kind === kind)
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.id < b.id ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    )
    .map((record) => ({
      id: record.id,
      icon: kindIcon(record.kind),
      title: [kindShortLabel(record.kind), village.subjectLabel(record.subjectId)].join(' '),
      note: showDate(record.occurredOn, village.asOf),
      chip:
        record.receivedAt === null
          ? { state: 'phone' }
          : record.reviewState === 'pending'
            ? { state: 'review', text: states.review }
            : null,
    }))
}

export const kindOptions = () =>
  kindsEntered(POLICIES, today()).map((kind) => ({ value: kind as string, label: RECORD_KINDS[kind].label }))
