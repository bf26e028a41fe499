import type { KeyValueStore } from '@/shared/platform'
import type { SubscribeResult } from '@/shared/platform/subscribe'

/** A leave given to WeChat that the server does not know of yet: without it the one message would never be sent. */
export type PendingLeave = { id: string; results: SubscribeResult[] }
type Send<A> = (id: string, results: SubscribeResult[]) => Promise<A>

const keyOf = (accountId: string) => `dfv:${accountId}:pending-leave`

export const createPending = (store: KeyValueStore) => {
  const read = (accountId: string) => store.get<PendingLeave[]>(keyOf(accountId)) ?? []
  return {
    read,
    keep: (accountId: string, leave: PendingLeave) =>
      store.set(keyOf(accountId), [...read(accountId), leave]),
    /** Sends what waits, the oldest first; what the server has taken is forgotten. The last answer, if any was sent. */
    async send<A>(accountId: string, send: Send<A>): Promise<A | null> {
      let answer: A | null = null
      for (const { id, results } of read(accountId)) {
        answer = await send(id, results)
        store.set(
          keyOf(accountId),
          read(accountId).filter((one) => one.id !== id),
        )
      }
      return answer
    },
  }
}
