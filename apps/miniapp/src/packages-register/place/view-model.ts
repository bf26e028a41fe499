import {
  obligationTitle,
  type Payload,
  type PlaceView,
  RECORD_KINDS,
  REGISTERING,
  type Role,
} from '@dfv/rules'
import { common, placeFile as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { type Answer, answersOf, kindIcon, kindShortLabel, type NameOf } from '@/shared/records'
import { type DutyRow, dutyRow, type Village } from '@/shared/village'
import type { TimelineRow } from '../parts/timeline'

/** What is known of the place now, in the words of its registration: name and dates stand above. */
export function answersNow(village: Village, place: PlaceView, nameOf: NameOf): Answer[] {
  const kind = RECORD_KINDS[REGISTERING[place.type]]
  const newest = village.records.find(({ id }) => id === place.recordId)
  const payload: Payload = newest?.payload ?? {}
  return answersOf(kind, payload, village.asOf, nameOf).filter(
    ({ field }) => field !== 'name' && field !== kind.dateField && field !== 'closedOn',
  )
}

export const headLine = (village: Village, place: PlaceView): string =>
  [
    village.placeCode(place.id),
    copy.since(showDate(place.registeredOn, village.asOf)),
    place.endedOn && copy.ended(showDate(place.endedOn, village.asOf)),
  ]
    .filter(Boolean)
    .join(common.separator)

/** Who works in a grid today. */
export function workersOf(village: Village, gridId: string, nameOf: NameOf): string[] {
  const atWork = new Map<string, boolean>()
  for (const { kind, subjectId, payload } of [...village.records].sort((a, b) =>
    a.occurredOn < b.occurredOn ? -1 : 1,
  )) {
    if (kind !== 'grid-assignment' || subjectId !== gridId || !Array.isArray(payload.worker)) continue
    const isOver = typeof payload.until === 'string' && payload.until <= village.asOf
    for (const worker of payload.worker) atWork.set(String(worker), !isOver)
  }
  return [...atWork].flatMap(([worker, isHere]) => (isHere ? [nameOf(worker)] : []))
}

export type OpenProblem = { id: string; text: string; note: string; isLate: boolean }

/** Problems that nobody has put right yet, the first due first. */
export function openProblems({ records, asOf }: Village, venueId: string): OpenProblem[] {
  const about = records.filter(
    ({ subjectId, reviewState }) => subjectId === venueId && reviewState === 'accepted',
  )
  const fixed = new Set(
    about.filter(({ kind }) => kind === 'rectification').map(({ payload }) => payload.problem),
  )
  return about
    .filter(({ id, kind }) => kind === 'venue-problem' && !fixed.has(id))
    .sort((a, b) => (String(a.payload.fixBy) < String(b.payload.fixBy) ? -1 : 1))
    .map(({ id, payload }) => ({
      id,
      text: String(payload.problem ?? ''),
      note: copy.fixBy(showDate(String(payload.fixBy), asOf)),
      isLate: String(payload.fixBy) < asOf,
    }))
}

/** When the venue signed this year's pledge with the village; null: not yet. */
export function pledgedOn({ records, asOf }: Village, venueId: string): string | null {
  const signed = records.find(
    ({ kind, payload }) =>
      kind === 'pledge-signed' && payload.party === venueId && String(payload.year) === asOf.slice(0, 4),
  )
  return signed?.occurredOn ?? null
}

/** What is owed about this place, by due date; the page already says which place it is. */
export const dutiesOf = (place: PlaceView, village: Village, role: Role | null): DutyRow[] =>
  place.duties
    .filter(({ opensOn }) => opensOn <= village.asOf)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((duty) => ({
      ...dutyRow(duty, village, role),
      title: obligationTitle(duty, { asOf: village.asOf }),
    }))

export const timelineOf = (village: Village, id: string): TimelineRow[] =>
  village.records
    .filter(({ subjectId }) => subjectId === id)
    .sort((a, b) =>
      a.occurredOn === b.occurredOn ? (a.id < b.id ? 1 : -1) : a.occurredOn < b.occurredOn ? 1 : -1,
    )
    .map((record) => ({
      id: record.id,
      icon: kindIcon(record.kind),
      text: [showDate(record.occurredOn, village.asOf), kindShortLabel(record.kind)].join(common.separator),
      unsent: record.receivedAt === null,
    }))
