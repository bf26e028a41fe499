import { obligationTitle, type PlaceView, RECORD_KINDS, REGISTERING, type Role } from '@dfv/rules'
import { type Answer, answersOf, type NameOf } from '@/shared/records'
import { type DutyRow, dutyRow, recordableKinds, type Village } from '@/shared/village'

/** What its newest description says, without the name, which stands above. */
export function factsOf(place: PlaceView, village: Village, nameOf: NameOf): Answer[] {
  const newest = village.records.find(({ id }) => id === place.recordId)
  const kind = RECORD_KINDS[REGISTERING[place.type]]
  return answersOf(kind, newest?.payload ?? place.facts, village.asOf, nameOf).filter(
    ({ field }) => field !== 'name',
  )
}

/** What is owed at this place, by due date. */
export const dutiesAt = (place: PlaceView, village: Village, role: Role | null): DutyRow[] =>
  place.duties
    .filter(({ opensOn }) => opensOn <= village.asOf)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((duty) => ({
      ...dutyRow(duty, village, role),
      // The page already says where.
      title: obligationTitle(duty, { asOf: village.asOf }),
    }))

/** What may be recorded about a place of this type; its description has a button of its own. */
export const kindsAt = (place: PlaceView, role: Role | null) =>
  recordableKinds(role).filter(
    ({ kind, subject }) => subject === place.type && kind !== REGISTERING[place.type],
  )
