import type { Household, Households } from '@/shared/api'
import { households as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import type { ChipState } from '@/shared/ui'

const MOST_HOUSEHOLDS = 20_000
/** The server takes so many papers at once. */
const MOST_PAPERS = 100

export type HouseholdRow = {
  number: number
  name: string
  chip: { state: ChipState; text: string }
  /** It has not signed. */
  isMissing: boolean
  /** It may sign at its door now. */
  isOpen: boolean
  /** A new slip can be made for it. */
  canRenew: boolean
  isPaper: boolean
  pledgeId: string | null
}

const CHIPS: Readonly<Record<Household['state'], ChipState>> = {
  open: 'due',
  sealing: 'met',
  signed: 'met',
  paper: 'met',
  revoked: 'notMet',
}

type Day = {
  today: string
  /** A year that has gone: nobody signs for it any more, but what lies on paper can still be noted. */
  isOver: boolean
}

function rowOf({ number, state, paperOn, pledgeId }: Household, { today, isOver }: Day): HouseholdRow {
  const isMissing = state === 'open' || state === 'revoked'
  const words = isOver ? copy.statesOver : copy.states
  return {
    number,
    name: copy.number(number),
    chip: {
      state: CHIPS[state],
      text: paperOn === undefined ? words[state] : copy.paperOn(showDate(paperOn, today)),
    },
    isMissing,
    isOpen: state === 'open' && !isOver,
    canRenew: isMissing && !isOver,
    isPaper: state === 'paper',
    pledgeId: pledgeId ?? null,
  }
}

/** @param missingOnly leaves out those that have signed */
export function householdRows({ numbers }: Households, day: Day, missingOnly: boolean): HouseholdRow[] {
  const rows = numbers.map((one) => rowOf(one, day))
  return missingOnly ? rows.filter(({ isMissing }) => isMissing) : rows
}

/** Pledges of a year are signed in it or in the December before. @returns first and last day that a paper of it can bear */
export function paperDays(year: number, today: string): { min: string; max: string } {
  const end = `${year}-12-31`
  return { min: `${year - 1}-12-01`, max: today < end ? today : end }
}

/** @returns null for what is no count of households */
export function sizeIn(typed: string): number | null {
  const size = /^\d+$/.test(typed.trim()) ? Number(typed) : 0
  return size >= 1 && size <= MOST_HOUSEHOLDS ? size : null
}

/** Numbers as people write them: 3，8，10-15. @returns null for anything else, and for more than the server takes at once */
export function numbersIn(typed: string): number[] | null {
  const numbers = new Set<number>()
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,、;。]+/)
    .filter(Boolean)
  for (const part of parts) {
    const [, first = '', last = first] = /^(\d+)(?:[-~—\u5230](\d+))?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (from < 1 || to < from || to - from >= MOST_PAPERS) return null
    for (let number = from; number <= to; number++) numbers.add(number)
  }
  return numbers.size >= 1 && numbers.size <= MOST_PAPERS ? [...numbers].sort((a, b) => a - b) : null
}
