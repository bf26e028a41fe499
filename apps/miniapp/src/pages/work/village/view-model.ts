import { registers as copy } from '@/shared/copy'
import type { ChipState, IconName } from '@/shared/ui'
import {
  countOf,
  dutiesIn,
  personsOf,
  REGISTERS,
  type RegisterId,
  SHELVES,
  type Shelf,
  type Village,
} from '@/shared/village'

export type BookRow = {
  id: RegisterId
  icon: IconName
  title: string
  note: string
  chip: { state: ChipState; text: string } | null
}
export type ShelfRows = { id: Shelf; title: string; rows: BookRow[] }

function noteOf(village: Village, id: RegisterId): string {
  const { of } = REGISTERS[id]
  const count = countOf(village, id) ?? 0
  if (of === 'persons') return copy.persons(count, personsOf(village).persons.length)
  if (of === 'transfers') return copy.transfers
  if (of === 'key') return copy.people(count)
  return of === 'places' ? copy.places(count) : copy.records(count)
}

function chipOf(village: Village, id: RegisterId): BookRow['chip'] {
  const duties = dutiesIn(village, id)
  const overdue = duties.filter(({ dueOn }) => dueOn < village.asOf).length
  if (overdue > 0) return { state: 'overdue', text: copy.overdue(overdue) }
  return duties.length > 0 ? { state: 'due', text: copy.due(duties.length) } : null
}

/** The books of the village on their shelves: how much stands in each, and what is owed there. */
export const shelvesOf = (village: Village): ShelfRows[] =>
  (Object.keys(SHELVES) as Shelf[]).map((id) => ({
    id,
    title: copy.shelves[id],
    rows: SHELVES[id].map((book: RegisterId) => ({
      id: book,
      icon: REGISTERS[book].icon,
      title: copy.title[book],
      note: noteOf(village, book),
      chip: chipOf(village, book),
    })),
  }))
