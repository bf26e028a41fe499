import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { inboxApi } from '@/shared/api'
import { currentViewer } from '@/shared/session'

const ME_SLOT = 3

/** How many messages wait. The tab shows a plain dot; 我的 says the number in words. */
export const useUnread = create<{ unread: number }>(() => ({ unread: 0 }))

export function setUnread(unread: number): void {
  useUnread.setState({ unread })
  const drawn =
    unread > 0 ? Taro.showTabBarRedDot({ index: ME_SLOT }) : Taro.hideTabBarRedDot({ index: ME_SLOT })
  // Pages without a tab bar refuse; the next tab draws the dot.
  Promise.resolve(drawn).catch(() => undefined)
}

/** Asks again; without a network or a sign-in the last number stands. */
export async function refreshUnread(): Promise<void> {
  if (!currentViewer().signedIn) return setUnread(0)
  try {
    setUnread((await inboxApi.list()).unread)
  } catch {
    // A dot is not worth an error message.
  }
}
