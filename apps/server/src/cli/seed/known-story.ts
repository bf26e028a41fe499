import {
  addDays,
  addMonths,
  daysBetween,
  type IsoDate,
  type KeyPersonCategory,
  type Status,
} from '@dfv/rules'
import type { CastKey } from '../seed-data/demo-town.js'
import { dayAgo, type PersonPlan } from '../seed-data/person-plan.js'
import type { VillagePlan } from '../seed-data/village-plans.js'
import { type Cast, castOf, statusDays, threeYearsOn } from './person-story.js'
import { pick, pickOne } from './seed-ids.js'
import { dayOf, tell } from './tell.js'
import type { Stage } from './village-story.js'

/** So many months back everybody is visited in the story; what was before is judged no more. */
const VISITED_MONTHS = 5
const FIRST_LISTING_DAY = 4
const FIRST_SWEEP_DAY = 11

const CATEGORY: Partial<Record<Status, KeyPersonCategory>> = {
  'community-treatment': 'community-treatment',
  'community-rehabilitation': 'community-rehabilitation',
  helped: 'below-three-years',
  'voluntary-treatment': 'voluntary',
  'medication-maintenance': 'voluntary',
  'compulsory-isolation': 'isolation',
  detained: 'in-custody',
  imprisoned: 'in-custody',
  missing: 'out-of-touch',
  'out-of-control': 'out-of-touch',
}
const GONE: readonly Status[] = ['abroad', 'moved-out', 'deceased']
const IN_CUSTODY: readonly Status[] = ['compulsory-isolation', 'detained', 'imprisoned']
const OUT_OF_TOUCH: readonly Status[] = ['missing', 'out-of-control']

/** Who is known to the village: sweeps, key persons, and a look at everybody once a month. */
export function knownStory(stage: Stage, plan: VillagePlan, months: readonly string[]): void {
  sweeps(stage, plan, months)
  for (const person of plan.persons) {
    const cast = castOf(stage, person)
    list(stage, cast)
    const visited = months.slice(-VISITED_MONTHS)
    const isLeftOut = person.key === 'A02'
    for (const month of isLeftOut ? visited.slice(0, -2) : visited) visit(stage, cast, month)
  }
}

function sweeps(stage: Stage, plan: VillagePlan, months: readonly string[]): void {
  const { letter, startOn } = stage
  const isLate = plan.gaps?.includes('sweep') === true
  const days = [
    addDays(startOn, FIRST_SWEEP_DAY),
    ...months.filter((month) => Number(month.slice(5)) % 2 === 0).map((month) => dayOf(month, 12)),
  ]
  for (const on of isLate ? days.slice(0, -2) : days)
    tell(stage, {
      name: `${letter}:sweep:${on}`,
      by: `${letter}.caseWorker`,
      on,
      kind: 'sweep',
      payload: {
        scope: 'whole-village',
        households: 180 + pick(`${letter}:${on}:households`, 120),
        listed: plan.persons.length,
      },
    })
}

/** The day on which a status plan, not a pending one, is the last that has begun. */
function statusOn(stage: Stage, { statuses }: PersonPlan, day: IsoDate): Status | undefined {
  let status: Status | undefined
  statuses.forEach((plan, index) => {
    if (plan.pending) return
    const { from, to } = statusDays(stage, { statuses } as PersonPlan, index)
    const isOver = plan.released !== undefined && dayAgo(stage.today, plan.released) <= day
    if (from <= day && day < to && !isOver) status = plan.status
  })
  return status
}

function list(stage: Stage, { plan, id, registeredOn }: Cast): void {
  const from = plan.statuses[0] ? addDays(dayAgo(stage.today, plan.statuses[0].from), 2) : registeredOn
  const on = [addDays(registeredOn, FIRST_LISTING_DAY), from].sort()[1]!
  const status = statusOn(stage, plan, on)
  const category = plan.keyOnly ?? (status && CATEGORY[status])
  if (!category || threeYearsOn(stage, plan.abstinentSince) <= on) return
  const measure = plan.keyOnly ? 'visits' : status && IN_CUSTODY.includes(status) ? 'police' : 'support'
  tell(stage, {
    name: `${plan.key}:key`,
    by: `${stage.letter}.caseWorker`,
    on,
    kind: 'key-person',
    subjectId: id,
    payload: { category, measure },
  })
}

/** On the same day of every month, so that no two visits lie more than a month apart. */
function visit(stage: Stage, { plan, id, registeredOn }: Cast, month: string): void {
  const on = dayOf(month, 3 + pick(`${plan.key}:visit-day`, 6))
  const status = statusOn(stage, plan, on)
  if (daysBetween(registeredOn, on) < 10 || threeYearsOn(stage, plan.abstinentSince) <= addMonths(on, 0))
    return
  if (status && GONE.includes(status)) return
  const by = pickOne<CastKey>(`${plan.key}:${month}:visitor`, [
    `${stage.letter}.caseWorker`,
    `${stage.letter}.grid1`,
    `${stage.letter}.grid2`,
  ])
  const presence = plan.statuses.at(-1)?.presence
  tell(stage, {
    name: `${plan.key}:verification:${month}`,
    by,
    on,
    kind: 'verification',
    subjectId: id,
    payload: {
      whereabouts:
        status && IN_CUSTODY.includes(status)
          ? 'in-custody'
          : status && OUT_OF_TOUCH.includes(status)
            ? 'unreachable'
            : (presence ?? 'at-home'),
      dwellingChanged: 'no',
      measureChanged: 'no',
    },
  })
}
