import { create } from 'zustand'
import { ApiError, villagesApi } from '@/shared/api'
import { NetworkError, onNetworkBack, serverMillis, storage } from '@/shared/platform'
import { currentNamespace, currentViewer, namespaceKey, useSession } from '@/shared/session'
import { createLedgerStore } from './ledger-store'
import { applyDelta, type LedgerSnapshot } from './snapshot'

export type LedgerState = {
  /** `absent`: never loaded on this phone. `locked`: too long without contact to be shown. */
  state: 'none' | 'absent' | 'locked' | 'ready'
  snapshot: LedgerSnapshot | null
  syncing: boolean
  /** Why the last synchronising failed; null after a good one. */
  fault: 'network' | 'server' | 'denied' | 'storage' | null
}

const EMPTY: LedgerState = { state: 'none', snapshot: null, syncing: false, fault: null }

/** The ledger of the village on screen. */
export const useLedger = create<LedgerState>(() => EMPTY)
let openKey: string | null = null
let syncing: Promise<void> | null = null

const openStore = () => {
  const namespace = currentNamespace()
  return namespace && createLedgerStore(storage, namespaceKey(namespace))
}

function follow(): void {
  const namespace = currentNamespace()
  const { villageCode } = currentViewer()
  const key = namespace && villageCode ? `${namespaceKey(namespace)}:${villageCode}` : null
  if (key === openKey) return
  openKey = key
  syncing = null
  const stored = villageCode && key !== null ? openStore()?.load(serverMillis(), villageCode) : null
  if (!stored) {
    useLedger.setState(EMPTY)
    return
  }
  useLedger.setState({
    ...EMPTY,
    state: stored.state,
    snapshot: stored.state === 'ready' ? stored.snapshot : null,
  })
  void syncLedger()
}

function faultOf(error: unknown): LedgerState['fault'] {
  if (error instanceof NetworkError) return 'network'
  if (error instanceof ApiError && error.status < 500 && error.status !== 429) return 'denied'
  return 'server'
}

async function run(forKey: string, villageCode: string): Promise<void> {
  const before = useLedger.getState().snapshot
  useLedger.setState({ syncing: true })
  try {
    const delta = await villagesApi.ledger(villageCode, before?.ledgerVersion ?? 0)
    // Another role took the screen: this answer belongs to nobody here.
    if (openKey !== forKey) return
    const snapshot = applyDelta(before, delta, serverMillis())
    const unchanged =
      before !== null && !delta.full && delta.records.length === 0 && delta.dropped.length === 0
    const kept = unchanged ? { ...snapshot, records: before.records } : snapshot
    let fault: LedgerState['fault'] = null
    try {
      openStore()?.save(kept, before)
    } catch {
      fault = 'storage'
    }
    useLedger.setState({ state: 'ready', snapshot: kept, fault })
  } catch (error) {
    if (openKey === forKey) useLedger.setState({ fault: faultOf(error) })
  } finally {
    if (openKey === forKey) useLedger.setState({ syncing: false })
  }
}

/** Asks for what changed. Joins a synchronising under way. */
export function syncLedger(): Promise<void> {
  const { villageCode, signedIn } = currentViewer()
  if (!openKey || !villageCode || !signedIn) return Promise.resolve()
  if (syncing) return syncing
  const mine = run(openKey, villageCode).finally(() => {
    if (syncing === mine) syncing = null
  })
  syncing = mine
  return mine
}

/** What colleagues did is not older than this on a page that comes up. */
const FRESH_MS = 60_000

/** Asks again where the last answer is no longer fresh: an app that is never closed would show yesterday's village. */
export function refreshLedger(): void {
  const { snapshot } = useLedger.getState()
  if (snapshot && serverMillis() - snapshot.contactAt > FRESH_MS) void syncLedger()
}

/** Called once at launch, after the session was restored. */
export function startLedger(): void {
  follow()
  useSession.subscribe(follow)
  onNetworkBack(() => void syncLedger())
}

/** Signing out takes the readable ledger off the phone. */
export function forgetLedger(): void {
  openStore()?.clear()
}
