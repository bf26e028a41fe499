import type { PledgeHead } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { chinaDate } from '@/shared/platform'

/** A declined one may still be signed. */
const isOpen = ({ state }: PledgeHead): boolean => state === 'to-sign' || state === 'declined'

export type PledgeRow = { id: string; title: string; note: string; state: string; open: boolean }

const rowOf = (given: PledgeHead, today: string): PledgeRow => {
  const open = isOpen(given)
  const note = open
    ? copy.dueOn(showDate(given.dueOn, today))
    : given.state === 'sealed' && given.sealedAt
      ? copy.sealedOn(showDate(chinaDate(Date.parse(given.sealedAt)), today))
      : copy.states[given.state]
  return {
    id: given.id,
    title: given.title,
    note: [given.areaName, note].join(' · '),
    state: copy.states[given.state],
    open,
  }
}

/** What is to be signed comes first, by its day; what was signed after it, the newest first. */
export function pledgeRows(
  items: readonly PledgeHead[],
  today: string,
): { open: PledgeRow[]; done: PledgeRow[] } {
  const open = items.filter(isOpen).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const done = items.filter((one) => !isOpen(one)).sort((a, b) => b.year - a.year)
  return { open: open.map((one) => rowOf(one, today)), done: done.map((one) => rowOf(one, today)) }
}
