import type { AppointmentItem } from '@/shared/api'
import { appoint, accounts as copy, roleNames } from '@/shared/copy'
import { phoneDigits as digits, showDate } from '@/shared/format'
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
  const { id, name, role, areaName, subjectName, from, to, endedAt, bound } = given
  const over = endedAt !== null || (to !== null && to < today)
  const last = endedAt !== null ? chinaDate(Date.parse(endedAt)) : (to ?? today)
  return {
    id,
    who: name,
    post: [areaName, subjectName, roleNames[role]].filter(Boolean).join(' · '),
    note: over
      ? copy.ended(showDate(last, today))
      : [copy.since(showDate(from, today)), bound ? copy.bound : copy.notBound].join(' · '),
    open: !over,
  }
}

export type Successor = { name: string; phone: string }

export const checkSuccessor = ({ name, phone }: Successor): { name?: string; phone?: string } => ({
  ...(name.trim() === '' && { name: appoint.nameMissing }),
  ...(digits(phone) !== '' && !/^1\d{10}$/.test(digits(phone)) && { phone: appoint.phoneWrong }),
})

/** What is sent; a phone that was left empty is left out. */
export const successorOf = ({ name, phone }: Successor): { name: string; phone?: string } => ({
  name: name.trim(),
  ...(digits(phone) !== '' && { phone: digits(phone) }),
})
