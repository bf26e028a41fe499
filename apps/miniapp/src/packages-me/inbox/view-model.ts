import type { InboxItem } from '@/shared/api'
import { inbox as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

export type Target =
  | { to: 'work' | 'overview' | 'letters' | 'office-letters' }
  | { to: 'record' | 'pledge' | 'order'; id: string }
  | null

/** Where a message leads. A target this version does not know leads nowhere. */
export function targetOf(target: string | null): Target {
  if (target === 'work' || target === 'overview' || target === 'letters' || target === 'office-letters')
    return { to: target }
  const [kind, id] = (target ?? '').split('/')
  if ((kind === 'record' || kind === 'pledge' || kind === 'order') && id) return { to: kind, id }
  return null
}

export type MessageRow = {
  id: string
  text: string
  when: string
  unread: boolean
  label: string
  target: Target
}

export const messageRow = ({ id, text, createdAt, readAt, target }: InboxItem, today: string): MessageRow => {
  const when = showInstant(createdAt, today)
  const unread = readAt === null
  return {
    id,
    text,
    when,
    unread,
    label: [unread ? copy.unreadMark : '', text, when].filter(Boolean).join('，'),
    target: targetOf(target),
  }
}

/** What the list looks like once one message, or all, were read. */
export const markRead = (items: readonly InboxItem[], id: string | null, now: string): InboxItem[] =>
  items.map((item) =>
    item.readAt === null && (id === null || item.id === id) ? { ...item, readAt: now } : item,
  )
