import {
  isKindId,
  KEY_PERSON_CATEGORIES,
  type KeyView,
  type KindId,
  type Obligation,
  obligationLabel,
  type PersonView,
  type PlaceKind,
  type PlaceView,
  RECORD_KINDS,
  statusLabel,
} from '@dfv/rules'
import type { PersonHead, PersonRegister } from '@/shared/api'
import { common, lists as copy, states, work } from '@/shared/copy'
import { showDate, showDue } from '@/shared/format'
import { kindIcon, kindLabel, kindShortLabel } from '@/shared/records'
import type { ChipState, IconName } from '@/shared/ui'
import { personsOf, placesOf, type RegisterId, recordsIn, type Village } from '@/shared/village'

export const PAGE_SIZE = 20
export type PersonBook = Extract<PersonRegister, 'existing' | 'supported' | 'cumulative'>
export type PersonFilter = 'due' | 'done' | 'away'
export type Chip = { state: ChipState; text: string } | null
export type Row = { id: string; title: string; note: string; chip: Chip }

/** What is due first about somebody or something. */
function chipOf(duties: readonly Obligation[], asOf: string): Chip {
  const [first] = duties.filter(({ opensOn }) => opensOn <= asOf).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (!first) return null
  return {
    state: first.dueOn < asOf ? 'overdue' : 'due',
    text: `${obligationLabel(first.kind)} ${showDue(first.dueOn, asOf)}`,
  }
}

const IN_BOOK: Record<PersonBook, (view: PersonView) => boolean> = {
  existing: (view) => view.isExisting !== false,
  supported: (view) => view.isUnderSupport,
  cumulative: () => true,
}

const matches = (filter: PersonFilter, view: PersonView): boolean => {
  if (filter === 'away') return view.presence === 'away'
  return filter === 'due' ? view.duties.length > 0 : view.duties.length === 0
}

/** The register by code, with what is due; no names, and no colour for people. */
export function personRows(
  village: Village,
  book: PersonBook,
  query: string,
  filters: readonly PersonFilter[],
): Row[] {
  const fold = personsOf(village)
  const wanted = query.trim().toUpperCase()
  return village.persons
    .filter(({ code }) => code.toUpperCase().includes(wanted))
    .flatMap((head): [PersonHead, PersonView][] => {
      const view = fold.person(head.id)
      return view ? [[head, view]] : []
    })
    .filter(([, view]) => IN_BOOK[book](view) && filters.every((filter) => matches(filter, view)))
    .map(([head, view]) => ({
      id: head.id,
      title: head.code,
      note: [
        view.status ? statusLabel(view.status) : work.noStatus,
        view.presence === 'away' ? work.away : view.presence === 'at-home' ? work.atHome : '',
      ]
        .filter(Boolean)
        .join('，'),
      chip: chipOf(view.duties, village.asOf),
    }))
}

/** Persons who are counted on the cumulative register and stand on no list. */
export const sealedCount = (village: Village): number =>
  personsOf(village).persons.filter(
    ({ id, isThreeYears }) => isThreeYears && village.person(id)?.state !== 'active',
  ).length

const categoryLabel = (value: string): string =>
  KEY_PERSON_CATEGORIES.find((category) => category.value === value)?.label ?? value

/** The categories that somebody stands in, in the order of the list. */
export const categoriesIn = (village: Village): { value: string; label: string }[] => {
  const present = new Set<string>(personsOf(village).keyPersons.map(({ category }) => category))
  return KEY_PERSON_CATEGORIES.filter(({ value }) => present.has(value))
}

export function keyRows(village: Village, category: string | null, query: string): Row[] {
  const wanted = query.trim().toUpperCase()
  const note = (key: KeyView): string =>
    [
      categoryLabel(key.category),
      key.measure === 'none' ? copy.noMeasure : '',
      copy.verified(showDate(key.verifiedOn, village.asOf)),
    ]
      .filter(Boolean)
      .join(common.separator)
  return personsOf(village)
    .keyPersons.filter((key) => category === null || key.category === category)
    .flatMap((key) => {
      const head = village.person(key.id)
      return head?.state === 'active' && head.code.toUpperCase().includes(wanted)
        ? [{ id: key.id, title: head.code, note: note(key), chip: chipOf(key.duties, village.asOf) }]
        : []
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** What a list says of a place beside its name: its kind, in the words of its registration. */
function placeNote({ type, facts, registeredOn }: PlaceView, code: string | undefined, asOf: string): string {
  const field = { venue: 'venueType', site: 'siteType', school: 'stage', grid: null }[type]
  const kind = { venue: 'venue', site: 'education-site', school: 'school', grid: 'grid' }[type] as KindId
  const label =
    field && RECORD_KINDS[kind].fields[field]?.options?.find((option) => option.value === facts[field])?.label
  return [code, label, code === undefined ? showDate(registeredOn, asOf) : undefined]
    .filter(Boolean)
    .join(common.separator)
}

export function placeRows(village: Village, type: PlaceKind, query: string, ended: boolean): Row[] {
  const wanted = query.trim().toUpperCase()
  return placesOf(village)
    [type].filter(({ endedOn }) => (endedOn !== null) === ended)
    .map((place): Row & { code: string | undefined } => ({
      id: place.id,
      code: village.placeCode(place.id),
      title: place.name,
      note: placeNote(place, village.placeCode(place.id), village.asOf),
      chip: place.endedOn
        ? { state: 'notApplicable', text: copy.endedOn(showDate(place.endedOn, village.asOf)) }
        : chipOf(place.duties, village.asOf),
    }))
    .filter(({ title, note }) => `${title} ${note}`.toUpperCase().includes(wanted))
    .sort((a, b) => ((a.code ?? '~') < (b.code ?? '~') ? -1 : 1))
    .map(({ code: _, ...row }) => row)
}

export type RecordRow = Row & { icon: IconName; isPhone: boolean }
export type RecordFilter = { kind: string | null; year: string | null; query: string }

/** The open words of a record about no person: a title, a place, a name. What is said of persons is not searched. */
function openWords(record: Village['records'][number]): string {
  if (!isKindId(record.kind) || RECORD_KINDS[record.kind].subject === 'person') return ''
  const { fields } = RECORD_KINDS[record.kind]
  return Object.entries(record.payload)
    .map(([name, value]) => {
      const field = fields[name]
      if (field?.type === 'text') return String(value)
      return field?.type === 'choice' ? (field.options?.find((one) => one.value === value)?.label ?? '') : ''
    })
    .join(' ')
}

/** What tells one record of a kind from another, where it says nothing of a person. */
function nameOf({ kind, payload }: Village['records'][number]): string {
  if (!isKindId(kind) || RECORD_KINDS[kind].subject === 'person') return ''
  const { title, document, place } = payload
  if (typeof title === 'string') return title
  if (kind === 'village-document' || typeof place !== 'string')
    return kind === 'meeting' ? '' : String(document ?? '')
  return place
}

/** The newest first: what, about whom, when. What came out of it stands in the record alone. */
export function recordRows(
  village: Village,
  id: RegisterId,
  { kind, year, query }: RecordFilter,
): RecordRow[] {
  const wanted = query.trim().toUpperCase()
  return recordsIn(village, id)
    .filter((record) => kind === null || record.kind === kind)
    .filter(({ occurredOn }) => year === null || occurredOn.startsWith(year))
    .filter(
      (record) =>
        wanted === '' ||
        [kindLabel(record.kind), village.subjectLabel(record.subjectId), openWords(record)]
          .join(' ')
          .toUpperCase()
          .includes(wanted),
    )
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.id < b.id ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    )
    .map((record) => ({
      id: record.id,
      icon: kindIcon(record.kind),
      title: [kindShortLabel(record.kind), village.subjectLabel(record.subjectId)].join(' '),
      note: [showDate(record.occurredOn, village.asOf), nameOf(record)]
        .filter(Boolean)
        .join(common.separator),
      isPhone: record.receivedAt === null,
      chip:
        record.receivedAt === null
          ? { state: 'phone', text: copy.notSent }
          : record.reviewState === 'pending'
            ? { state: 'review', text: states.review }
            : record.reviewState === 'voided' || record.reviewState === 'returned'
              ? {
                  state: 'notApplicable',
                  text: record.reviewState === 'voided' ? copy.voided : copy.returned,
                }
              : null,
    }))
}

/** The kinds that stand in a book, by name. */
export function kindsIn(village: Village, id: RegisterId): { value: string; label: string }[] {
  const present = new Set(recordsIn(village, id).map(({ kind }) => kind))
  return [...present]
    .map((kind) => ({ value: kind, label: kindLabel(kind) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

/** The years in which something happened, the latest first. */
export const yearsIn = (village: Village, id: RegisterId): string[] =>
  [...new Set(recordsIn(village, id).map(({ occurredOn }) => occurredOn.slice(0, 4)))].sort().reverse()
