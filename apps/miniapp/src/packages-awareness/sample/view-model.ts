import type { NumberState, SampleWithNumbers } from '@/shared/api'
import { awareness, sampling as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { chinaDate } from '@/shared/platform'
import type { ChipState } from '@/shared/ui'

const CHIP: Record<NumberState, ChipState> = {
  answered: 'met',
  open: 'due',
  refused: 'notApplicable',
  unreachable: 'notApplicable',
  ineligible: 'notApplicable',
}

export type NumberRow = {
  number: number
  name: string
  chip: { state: ChipState; text: string }
  isOpen: boolean
}

export type SampleView = {
  title: string
  counts: string
  /** Which list, when it was drawn, and how to draw the same again. */
  lines: string[]
  /** Why it is over; null while it goes on. */
  ended: string | null
  rows: NumberRow[]
  /** Nobody has answered: a wrong list can still be taken back. */
  canVoid: boolean
  canEnlarge: boolean
}

/** Those who have not answered come first: they are the work. */
export function sampleView(sample: SampleWithNumbers, today: string): SampleView {
  const { counts, drawn, closedAt, voidReason, listName, listedOn, size, seed, drawnAt } = sample
  const isOver = closedAt !== null
  const rows = sample.numbers.map(
    ({ number, state }): NumberRow => ({
      number,
      name: copy.number(number),
      chip: { state: CHIP[state], text: copy.states[state] },
      isOpen: !isOver && state !== 'answered',
    }),
  )
  return {
    title: awareness.people[sample.audience],
    counts: copy.counts(counts.answered, drawn),
    lines: [
      copy.list(listName, showDate(listedOn, today), size),
      copy.drawnOn(showDate(chinaDate(Date.parse(drawnAt)), today)),
      copy.seed(seed),
      copy.seedNote,
    ],
    ended: voidReason !== null ? copy.voided(voidReason) : isOver ? copy.closed : null,
    rows: [...rows.filter(({ isOpen }) => isOpen), ...rows.filter(({ isOpen }) => !isOpen)],
    canVoid: !isOver && counts.answered === 0,
    canEnlarge: !isOver && drawn < size,
  }
}
