import type { KeyValueStore } from '@/shared/platform'
import { type Namespace, namespaceKey } from './namespace'

/**
 * What was written down in a role that has ended since belongs to nobody's screen any more. The account's present role
 * takes it over, shows it and sends it; whether that role may is for the server to say. What finds no room stays where
 * it is until the next start.
 * @param part of a namespace: the records, or the photos that belong to them
 * @param standing appointments that the account holds now
 */
export function adoptFromEnded(
  store: KeyValueStore,
  part: 'outbox' | 'photo',
  into: Namespace,
  standing: readonly string[],
): void {
  const account = `dfv:${into.accountId}:`
  const own = namespaceKey(into)
  for (const key of store.keys(account)) {
    const [appointment, kind, ...rest] = key.slice(account.length).split(':')
    const from = `${account}${appointment}`
    if (kind !== part || from === own || standing.includes(appointment ?? '')) continue
    const target = `${own}:${part}:${rest.join(':')}`
    try {
      if (store.get(target) === undefined) store.set(target, store.get(key))
    } catch {
      return
    }
    store.remove(key)
  }
}
