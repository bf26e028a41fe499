import { type GateId, type State, standardNumber, standardTitle } from '@dfv/rules'
import type { Area, CoverageYear, OversightWeek, Overview, VillageChange } from '@/shared/api'
import { moves as copy, villageState } from '@/shared/copy'
import { addDays, showDate } from '@/shared/format'

/** Towards `met` is better; what is not applicable is neither. */
const RANK: Partial<Record<State, number>> = { notMet: 0, undetermined: 1, met: 2 }

export type ChangeLine = {
  gate: GateId
  title: string
  from: State
  to: State
  way: 'better' | 'worse' | 'other'
}
export type ChangedVillage = { areaCode: string; name: string; counts: string; lines: ChangeLine[] }

const gateTitle = (gate: GateId): string =>
  `${(gate.startsWith('M') ? villageState.measureNo : villageState.standardNo)(standardNumber(gate))} ${standardTitle(gate)}`

function wayOf(from: State, to: State): ChangeLine['way'] {
  const [before, after] = [RANK[from], RANK[to]]
  if (before === undefined || after === undefined || before === after) return 'other'
  return after > before ? 'better' : 'worse'
}

/** In the order of the official codes; of a village in that of the notice. */
export function changedVillages(changes: readonly VillageChange[]): ChangedVillage[] {
  return changes.map(({ areaCode, name, changes: own }) => {
    const lines = own.map(({ gate, from, to }) => ({
      gate,
      from,
      to,
      title: gateTitle(gate),
      way: wayOf(from, to),
    }))
    const count = (way: ChangeLine['way']) => lines.filter((line) => line.way === way).length
    return { areaCode, name, lines, counts: copy.counts(count('better'), count('worse')) }
  })
}

export type Column = {
  week: string
  title: string
  text: string
  overdue: string
  derived: boolean
  /** Heights in percent of the tallest column. */
  met: number
  notMet: number
  undetermined: number
  late: number
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 1000) / whole) / 10

/** One column a week, oldest first. A village that joined later makes its weeks taller, so heights are of the tallest. */
export function columnsOf(weeks: readonly OversightWeek[], today: string): Column[] {
  const tallest = Math.max(0, ...weeks.map(({ met, notMet, undetermined }) => met + notMet + undetermined))
  const latest = Math.max(0, ...weeks.map(({ overdue }) => overdue))
  return weeks.map(({ week, met, notMet, undetermined, overdue, derived }) => ({
    week,
    title: copy.weekOf(showDate(week, today)),
    text: copy.weekText(met, notMet, undetermined),
    overdue: copy.overdueText(overdue),
    derived,
    met: share(met, tallest),
    notMet: share(notMet, tallest),
    undetermined: share(undetermined, tallest),
    late: share(overdue, latest),
  }))
}

export type CoverageLine = {
  year: number
  title: string
  text: string
  warned: string | null
  percent: number
}

const WEEK_DAYS = 7

/**
 * How many villages more, or fewer, the sums of a week speak of than those of the week before: the sums move with them,
 * though no village stands otherwise. Names them where it is plain which they are. @param back weeks ago; 0: the present one
 */
export function villagesMoved(
  weeks: readonly Pick<OversightWeek, 'week' | 'villages'>[],
  back: number,
  areas: readonly Pick<Area, 'name' | 'startOn'>[],
): string | null {
  const [before, after] = [weeks.at(-2 - back), weeks.at(-1 - back)]
  if (!before || !after || before.villages === after.villages) return null
  const more = after.villages - before.villages
  if (more < 0) return copy.left(-more)
  const end = addDays(after.week, WEEK_DAYS)
  const begun = areas.filter(({ startOn }) => startOn && startOn >= after.week && startOn < end)
  return copy.joined(begun.length === more ? begun.map(({ name }) => name).join('、') : '', more)
}

/** The newest year first. Shares are cut, never rounded up. */
export function coverageLines(coverage: readonly CoverageYear[], today: string): CoverageLine[] {
  const present = Number(today.slice(0, 4))
  return [...coverage].reverse().map(({ year, held, warned, villages }) => {
    const tenths = villages === 0 ? 0 : Math.floor((held * 1000) / villages)
    return {
      year,
      title: (year === present ? copy.yearNow : copy.yearEnd)(year),
      text: copy.share(held, villages, (tenths / 10).toFixed(1)),
      warned: warned > 0 ? copy.warned(warned) : null,
      percent: tenths / 10,
    }
  })
}

const AUDIENCES = ['resident', 'migrant'] as const

/** How many villages reach the rate, by audience. @see 四(一)3 */
export function awarenessLines({
  items,
}: Pick<Overview, 'items'>): { audience: (typeof AUDIENCES)[number]; text: string }[] {
  return AUDIENCES.map((audience) => {
    const states = items.map((one) => one.awareness.find((given) => given.audience === audience)?.state)
    const count = (wanted: string) => states.filter((state) => state === wanted).length
    const [met, notMet] = [count('met'), count('notMet')]
    return { audience, text: copy.awarenessText(met, notMet, items.length - met - notMet) }
  })
}
