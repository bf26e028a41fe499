import { isKindId, KIND_OUTLINES, type KindId, type Obligation, type PlaceKind } from '@dfv/rules'
import type { IconName } from '@/shared/ui'
import { personsOf } from './use-persons'
import { placesOf } from './use-places'
import type { Village } from './use-village'

/** The books of a village: of persons, of places, and of records of some kinds. */
export const REGISTERS = {
  persons: { icon: 'roster', of: 'persons' },
  key: { icon: 'key', of: 'key' },
  transfers: { icon: 'status', of: 'transfers' },
  venue: { icon: 'venue', of: 'places' },
  grid: { icon: 'grid', of: 'places' },
  site: { icon: 'flag', of: 'places' },
  school: { icon: 'quiz', of: 'places' },
  activities: { icon: 'publicity', of: 'records', kinds: ['publicity-activity'] },
  counts: { icon: 'verify', of: 'records', kinds: ['roster-confirmation', 'sweep', 'venue-survey'] },
  organisation: { icon: 'group', of: 'records', kinds: ['leading-group', 'village-office'] },
  documents: {
    icon: 'document',
    of: 'records',
    kinds: ['village-document', 'experience-report', 'past-evidence'],
  },
  meetings: { icon: 'meeting', of: 'records', kinds: ['meeting', 'funds'] },
  pledges: { icon: 'pledge', of: 'records', kinds: ['pledge-signed'] },
  conduct: {
    icon: 'shield',
    of: 'records',
    kinds: [
      'bottom-line-declaration',
      'bottom-lines-text',
      'bottom-line-breach',
      'incident',
      'concealment-finding',
      'police-quota',
    ],
  },
  all: { icon: 'draft', of: 'records' },
} as const satisfies Record<
  string,
  { icon: IconName; of: 'persons' | 'key' | 'transfers' | 'places' | 'records'; kinds?: readonly KindId[] }
>
export type RegisterId = keyof typeof REGISTERS

/** In the order in which the books stand on the shelf. */
export const SHELVES = {
  people: ['persons', 'key', 'transfers'],
  places: ['venue', 'grid', 'site', 'school'],
  work: ['activities', 'counts', 'organisation', 'documents', 'meetings', 'pledges', 'conduct', 'all'],
} as const satisfies Record<string, readonly RegisterId[]>
export type Shelf = keyof typeof SHELVES

export const isRegisterId = (id: string | undefined): id is RegisterId => id !== undefined && id in REGISTERS

export const placeKindOf = (id: RegisterId): PlaceKind | null =>
  REGISTERS[id].of === 'places' ? (id as PlaceKind) : null

/** The kinds a book of records holds; null: all of them. */
export function kindsOf(id: RegisterId): readonly KindId[] | null {
  const register = REGISTERS[id]
  return 'kinds' in register ? register.kinds : null
}

/** How many stand in a book; null where only the server knows. */
export function countOf(village: Village, id: RegisterId): number | null {
  const { of } = REGISTERS[id]
  if (of === 'transfers') return null
  if (of === 'persons')
    return personsOf(village).persons.filter((one) => one.isExisting !== false && !one.isThreeYears).length
  if (of === 'key') return personsOf(village).keyPersons.length
  if (of === 'places')
    return placesOf(village)[id as PlaceKind].filter(({ endedOn }) => endedOn === null).length
  return recordsIn(village, id).length
}

export function recordsIn({ records }: Pick<Village, 'records'>, id: RegisterId): Village['records'] {
  const kinds = kindsOf(id)
  return kinds === null ? records : records.filter(({ kind }) => isKindId(kind) && kinds.includes(kind))
}

/** What is owed that belongs to a book: about its persons or places, or settled by its kinds. */
export function dutiesIn(village: Village, id: RegisterId): Obligation[] {
  const open = village.duties.open.filter(({ opensOn }) => opensOn <= village.asOf)
  const { of } = REGISTERS[id]
  if (id === 'all' || of === 'transfers') return []
  if (of === 'persons') return open.filter(({ subjectId }) => village.person(subjectId) !== undefined)
  if (of === 'key') {
    const keys = new Set(personsOf(village).keyPersons.map((one) => one.id))
    return open.filter(({ subjectId, part }) => keys.has(subjectId) && (part === 'S6' || part === 'M5'))
  }
  const about = of === 'places' ? (id as string) : 'village'
  return open.filter(({ settledBy }) => {
    if (settledBy === null) return false
    if (of === 'places') return KIND_OUTLINES[settledBy].subject === about
    return kindsOf(id)?.includes(settledBy) === true
  })
}
