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
  /** It may still sign, so it is missing. */
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

function rowOf({ number, state, paperOn, pledgeId }: Household, today: string): HouseholdRow {
  return {
    number,
    name: copy.number(number),
    chip: {
      state: CHIPS[state],
      text: paperOn === undefined ? copy.states[state] : copy.paperOn(showDate(paperOn, today)),
    },
    isOpen: state === 'open',
    canRenew: state === 'open' || state === 'revoked',
    isPaper: state === 'paper',
    pledgeId: pledgeId ?? null,
  }
}

/** @param missingOnly leaves out those that have signed */
export function householdRows({ numbers }: Households, today: string, missingOnly: boolean): HouseholdRow[] {
  const rows = numbers.map((one) => rowOf(one, today))
  return missingOnly ? rows.filter(({ canRenew }) => canRenew) : rows
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
