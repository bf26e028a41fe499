import { useState } from 'react'
import { type InboxItem, inboxApi } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import { serverInstant, storage } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { currentNamespace, namespaceKey, useViewer } from '@/shared/session'
import { setUnread } from '@/shared/unread'
import { markRead } from './view-model'

type Shown = { items: InboxItem[]; unread: number; nextCursor: string | null }

const storageKey = () => {
  const namespace = currentNamespace()
  return namespace && `${namespaceKey(namespace)}:inbox`
}

/** The messages; the first page stays on the phone for when there is no network. */
export function useInbox() {
  const { accountId, appointmentId } = useViewer()
  const first = useResource(accountId && `${accountId}:${appointmentId}`, async () => {
    const page = await inboxApi.list()
    const key = storageKey()
    if (key) storage.set(key, page)
    setUnread(page.unread)
    return page
  })
  const [later, setLater] = useState<Shown | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const key = storageKey()
  const kept = first.failure && key ? (storage.get<Shown>(key) ?? null) : null
  const shown: Shown | null = later ?? first.data ?? kept

  const attempt = async (work: () => Promise<void>) => {
    setTold(null)
    try {
      await work()
    } catch (error) {
      setTold(tell(error))
    }
  }
  const read = (id: string | null, unread: number) => {
    if (!shown) return
    setLater({ ...shown, items: markRead(shown.items, id, serverInstant()), unread })
    setUnread(unread)
  }
  return {
    shown,
    loading: first.loading,
    failure: shown ? null : first.failure,
    told,
    reload: first.reload,
    readOne: (item: InboxItem) =>
      attempt(async () => {
        if (item.readAt !== null || !shown) return
        await inboxApi.read(item.id)
        read(item.id, Math.max(0, shown.unread - 1))
      }),
    readAll: () =>
      attempt(async () => {
        await inboxApi.readAll()
        read(null, 0)
      }),
    more: () =>
      attempt(async () => {
        if (!shown?.nextCursor) return
        const page = await inboxApi.list(shown.nextCursor)
        setLater({ ...page, items: [...shown.items, ...page.items] })
      }),
  }
}
