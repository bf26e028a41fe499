import { isSurveyedNone } from '../measures/m6-venues.ts'
import { type AsOf, openVillage, type Village } from '../registers/village.ts'
import { countOf, type SchoolAnswers, schoolsOf, venueCensus } from './audiences.ts'

/** How many people an audience has. */
export type Counted = {
  /** null: never counted, or so long ago that the count no longer holds. */
  population: number | null
  countedOn: string | null
}

/** Who is to be asked, as the ledger knows it: how many people, which staff, which schools. */
export type AwarenessFrame = {
  resident: Counted
  migrant: Counted
  venue: {
    venues: number
    /** By the rosters. */
    staff: number
    withoutRoster: number
    /** A survey of late found no venue: nobody is to be asked. */
    isDeclaredNone: boolean
  }
  student: {
    schools: SchoolAnswers[]
    /** The village was counted to have no school. */
    isDeclaredNone: boolean
  }
}

/** The venues and who works in them. */
export function venueFrame(village: Village): AwarenessFrame['venue'] {
  const { venues, staff, withoutRoster } = venueCensus(village, [])
  return {
    venues,
    staff,
    withoutRoster: withoutRoster.length,
    isDeclaredNone: venues === 0 && isSurveyedNone(village),
  }
}

/** The schools, with the answers of their classes. */
export function studentFrame(village: Village): AwarenessFrame['student'] {
  const schools = schoolsOf(village)
  return {
    schools,
    isDeclaredNone: schools.length === 0 && countOf('student', village)?.payload.count === 0,
  }
}

/**
 * The people whom the awareness rates of a village speak of. @see 四(一)3
 * @throws RangeError when `asOf` is not a date
 */
export function awarenessFrame(ledger: unknown, asOf: AsOf): AwarenessFrame {
  const village = openVillage(ledger, asOf)
  const counted = (audience: 'resident' | 'migrant'): Counted => {
    const count = countOf(audience, village)
    return { population: (count?.payload.count as number | undefined) ?? null, countedOn: count?.on ?? null }
  }
  return {
    resident: counted('resident'),
    migrant: counted('migrant'),
    venue: venueFrame(village),
    student: studentFrame(village),
  }
}
