import type { AppointmentItem } from '@/shared/api'
import { accounts as copy, roleNames } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { chinaDate } from '@/shared/platform'

export type AccountRow = {
  id: string
  who: string
  post: string
  note: string
  open: boolean
}

/** A post as a row; it is over from the moment it was ended, or after its last day. */
export function accountRow(given: AppointmentItem, today: string): AccountRow {
  const { id, name, role, areaName, from, to, endedAt, bound } = given
  const over = endedAt !== null || (to !== null && to < today)
  const last = endedAt !== null ? chinaDate(Date.parse(endedAt)) : (to ?? today)
  return {
    id,
    who: name,
    post: [areaName, roleNames[role]].join(' · '),
    note: over
      ? copy.ended(showDate(last, today))
      : [copy.since(showDate(from, today)), bound ? copy.bound : copy.notBound].join(' · '),
    open: !over,
  }
}
