import { create } from 'zustand'
import { type Colleague, colleaguesApi } from '@/shared/api'
import { record, roleNames } from '@/shared/copy'
import { onNetworkBack, storage } from '@/shared/platform'
import { currentNamespace, currentViewer, namespaceKey, useSession } from '@/shared/session'

type State = { key: string | null; items: Colleague[] }
const useStore = create<State>(() => ({ key: null, items: [] }))

/** Oneself is always there, also on a phone that has never asked. */
function withMe(items: readonly Colleague[]): Colleague[] {
  const { accountId, accountName, role } = currentViewer()
  if (accountId === null || items.some((one) => one.accountId === accountId)) return [...items]
  return [{ accountId, name: accountName, role: role ?? 'resident' }, ...items]
}

async function ask(key: string, villageCode: string): Promise<void> {
  try {
    const { items } = await colleaguesApi.list(villageCode)
    if (useStore.getState().key === key) useStore.setState({ items: withMe(items) })
    if (!currentViewer().visitor) storage.set(`${key}:colleagues`, items)
  } catch {
    // The kept list stands: records are written without a network too.
  }
}

function follow(): void {
  const namespace = currentNamespace()
  const { villageCode, visitor } = currentViewer()
  const own = namespace && villageCode ? namespaceKey(namespace) : null
  // Who goes from village to village works with other people in each, and keeps none of them on the phone.
  const key = own && visitor ? `${own}:${villageCode}` : own
  if (key === useStore.getState().key) return
  const kept = key === null ? [] : withMe(storage.get<Colleague[]>(`${key}:colleagues`) ?? [])
  useStore.setState({ key, items: kept })
  if (key && villageCode) void ask(key, villageCode)
}

/** Called once at launch: who works here must be known before the network goes. */
export function startColleagues(): void {
  follow()
  useSession.subscribe(follow)
  onNetworkBack(() => {
    const { key, items } = useStore.getState()
    const { villageCode } = currentViewer()
    if (key && villageCode && items.length < 2) void ask(key, villageCode)
  })
}

/** The people who may be named in a record, oneself first. */
export const useColleagues = (): Colleague[] => useStore((state) => state.items)

/** Their account ids, or null while only oneself is known. */
export function knownColleagues(): string[] | null {
  const { items } = useStore.getState()
  return items.length > 1 ? items.map(({ accountId }) => accountId) : null
}

export const colleagueLabel = ({ name, role }: Colleague) => `${name}（${roleNames[role]}）`

/** The name of somebody who works here, or nothing. */
export function useKnownName(): (accountId: string) => string | undefined {
  const colleagues = useColleagues()
  return (accountId) => colleagues.find((one) => one.accountId === accountId)?.name
}

/** Account ids as names, for reading records. */
export function useColleagueNames(): (accountId: string) => string {
  const knownName = useKnownName()
  return (accountId) => knownName(accountId) ?? record.formerColleague
}
