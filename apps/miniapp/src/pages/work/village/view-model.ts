import {
  DOCUMENTS,
  type KindId,
  kindsEntered,
  type LedgerRecord,
  type Obligation,
  obligationLabel,
  type PersonView,
  type PlaceView,
  POLICIES,
  RECORD_KINDS,
  statusLabel,
} from '@dfv/rules'
import type { PersonHead } from '@/shared/api'
import { work as copy, states } from '@/shared/copy'
import { daysBetween, showDate, showDue } from '@/shared/format'
import { today } from '@/shared/platform'
import { kindIcon, kindLabel, kindShortLabel } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import { personsOf, type Village } from '@/shared/village'

export const PAGE_SIZE = 20
export type PersonFilter = 'due' | 'done' | 'away' | 'supported' | 'key'
export type PersonRow = {
  id: string
  code: string
  note: string
  chip: { state: ChipState; text: string } | null
}

const matches = (filter: PersonFilter, head: PersonHead, view: PersonView | undefined): boolean => {
  if (filter === 'away') return view?.presence === 'away'
  if (filter === 'supported') return view?.isUnderSupport === true
  if (filter === 'key') return head.registers?.includes('key') === true
  const owed = view?.duties.length ?? 0
  return filter === 'due' ? owed > 0 : owed === 0
}

function chipOf(view: { duties: readonly Obligation[] } | undefined, asOf: string): PersonRow['chip'] {
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
    .filter(([head, view]) => filters.every((filter) => matches(filter, head, view)))
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

/** What is due at a place, and whether it is still there. */
export const placeRow = (
  place: PlaceView,
  { asOf, placeHeads }: Village,
): { note: string; chip: PersonRow['chip'] } => ({
  note: [placeHeads.get(place.id)?.code, place.endedOn && copy.ended(showDate(place.endedOn, asOf))]
    .filter(Boolean)
    .join('，'),
  chip: place.endedOn === null ? chipOf(place, asOf) : null,
})

export type PaperRow = { key: string; kind: string; title: string; recordId: string | null; note: string }

const YEARLY: readonly KindId[] = ['leading-group', 'village-office', 'funds', 'meeting', 'experience-report']

/** Each paper of the year with its newest record; of documents one row a type. */
export function paperRows({ records, asOf }: Village): PaperRow[] {
  const year = Number(asOf.slice(0, 4))
  const newest = (matches: (record: LedgerRecord) => boolean) =>
    records
      .filter((record) => record.reviewState !== 'returned' && matches(record))
      .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))[0]
  const row = (kind: KindId, key: string, title: string, found: LedgerRecord | undefined): PaperRow => ({
    key,
    kind,
    title,
    recordId: found?.id ?? null,
    note: found ? copy.paperOnFile(showDate(found.occurredOn, asOf)) : '',
  })
  const ofYear = (record: LedgerRecord) =>
    Number(record.payload.year ?? record.occurredOn.slice(0, 4)) === year
  return [
    ...YEARLY.map((kind) =>
      row(
        kind,
        kind,
        RECORD_KINDS[kind].label,
        newest(
          (record) =>
            record.kind === kind && (kind === 'leading-group' || kind === 'village-office' || ofYear(record)),
        ),
      ),
    ),
    ...DOCUMENTS.map(({ value, label }) =>
      row(
        'village-document',
        value,
        label,
        newest(
          (record) =>
            record.kind === 'village-document' && record.payload.document === value && ofYear(record),
        ),
      ),
    ),
  ]
}

/** The newest first: what, about whom, when. What came out of it stands in the record alone. */
export function recordRows(village: Village, kind: string | null, query = ''): RecordRow[] {
  const wanted = query.trim().toUpperCase()
  const isWanted = (record: LedgerRecord) =>
    wanted === '' ||
    [kindLabel(record.kind), village.subjectLabel(record.subjectId)].some((text) =>
      text.toUpperCase().includes(wanted),
    )
  return village.records
    .filter((record) => (kind === null || record.kind === kind) && isWanted(record))
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
