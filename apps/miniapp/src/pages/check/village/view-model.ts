import {
  type GateId,
  type PartId,
  type PartOutcome,
  partText,
  partTitle,
  type Scorecard,
  type State,
  standardNumber,
  standardTitle,
} from '@dfv/rules'
import { check as copy } from '@/shared/copy'
import type { Village } from '@/shared/village'

export type StandardRow = { id: string; number: string; title: string; state: State; figure: string }

const WORST: readonly State[] = ['notMet', 'undetermined', 'met', 'notApplicable']

/** The part that decides: the first unmet one, else the first that is open, else the first with a figure. */
function decidingPart(parts: readonly PartOutcome[]): PartOutcome | undefined {
  return [...parts].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state))[0]
}

function figureOf(part: PartOutcome | undefined): string {
  if (!part) return ''
  // A measure is one part of its own name.
  return part.id === part.standard ? partText(part) : [partTitle(part.id), partText(part)].join(' ')
}

export function standardRows(village: Village): StandardRow[] {
  return rowsOf(village, village.scorecard.standards, copy.number)
}

/** The six measures, judged like the standards. @see 三(三) */
export function measureRows(village: Village): StandardRow[] {
  return rowsOf(village, village.scorecard.measures, copy.measure)
}

type Gate = { id: GateId; state: State; parts: readonly PartId[] }

function rowsOf(village: Village, gates: readonly Gate[], numbered: (n: number) => string): StandardRow[] {
  const { parts } = village.scorecard
  return gates.map(({ id, state, parts: ids }) => ({
    id,
    number: numbered(standardNumber(id)),
    title: standardTitle(id),
    state,
    figure: figureOf(decidingPart(parts.filter((part) => ids.includes(part.id)))),
  }))
}

export function summaryOf({ standards }: Scorecard): string {
  const count = (wanted: State) => standards.filter(({ state }) => state === wanted).length
  return copy.summary(count('met') + count('notApplicable'), count('notMet'), count('undetermined'))
}

/** Whether nothing is left to do. What there is to do is worked out on the page that lists it. */
export const isWhole = ({ standards, measures }: Scorecard): boolean =>
  [...standards, ...measures].every(({ state }) => state === 'met' || state === 'notApplicable')
