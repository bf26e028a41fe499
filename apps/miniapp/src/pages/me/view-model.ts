import { common, me as copy, roleNames } from '@/shared/copy'
import { type OutboxEntry, UNSENT } from '@/shared/outbox'
import type { Viewer } from '@/shared/session'

export const unsentCount = (entries: readonly OutboxEntry[]) =>
  entries.filter(({ state }) => UNSENT.includes(state) || state === 'returned' || state === 'conflict').length

export function identityLine({ accountName, role, areaName }: Viewer): string {
  return [accountName, areaName, role && roleNames[role]].filter(Boolean).join(common.separator)
}
export const outboxLine = (entries: readonly OutboxEntry[]) => {
  const waiting = unsentCount(entries)
  return waiting === 0 ? copy.outboxAll : copy.outboxWaiting(waiting)
}

const TICKET = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
/** The ticket inside whatever the code on the computer says; null when it is some other code. */
export const ticketIn = (text: string): string | null => TICKET.exec(text)?.[0]?.toLowerCase() ?? null
