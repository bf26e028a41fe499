import { type GateId, type State, standardTitle } from '@dfv/rules'
import type { Overview, VillageOverview } from '@/shared/api'
import { overview as copy } from '@/shared/copy'
import { showDate, showMonth } from '@/shared/format'
import { chinaDate } from '@/shared/platform'

/** What the verdict is gated by, in the order of the notice: the ten standards, then the six measures. */
export const STANDARDS: readonly GateId[] = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10']
export const MEASURES: readonly GateId[] = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6']
export const GATES: readonly GateId[] = [...STANDARDS, ...MEASURES]

export type VillageRow = {
  code: string
  name: string
  /** In the order of GATES; null: not judged. */
  cells: { gate: GateId; title: string; state: State | null }[]
  counts: string
  worst: State
  work: string
  overdue: number
  dueSoon: number
  pending: number
  roster: string
  last: string
  stale: string | null
}

const count = (village: VillageOverview, state: State) =>
  village.standards.filter((one) => one.state === state).length

function worstOf(village: VillageOverview): State {
  if (count(village, 'notMet') > 0) return 'notMet'
  if (count(village, 'undetermined') > 0 || village.standards.length === 0) return 'undetermined'
  return count(village, 'met') > 0 ? 'met' : 'notApplicable'
}

function rowOf(village: VillageOverview, today: string): VillageRow {
  // A measure is one part of its own name.
  const states = new Map([...village.parts, ...village.standards].map(({ id, state }) => [id, state]))
  const { roster } = village
  const month = roster ? showMonth(roster.month, today) : ''
  return {
    code: village.areaCode,
    name: village.name,
    cells: GATES.map((gate) => ({ gate, title: standardTitle(gate), state: states.get(gate) ?? null })),
    counts: copy.counts(count(village, 'met'), count(village, 'notMet'), count(village, 'undetermined')),
    worst: worstOf(village),
    work: copy.work(village.overdue, village.dueSoon),
    overdue: village.overdue,
    dueSoon: village.dueSoon,
    pending: village.pending,
    roster: roster ? (roster.confirmed ? copy.rosterDone(month) : copy.rosterOpen(month)) : '',
    last: village.lastRecordAt ? showDate(chinaDate(Date.parse(village.lastRecordAt)), today) : copy.noRecord,
    stale: village.stale ? copy.staleMark(showDate(village.asOf, today)) : null,
  }
}

export type OverviewView = {
  rows: VillageRow[]
  overdue: string
  pending: number
  stale: number
  notStarted: number
  asOf: string
}

/** Always in the order of the official codes: villages are helped, not ranked. */
export function overviewView(given: Overview, onlyNotMet: boolean, today: string): OverviewView {
  const rows = [...given.items]
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
    .map((village) => rowOf(village, today))
  const late = given.items.filter(({ overdue }) => overdue > 0)
  return {
    rows: onlyNotMet ? rows.filter(({ worst }) => worst === 'notMet') : rows,
    overdue:
      late.length === 0
        ? copy.noOverdue
        : copy.overdue(
            late.reduce((sum, { overdue }) => sum + overdue, 0),
            late.length,
          ),
    pending: given.items.reduce((sum, { pending }) => sum + pending, 0),
    stale: given.items.filter(({ stale }) => stale).length,
    notStarted: given.notStarted,
    asOf: copy.asOf(showDate(given.asOf, today)),
  }
}

/** Where an arrow key leads in a grid; the edge holds. */
export function moveIn(
  at: { row: number; column: number },
  key: string,
  size: { rows: number; columns: number },
): { row: number; column: number } | null {
  const step: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  if (key === 'Home') return { row: at.row, column: 0 }
  if (key === 'End') return { row: at.row, column: size.columns - 1 }
  const by = step[key]
  if (!by) return null
  const within = (n: number, most: number) => Math.min(Math.max(n, 0), most - 1)
  return { row: within(at.row + by[0], size.rows), column: within(at.column + by[1], size.columns) }
}
