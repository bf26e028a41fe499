import { create } from 'zustand'
import { recordsApi } from '@/shared/api'
import { isOnline, onNetworkBack, phoneMillis, serverInstant, storage } from '@/shared/platform'
import {
  adoptFromEnded,
  currentNamespace,
  type Namespace,
  namespaceKey,
  standingAppointments,
  useSession,
} from '@/shared/session'
import { createEntryStore } from './entry-store'
import { createOutbox, type Outbox } from './outbox'
import type { OutboxEntry } from './types'

type CurrentOutbox = { outbox: Outbox | null; entries: OutboxEntry[] }

/** The outbox of whoever is signed in, in the role on screen. */
const useCurrent = create<CurrentOutbox>(() => ({ outbox: null, entries: [] }))
const acceptedListeners = new Set<(entries: OutboxEntry[]) => void>()
let openKey: string | null = null

function open(namespace: Namespace): Outbox {
  return createOutbox({
    entries: createEntryStore(storage, namespaceKey(namespace)),
    send: async (records) => (await recordsApi.batch(records, namespace)).results,
    isOnline,
    now: phoneMillis,
    instant: serverInstant,
    schedule: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    onAccepted: (entries) => {
      for (const listener of acceptedListeners) listener(entries)
    },
  })
}

function follow(): void {
  const namespace = currentNamespace()
  const key = namespace && namespaceKey(namespace)
  if (key === openKey) return
  openKey = key
  useCurrent.getState().outbox?.close()
  if (!namespace) {
    useCurrent.setState({ outbox: null, entries: [] })
    return
  }
  const standing = standingAppointments(useSession.getState())
  if (standing) adoptFromEnded(storage, 'outbox', namespace, standing)
  const outbox = open(namespace)
  outbox.subscribe(() => useCurrent.setState({ entries: outbox.entries() }))
  useCurrent.setState({ outbox, entries: outbox.entries() })
  void outbox.flush()
}

/** Called once at launch, after the session was restored. */
export function startOutbox(): void {
  follow()
  useSession.subscribe((now, before) => {
    follow()
    if (now.status === 'signedIn' && before.status !== 'signedIn') void useCurrent.getState().outbox?.wake()
  })
  onNetworkBack(() => void useCurrent.getState().outbox?.wake())
}

/** The app came to the foreground, or the user asked. */
export const wakeOutbox = (): Promise<void> => useCurrent.getState().outbox?.wake() ?? Promise.resolve()

export function currentOutbox(): Outbox {
  const { outbox } = useCurrent.getState()
  if (!outbox) throw new Error('no one is signed in')
  return outbox
}

export const onRecordsAccepted = (listener: (entries: OutboxEntry[]) => void) => {
  acceptedListeners.add(listener)
}

export const useOutboxEntries = (): OutboxEntry[] => useCurrent((state) => state.entries)
export const currentEntries = (): OutboxEntry[] => useCurrent.getState().entries
export const useOutboxEntry = (key: string): OutboxEntry | undefined =>
  useCurrent((state) => state.entries.find((entry) => entry.key === key))
