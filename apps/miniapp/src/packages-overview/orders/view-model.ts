import type { OrderHead } from '@/shared/api'
import { orders as copy } from '@/shared/copy'
import { daysBetween, showDate } from '@/shared/format'
import type { ChipState } from '@/shared/ui'

export type OrderRow = {
  id: string
  title: string
  where: string
  note: string
  chip: { state: ChipState; text: string }
}

/** How an order stands, in a word: an answer that is late is said as days. */
export function orderChip(
  { state, dueOn, isLate }: Pick<OrderHead, 'state' | 'dueOn' | 'isLate'>,
  asOf: string,
): OrderRow['chip'] {
  if (isLate) return { state: 'overdue', text: copy.lateDays(daysBetween(dueOn, asOf)) }
  const chip = { open: 'due', answered: 'review', closed: 'met', withdrawn: 'later' } as const
  return { state: chip[state], text: copy.state[state] }
}

export const orderRow = (head: OrderHead, asOf: string): OrderRow => ({
  id: head.id,
  title: head.title,
  where: `${head.areaName} · ${copy.by(head.office)}`,
  note: copy.until(showDate(head.dueOn, asOf)),
  chip: orderChip(head, asOf),
})
