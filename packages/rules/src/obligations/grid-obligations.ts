import {
  addMonthsToDay,
  addMonthsToMonth,
  type Day,
  firstDayOfMonth,
  isoOf,
  lastDayOfMonth,
  monthOf,
  parseDay,
} from '../core/iso-date.ts'
import { CLAUSES } from '../notice/clauses.ts'
import type { Grid } from '../registers/grids.ts'
import type { Village } from '../registers/village.ts'
import type { MissedWindow, Obligation } from '../scorecard.ts'
import { patrolMonth } from '../standards/s9-grids.ts'
import { dutyStart } from '../standards/tally.ts'
import { againWithin, dutyOf, rollingWindow, termFrom } from './duty.ts'

const byVillage = { owedBy: 'village-secretary', mendableAfterDue: true } as const

function divisionDuties(grid: Grid, village: Village): Obligation[] {
  const { onboardingDays } = village.values()
  const common = {
    ...byVillage,
    ...termFrom(grid.registeredDay, onboardingDays, village),
    subjectId: grid.id,
    clause: CLAUSES.gridDivision,
    part: 'S9.division',
  } as const
  const duties: Obligation[] = []
  if (!grid.isBounded) duties.push(dutyOf({ ...common, kind: 'grid-boundary', settledBy: 'grid' }))
  if (grid.workers.length === 0)
    duties.push(dutyOf({ ...common, kind: 'grid-worker', settledBy: 'grid-assignment' }))
  return duties
}

function skillDuties(grid: Grid, village: Village): Obligation[] {
  const { onboardingDays, skillCheckMonths } = village.values()
  const duties: Obligation[] = []
  for (const { worker, from, check } of grid.workers) {
    const window =
      check === undefined
        ? termFrom(from, onboardingDays, village)
        : rollingWindow(check.day, addMonthsToDay(check.day, skillCheckMonths), village)
    if (window === undefined) continue
    duties.push(
      dutyOf({
        ...window,
        period: `${worker}:${window.period}`,
        kind: 'skill-check',
        subjectId: grid.id,
        clause: CLAUSES.gridSkill,
        owedBy: 'town-office',
        settledBy: 'skill-check',
        part: 'S9.skill',
        mendableAfterDue: true,
        params: { worker },
      }),
    )
  }
  return duties
}

/** The patrol of the month that holds `asOf`, and the clean-up. */
function workDuties(grid: Grid, village: Village): Obligation[] {
  const duties: Obligation[] = []
  const month = monthOf(village.asOf)
  const patrols = patrolMonth(grid, month, village)
  if (patrols !== undefined && patrols.held.length < patrols.needed)
    duties.push(
      dutyOf({
        kind: 'patrol',
        subjectId: grid.id,
        period: month,
        opens: parseDay(firstDayOfMonth(month)),
        due: parseDay(lastDayOfMonth(month)),
        clause: CLAUSES.gridWork,
        owedBy: 'grid-worker',
        settledBy: 'patrol',
        part: 'S9.work',
        mendableAfterDue: false,
        params: { have: patrols.held.length, need: patrols.needed },
      }),
    )
  const last = grid.cleanUp?.day ?? grid.registeredDay
  const window = againWithin(last, village.values().cleanupDays, village)
  if (window !== undefined)
    duties.push(
      dutyOf({
        ...window,
        kind: 'clean-up',
        subjectId: grid.id,
        clause: CLAUSES.gridWork,
        owedBy: 'grid-worker',
        settledBy: 'clean-up',
        part: 'S9.work',
        mendableAfterDue: true,
      }),
    )
  return duties
}

/** What the grids of the village ask for; the first is that there are any. */
export function gridObligations(village: Village): Obligation[] {
  const grids = village.grids()
  if (grids.length > 0)
    return grids.reduce<Obligation[]>(
      (all, grid) =>
        all.concat(divisionDuties(grid, village), skillDuties(grid, village), workDuties(grid, village)),
      [],
    )
  const { startDay, areaCode } = village.ledger
  return [
    dutyOf({
      ...byVillage,
      ...termFrom(startDay, village.values().onboardingDays, village),
      kind: 'grids',
      subjectId: areaCode,
      clause: CLAUSES.gridDivision,
      settledBy: 'grid',
      part: 'S9.division',
    }),
  ]
}

/** Months that closed, on or after a day, without the patrols a grid owed. */
export function missedPatrols(village: Village, since: Day): MissedWindow[] {
  const missed: MissedWindow[] = []
  for (const grid of village.grids()) {
    const first = monthOf(isoOf(Math.max(since, dutyStart(grid.registeredDay, village))))
    for (let month = first; month < monthOf(village.asOf); month = addMonthsToMonth(month, 1)) {
      const patrols = patrolMonth(grid, month, village)
      const closedOn = lastDayOfMonth(month)
      if (patrols === undefined || patrols.isBeforeStart || patrols.held.length >= patrols.needed) continue
      if (parseDay(closedOn) < since) continue
      missed.push({
        id: `patrol:${grid.id}:${month}`,
        kind: 'patrol',
        subjectId: grid.id,
        period: month,
        closedOn,
        part: 'S9.work',
      })
    }
  }
  return missed
}
