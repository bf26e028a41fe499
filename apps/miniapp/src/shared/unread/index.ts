import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { inboxApi } from '@/shared/api'
import { currentNamespace, namespaceKey } from '@/shared/session'

const ME_SLOT = 3
const ASK_AGAIN_MS = 30_000

/** How many messages wait. The tab shows a plain dot; 我的 says the number in words. */
export const useUnread = create<{ unread: number }>(() => ({ unread: 0 }))

let asked = { key: '', atMs: 0 }

export function setUnread(unread: number): void {
  useUnread.setState({ unread })
  const drawn =
    unread > 0 ? Taro.showTabBarRedDot({ index: ME_SLOT }) : Taro.hideTabBarRedDot({ index: ME_SLOT })
  // Pages without a tab bar refuse; the next tab draws the dot.
  Promise.resolve(drawn).catch(() => undefined)
}

/** Asks again, at most twice a minute; without a network the last number stands. */
export async function refreshUnread(): Promise<void> {
  const namespace = currentNamespace()
  if (!namespace) {
    asked = { key: '', atMs: 0 }
    return setUnread(0)
  }
  const key = namespaceKey(namespace)
  const now = Date.now()
  if (asked.key === key && Math.abs(now - asked.atMs) < ASK_AGAIN_MS) return
  asked = { key, atMs: now }
  try {
    const { unread } = await inboxApi.list()
    const still = currentNamespace()
    if (still && namespaceKey(still) === key) setUnread(unread)
  } catch {
    // A dot is not worth an error message.
  }
}
