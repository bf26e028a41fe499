import type { KindId, SubjectKind } from './record-kind.ts'

/** What has a file of its own beside the village. */
export type FiledSubject = Exclude<SubjectKind, 'village'>

/** A venue, a grid, an education site or a school: no person, so it has a name that everybody may read. */
export type PlaceKind = Exclude<FiledSubject, 'person'>

/** The kind whose first record makes a subject known, and whose newest describes it. */
export const REGISTERING: Readonly<Record<FiledSubject, KindId>> = {
  person: 'person-registration',
  venue: 'venue',
  grid: 'grid',
  site: 'education-site',
  school: 'school',
}

export const isRegistering = (kind: KindId): boolean => Object.values(REGISTERING).includes(kind)
