import { type Day, parseDay } from '../core/iso-date.ts'
import { holds, type Interval, without } from '../core/period.ts'
import type { Person } from './person-fold.ts'
import type { Village } from './village.ts'

type Records = Pick<Village, 'index' | 'asOfDay'>

/** Days of approved leave, the day of return included. */
const leaveOf = (personId: string, { index }: Records): Interval[] =>
  (index.bySubject('leave').get(personId) ?? []).map(({ day, payload }) => ({
    from: day,
    to: parseDay(payload.to) + 1,
  }))

/** Days outside the county that somebody recorded, approved or not; a stay that goes on lasts to `asOf`. */
function staysOf(personId: string, { index, asOfDay }: Records): Interval[] {
  return (index.bySubject('absence').get(personId) ?? []).map(({ day, payload }) => {
    const back = parseDay(payload.returnedOn)
    return { from: day, to: back <= asOfDay ? back : asOfDay + 1 }
  })
}

/**
 * Stays outside the county that nobody approved, one list of stretches a stay, first to last. Days of approved leave
 * never count, nor does a day that another stay already has; a stay of which nothing is left is none.
 * @see 戒毒条例 第二十条
 */
export function unauthorisedStays(person: Person, village: Records): Interval[][] {
  const stays: Interval[][] = []
  const taken = leaveOf(person.id, village)
  for (const stay of staysOf(person.id, village)) {
    const left = without(stay, inOrder(taken))
    if (left.length > 0) stays.push(left)
    taken.push(stay)
  }
  return stays
}

const inOrder = (intervals: readonly Interval[]): Interval[] =>
  intervals.slice().sort((a, b) => a.from - b.from || a.to - b.to)

/** Days outside the county, approved or not: on them the person is away, whatever his last status says. */
export const daysOutside = (person: Person, village: Records): Interval[] =>
  inOrder([...leaveOf(person.id, village), ...staysOf(person.id, village)])

/** Where the person is on the day of the fold: as his status says, and away while on leave or gone without it. */
export function presenceNow(person: Person, village: Records): 'at-home' | 'away' | undefined {
  const presence = person.current?.fact.payload.presence
  if (presence !== 'at-home' && presence !== 'away') return undefined
  const isOutside = daysOutside(person, village).some((stretch) => holds(stretch, village.asOfDay))
  return isOutside ? 'away' : presence
}

/** The first day of a stay. */
export const beginOf = (stay: readonly Interval[]): Day => stay[0]!.from
