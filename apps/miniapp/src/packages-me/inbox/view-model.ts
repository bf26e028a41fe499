import type { InboxItem } from '@/shared/api'
import { common, inbox as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

const PLACES = ['work', 'overview', 'letters', 'office-letters', 'duties', 'bank', 'years'] as const
const THINGS = ['record', 'pledge', 'plaque', 'order', 'year'] as const

export type Target = { to: (typeof PLACES)[number] } | { to: (typeof THINGS)[number]; id: string } | null

/** Where a message leads. A target this version does not know leads nowhere. */
export function targetOf(target: string | null): Target {
  const place = PLACES.find((one) => one === target)
  if (place) return { to: place }
  const [kind, ...rest] = (target ?? '').split('/')
  const id = rest.join('/')
  const thing = THINGS.find((one) => one === kind)
  return thing && id ? { to: thing, id } : null
}

export type MessageRow = {
  id: string
  text: string
  when: string
  unread: boolean
  label: string
  target: Target
}

export const messageRow = (
  { id, text, createdAt, readAt, target, areaName }: InboxItem,
  today: string,
): MessageRow => {
  const when = [areaName, showInstant(createdAt, today)].filter(Boolean).join(common.separator)
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
