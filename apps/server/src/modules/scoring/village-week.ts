import {
  addDays,
  type GateId,
  MEASURE_IDS,
  type Obligation,
  type Scorecard,
  STANDARD_IDS,
  type State,
} from '@dfv/rules'
import { mondayOf } from '../../platform/weeks.js'
import type { VillageWeek } from './village-week.entity.js'

/** The standards and measures in the order of the notice; what is stored depends on it, so it only ever grows at its end. */
export const GATES: readonly GateId[] = [...STANDARD_IDS, ...MEASURE_IDS]

const LETTER: Record<State, string> = { met: 'm', notMet: 'n', undetermined: 'u', notApplicable: '-' }
const STATE = new Map(Object.entries(LETTER).map(([state, letter]) => [letter, state as State]))
const DAYS = 7

/** The Monday so many weeks away; negative: before. */
export const weeksFrom = (week: string, weeks: number): string => addDays(week, weeks * DAYS)

export const lastDayOf = (week: string): string => addDays(week, DAYS - 1)

/** What is kept of a scorecard's week. */
export function weekRow(
  { areaCode, asOf, standards, measures }: Scorecard,
  open: readonly Obligation[],
  derived = false,
): VillageWeek {
  const states = new Map<string, State>([...standards, ...measures].map(({ id, state }) => [id, state]))
  const count = (wanted: State) => STANDARD_IDS.filter((id) => states.get(id) === wanted).length
  return {
    week: mondayOf(asOf),
    areaCode,
    asOf,
    // What is not judged here is known to nobody.
    states: GATES.map((id) => LETTER[states.get(id) ?? 'undetermined']).join(''),
    met: count('met'),
    notMet: count('notMet'),
    undetermined: count('undetermined'),
    overdue: open.filter(({ dueOn }) => dueOn < asOf).length,
    derived,
  }
}

export type GateChange = { gate: GateId; from: State; to: State }

/** Where two weeks of a village differ, in the order of the notice. */
export function changesBetween(before: string, after: string): GateChange[] {
  return GATES.flatMap((gate, at) => {
    const [from, to] = [STATE.get(before[at] ?? ''), STATE.get(after[at] ?? '')]
    return from && to && from !== to ? [{ gate, from, to }] : []
  })
}
