import { addDays, addMonths, type IsoDate } from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import { GRID_NAMES, SCHOOLS, SITES, VENUES, type VenuePlan } from '../seed-data/place-plans.js'
import type { VillagePlan } from '../seed-data/village-plans.js'
import { castAccountId } from './cast-ids.js'
import { chinaInstant, pick, pickOne, seedId } from './seed-ids.js'
import { dayOf, HOUR, tell } from './tell.js'
import type { Stage } from './village-story.js'

const FIRST_PLACES_DAY = 3
/** Half a year after the first time everything is counted and checked again. */
const AGAIN_MONTHS = 6

type Place = Pick<Stage, 'letter' | 'startOn'>

const placeId = (stage: Place, name: string): string =>
  seedId(chinaInstant(addDays(stage.startOn, FIRST_PLACES_DAY), 9 * HOUR), `place:${stage.letter}:${name}`)

export const venueId = (stage: Place, index: number): string => placeId(stage, `venue:${index}`)
/** The two grids in which somebody works; a third is marked off where the story wants it. */
export const WORKED_GRIDS = [0, 1] as const
export const gridHouseholds = (letter: Stage['letter'], index: number): number =>
  90 + pick(`${letter}:grid:${index}`, 80)
export const schoolId = (stage: Place): string => placeId(stage, 'school')

/** Venues, grids, the education site and the school of a village, and the work about them. */
export function placeStory(stage: Stage, plan: VillagePlan, months: readonly string[]): void {
  const registeredOn = addDays(stage.startOn, FIRST_PLACES_DAY)
  VENUES[stage.letter].forEach((venue, index) => {
    venueStory(stage, plan, venue, index, registeredOn, months)
  })
  for (const index of WORKED_GRIDS) gridStory(stage, plan, index, registeredOn, months)
  // Marked off some weeks ago; nobody works in it yet.
  if (plan.gaps?.includes('grid-worker')) gridStory(stage, plan, 2, addDays(stage.today, -45), [])
  for (const on of [addDays(registeredOn, 7), addMonths(addDays(registeredOn, 7), AGAIN_MONTHS)])
    survey(stage, on)
  site(stage, registeredOn)
  const school = SCHOOLS[stage.letter]
  if (school)
    tell(stage, {
      name: `${stage.letter}:school`,
      by: `${stage.letter}.secretary`,
      on: registeredOn,
      kind: 'school',
      subjectId: placeId(stage, 'school'),
      payload: school,
    })
}

/** The months that began after a day. */
const monthsAfter = (months: readonly string[], day: IsoDate): string[] =>
  months.filter((month) => dayOf(month, 1) > day)

function survey(stage: Stage, on: IsoDate): void {
  tell(stage, {
    name: `${stage.letter}:survey:${on}`,
    by: `${stage.letter}.secretary`,
    on,
    kind: 'venue-survey',
    payload: { venues: VENUES[stage.letter].length },
  })
}

function site(stage: Stage, registeredOn: IsoDate): void {
  for (const on of [registeredOn, addMonths(registeredOn, AGAIN_MONTHS)])
    tell(stage, {
      name: `${stage.letter}:site:${on}`,
      by: `${stage.letter}.secretary`,
      on,
      kind: 'education-site',
      subjectId: placeId(stage, 'site'),
      payload: { ...SITES[stage.letter], inUse: 'yes' },
    })
}

function venueStory(
  stage: Stage,
  plan: VillagePlan,
  venue: VenuePlan,
  index: number,
  registeredOn: IsoDate,
  months: readonly string[],
): void {
  const { letter, today } = stage
  const by: CastKey = `${letter}.${index % 2 === 0 ? 'secretary' : 'caseWorker'}`
  const about = { by, subjectId: venueId(stage, index) }
  const name = `${letter}:venue:${index}`
  const isUnwatched = index === 0 && plan.gaps?.includes('venue-unwatched')
  tell(stage, {
    ...about,
    name,
    on: registeredOn,
    kind: 'venue',
    payload: {
      name: venue.name,
      venueType: venue.venueType,
      keyParts: 'yes',
      keyPartsText: venue.keyParts,
      monitored: isUnwatched ? 'no' : 'yes',
    },
  })
  tell(stage, {
    ...about,
    name: `${name}:staff`,
    on: addDays(registeredOn, 20 + index),
    kind: 'staff-roster',
    payload: { headcount: venue.staff },
  })
  // Every other month; of one the last two rounds were left out, so that it is past its day.
  const rounds = monthsAfter(months, registeredOn).filter((month) => Number(month.slice(5)) % 2 === index % 2)
  const isLate = index === 1 && plan.gaps?.includes('inspection')
  for (const month of isLate ? rounds.slice(0, -2) : rounds)
    tell(stage, {
      ...about,
      name: `${name}:inspection:${month}`,
      on: dayOf(month, 4 + pick(`${name}:${month}`, 4)),
      kind: 'venue-inspection',
      payload: { signs: 'yes', cameras: isUnwatched ? 'no' : 'yes', staff: 'yes', rooms: 'yes' },
    })
  if (index !== 0 || !plan.gaps?.includes('venue-problem')) return
  problem(stage, { ...about, name: `${name}:problem:old` }, addDays(today, -120), '警示标志褪色', true)
  problem(stage, { ...about, name: `${name}:problem` }, addDays(today, -12), '后门没有锁，监控看不到', false)
}

function problem(
  stage: Stage,
  about: { name: string; by: CastKey; subjectId: string },
  on: IsoDate,
  words: string,
  isFixed: boolean,
): void {
  const found = tell(stage, {
    ...about,
    on,
    kind: 'venue-problem',
    payload: { problem: words, fixBy: addDays(on, 20) },
  })
  if (found === undefined || !isFixed) return
  tell(stage, {
    ...about,
    name: `${about.name}:fixed`,
    on: addDays(on, 9),
    kind: 'rectification',
    payload: { problem: found, how: '已换新并拍照留存' },
  })
}

function gridStory(
  stage: Stage,
  plan: VillagePlan,
  index: number,
  registeredOn: IsoDate,
  months: readonly string[],
): void {
  const { letter } = stage
  const name = `${letter}:grid:${index}`
  const subjectId = placeId(stage, `grid:${index}`)
  const secretary: CastKey = `${letter}.secretary`
  const worker: CastKey = index === 0 ? `${letter}.grid1` : `${letter}.grid2`
  const ours = { kind: 'grid', subjectId, by: secretary } as const
  tell(stage, {
    ...ours,
    name,
    on: registeredOn,
    payload: {
      name: GRID_NAMES[index],
      bounded: 'yes',
      boundary: '东至村道，西至水渠，南至省道，北至山脚',
      households: gridHouseholds(letter, index),
    },
  })
  if (index === 2) return
  tell(stage, {
    ...ours,
    name: `${name}:worker`,
    on: addDays(registeredOn, 1),
    kind: 'grid-assignment',
    payload: { worker: [castAccountId(worker)] },
  })
  const isUnskilled = index === 1 && plan.gaps?.includes('skill')
  for (const on of [addDays(registeredOn, 15), addMonths(addDays(registeredOn, 15), AGAIN_MONTHS)])
    tell(stage, {
      ...ours,
      name: `${name}:skill:${on}`,
      by: 'town2',
      on,
      kind: 'skill-check',
      payload: {
        worker: [castAccountId(worker)],
        phone: 'passed',
        desktop: isUnskilled ? 'not-yet' : 'passed',
      },
    })
  for (const month of monthsAfter(months, registeredOn)) {
    const round = `${name}:${month}`
    const isLeftOut = index === 1 && plan.gaps?.includes('patrol') && month === months.at(-2)
    if (!isLeftOut)
      tell(stage, {
        ...ours,
        name: `${round}:patrol`,
        by: worker,
        on: dayOf(month, 9 + pick(`${round}:patrol`, 12)),
        kind: 'patrol',
        payload: {
          spots: [
            ...pickOne(`${round}:spots`, [
              ['rental', 'empty'],
              ['plant', 'hill'],
              ['venue', 'rental'],
            ]),
          ],
          found: 'no',
        },
      })
    if (Number(month.slice(5)) % 2 === 1)
      tell(stage, {
        ...ours,
        name: `${round}:clean-up`,
        by: worker,
        on: dayOf(month, 3 + pick(`${round}:clean-up`, 2)),
        kind: 'clean-up',
        payload: { sites: 4 + pick(`${round}:sites`, 9), found: 'no' },
      })
  }
}
