import { useEffect } from 'react'
import { create } from 'zustand'
import { type Colleague, colleaguesApi } from '@/shared/api'
import { record, roleNames } from '@/shared/copy'
import { storage } from '@/shared/platform'
import { currentNamespace, currentViewer, namespaceKey, useViewer } from '@/shared/session'

type State = { key: string | null; items: Colleague[] }
const useStore = create<State>(() => ({ key: null, items: [] }))

/** Oneself is always there, also on a phone that has never asked. */
function withMe(items: readonly Colleague[]): Colleague[] {
  const { accountId, accountName, role } = currentViewer()
  if (accountId === null || items.some((one) => one.accountId === accountId)) return [...items]
  return [{ accountId, name: accountName, role: role ?? 'resident' }, ...items]
}

async function load(key: string, villageCode: string): Promise<void> {
  const storageKey = `${key}:colleagues`
  useStore.setState({ key, items: withMe(storage.get<Colleague[]>(storageKey) ?? []) })
  try {
    const { items } = await colleaguesApi.list(villageCode)
    storage.set(storageKey, items)
    if (useStore.getState().key === key) useStore.setState({ items: withMe(items) })
  } catch {
    // The kept list stands: records are written without a network too.
  }
}

/** The people who may be named in a record, oneself first. */
export function useColleagues(): Colleague[] {
  const { villageCode } = useViewer()
  const namespace = currentNamespace()
  const key = namespace && namespaceKey(namespace)
  useEffect(() => {
    if (key && villageCode && useStore.getState().key !== key) void load(key, villageCode)
  }, [key, villageCode])
  return useStore((state) => state.items)
}

/** Their account ids, or null while only oneself is known. */
export function knownColleagues(): string[] | null {
  const { items } = useStore.getState()
  return items.length > 1 ? items.map(({ accountId }) => accountId) : null
}

export const colleagueLabel = ({ name, role }: Colleague) => `${name}（${roleNames[role]}）`

/** Account ids as names, for reading records. */
export function useColleagueNames(): (accountId: string) => string {
  const colleagues = useColleagues()
  return (accountId) => colleagues.find((one) => one.accountId === accountId)?.name ?? record.formerColleague
}
