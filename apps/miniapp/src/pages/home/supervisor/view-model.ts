import { type GateId, MEASURE_IDS, STANDARD_IDS, type State, standardTitle, stateLabel } from '@dfv/rules'
import type { Overview, VillageOverview } from '@/shared/api'
import { overview as copy } from '@/shared/copy'
import { showDate, showMonth } from '@/shared/format'
import { chinaDate } from '@/shared/platform'

/** What the verdict is gated by, in the order of the notice: the ten standards, then the six measures. */
export const GATES: readonly GateId[] = [...STANDARD_IDS, ...MEASURE_IDS]

export type VillageRow = {
  code: string
  /** The town it lies in. */
  town: string
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

const TOWN_LENGTH = 9

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
    town: village.areaCode.slice(0, TOWN_LENGTH),
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

/** `code`: the official order. `attention`: first where work is late, then where more is not met. */
export type VillageOrder = 'code' | 'attention'

const notMet = (row: VillageRow): number => row.cells.filter(({ state }) => state === 'notMet').length

/** By whom help is needed most; of equals the official order decides. No village is given a place. */
const byAttention = (a: VillageRow, b: VillageRow): number =>
  b.overdue - a.overdue || notMet(b) - notMet(a) || (a.code < b.code ? -1 : 1)

/** In the order the reader chose; of himself he gets that of the official codes, for villages are helped, not ranked. */
export function overviewView(
  given: Overview,
  { onlyNotMet, order }: { onlyNotMet: boolean; order: VillageOrder },
  today: string,
): OverviewView {
  const rows = [...given.items]
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
    .map((village) => rowOf(village, today))
  if (order === 'attention') rows.sort(byAttention)
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

export type TownCell = { gate: GateId; title: string; state: State | null; text: string; label: string }
export type TownGroup = {
  code: string
  name: string
  rows: VillageRow[]
  /** In the order of GATES: how many of its villages still have something to do there. */
  cells: TownCell[]
  counts: string
  work: string
  worst: State
  overdue: number
  dueSoon: number
  pending: number
}

const total = (rows: readonly VillageRow[], name: 'overdue' | 'dueSoon' | 'pending'): number =>
  rows.reduce((sum, row) => sum + row[name], 0)

const worstIn = (states: readonly (State | null)[]): State =>
  WORST_FIRST.find((state) => states.some((one) => (one ?? 'undetermined') === state)) ?? 'notApplicable'
const WORST_FIRST: readonly State[] = ['notMet', 'undetermined', 'met', 'notApplicable']

function townCell(name: string, rows: readonly VillageRow[], at: number): TownCell {
  const { gate, title } = rows[0]!.cells[at]!
  const states = rows.map(({ cells }) => cells[at]!.state)
  const state = worstIn(states)
  const number = states.filter((one) => (one ?? 'undetermined') === state).length
  const isWork = state === 'notMet' || state === 'undetermined'
  return {
    gate,
    title,
    state,
    text: isWork ? String(number) : '',
    label: copy.townCell(name, title, stateLabel(state), number, rows.length),
  }
}

/** Villages under their towns, in the order in which the first of each stands. */
export function byTown(
  rows: readonly VillageRow[],
  nameOf: (code: string) => string | undefined,
): TownGroup[] {
  const towns = new Map<string, VillageRow[]>()
  for (const row of rows) towns.set(row.town, [...(towns.get(row.town) ?? []), row])
  return [...towns].map(([code, own]) => {
    const name = nameOf(code) ?? code
    const of = (state: State) => own.filter(({ worst }) => worst === state).length
    const [overdue, dueSoon] = [total(own, 'overdue'), total(own, 'dueSoon')]
    return {
      code,
      name,
      rows: own,
      cells: GATES.map((_, at) => townCell(name, own, at)),
      counts: copy.townCounts(own.length, of('notMet'), of('undetermined')),
      work: copy.work(overdue, dueSoon),
      worst: worstIn(own.map(({ worst }) => worst)),
      overdue,
      dueSoon,
      pending: total(own, 'pending'),
    }
  })
}

/** What a grid shows: of one town its villages; of several the towns, and the villages of those unfolded. */
export type GridLine =
  | { kind: 'town'; group: TownGroup; open: boolean }
  | { kind: 'village'; row: VillageRow }

export function gridLines(groups: readonly TownGroup[], unfolded: ReadonlySet<string>): GridLine[] {
  const isOne = groups.length === 1
  return groups.flatMap((group): GridLine[] => {
    const open = isOne || unfolded.has(group.code)
    return [
      ...(isOne ? [] : [{ kind: 'town' as const, group, open }]),
      ...(open ? group.rows.map((row) => ({ kind: 'village' as const, row })) : []),
    ]
  })
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
