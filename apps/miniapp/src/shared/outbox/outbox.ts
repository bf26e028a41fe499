import type { BatchItem, BatchResult } from '@/shared/api'
import { StorageFullError } from '@/shared/platform'
import type { EntryStore } from './entry-store'
import { itemOf } from './item'
import { failureOf, settle } from './outcome'
import { type DraftInput, entryKey, type OutboxEntry, UNSENT } from './types'

export const BATCH_SIZE = 50
const BACKOFF_MS = [5_000, 15_000, 60_000, 300_000, 900_000]
const KEEP_ACCEPTED_MS = 30 * 86_400_000

export type OutboxSetup = {
  entries: EntryStore
  /** Sends under the account and appointment this outbox belongs to, or throws. */
  send(records: BatchItem[]): Promise<BatchResult[]>
  isOnline(): boolean
  now(): number
  instant(): string
  /** Runs once after the delay; returns how to cancel it. */
  schedule(run: () => void, delayMs: number): () => void
  onAccepted?(entries: OutboxEntry[]): void
}

/** The records of one account in one role that the server has not yet settled. */
export function createOutbox(setup: OutboxSetup) {
  let entries: OutboxEntry[] = setup.entries.loadAll()
  let flushing: Promise<void> | null = null
  let cancelRetry: (() => void) | null = null
  let failures = 0
  let batchSize = BATCH_SIZE
  let closed = false
  let needsSignIn = false
  const listeners = new Set<() => void>()

  const publish = (next: OutboxEntry[]) => {
    entries = next
    for (const listener of listeners) listener()
  }
  const find = (key: string) => entries.find((entry) => entry.key === key)
  const put = (entry: OutboxEntry) =>
    publish(find(entry.key) ? entries.map((e) => (e.key === entry.key ? entry : e)) : [...entries, entry])

  const forget = (keys: readonly string[]) => {
    for (const key of keys) setup.entries.remove(key)
    publish(entries.filter((entry) => !keys.includes(entry.key)))
  }
  const write = (entry: OutboxEntry) => {
    try {
      setup.entries.write(entry)
    } catch (error) {
      const old = entries.filter((e) => e.state === 'accepted' && e.key !== entry.key)
      if (!(error instanceof StorageFullError) || old.length === 0) throw error
      // What the server has is the first to go when the phone is full.
      forget(old.map((e) => e.key))
      setup.entries.write(entry)
    }
  }
  /** For states the next start works out by itself: a full phone must not stop the sending that empties it. */
  const writeIfPossible = (entry: OutboxEntry) => {
    try {
      write(entry)
    } catch {
      // The stored state stays queued; sending the same id again is answered as already received.
    }
  }
  const update = (changed: OutboxEntry[]) => {
    for (const entry of changed) writeIfPossible(entry)
    const byKey = new Map(changed.map((entry) => [entry.key, entry]))
    publish(entries.map((entry) => byKey.get(entry.key) ?? entry))
  }

  // A kill in the middle of sending: whether the server has it is unknown, so it is sent again under the same id.
  update(entries.filter((e) => e.state === 'sending').map((e) => ({ ...e, state: 'queued' as const })))
  const stale = entries.filter((e) => e.state === 'accepted' && e.updatedAt < setup.now() - KEEP_ACCEPTED_MS)
  if (stale.length > 0) forget(stale.map((e) => e.key))

  /** In order of making; a later revision waits until the earlier one is settled. */
  function nextBatch(): OutboxEntry[] {
    const blocked = new Set<string>()
    const batch: OutboxEntry[] = []
    for (const entry of [...entries].sort((a, b) => a.sequence - b.sequence)) {
      if (entry.state === 'accepted' || entry.state === 'draft') continue
      const first = !blocked.has(entry.recordId)
      blocked.add(entry.recordId)
      if (first && entry.state === 'queued' && batch.length < batchSize) batch.push(entry)
    }
    return batch
  }

  function retryLater(slow: boolean): void {
    if (closed) return
    const delay = slow ? BACKOFF_MS[2]! : BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)]!
    failures += 1
    cancelRetry?.()
    cancelRetry = setup.schedule(() => void flush(), delay)
  }

  /** True: go on with the next batch. */
  async function sendBatch(batch: OutboxEntry[]): Promise<boolean> {
    const now = setup.now()
    update(batch.map((e) => ({ ...e, state: 'sending', attempts: e.attempts + 1, updatedAt: now })))
    const current = () =>
      batch.map(({ key }) => find(key)).filter((e) => e?.state === 'sending') as OutboxEntry[]
    try {
      const results = await setup.send(batch.map(itemOf))
      const byId = new Map(results.map((result) => [result.id, result]))
      const settled = current().map((e) => ({ ...settle(e, byId.get(e.recordId)), updatedAt: setup.now() }))
      update(settled)
      const accepted = settled.filter((e) => e.state === 'accepted')
      if (accepted.length > 0) setup.onAccepted?.(accepted)
      const unsettled = settled.some((e) => e.state === 'queued')
      if (unsettled) retryLater(true)
      else failures = 0
      return !unsettled
    } catch (error) {
      // Written down is “sending”, which whoever opens this outbox next takes up again.
      if (closed) return false
      const failure = failureOf(error)
      if (failure.action === 'split' && batch.length === 1) {
        update(current().map((e) => ({ ...e, state: 'returned', problem: failure.problem })))
        return true
      }
      update(current().map((e) => ({ ...e, state: 'queued' })))
      if (failure.action === 'split') {
        batchSize = Math.max(1, Math.floor(batch.length / 2))
        return true
      }
      needsSignIn = failure.action === 'wait-for-sign-in'
      if (failure.action === 'retry') retryLater(failure.slow)
      return false
    }
  }

  async function run(): Promise<void> {
    batchSize = BATCH_SIZE
    for (let batch = nextBatch(); batch.length > 0 && !closed; batch = nextBatch()) {
      if (!(await sendBatch(batch))) return
    }
  }

  /** Sends what waits. Joins a sending under way. */
  function flush(): Promise<void> {
    if (closed || !setup.isOnline()) return Promise.resolve()
    cancelRetry?.()
    cancelRetry = null
    flushing ??= run().finally(() => {
      flushing = null
    })
    return flushing
  }

  return {
    entries: () => entries,
    find,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    needsSignIn: () => needsSignIn,
    flush,
    /** Writes what the form holds. Throws StorageFullError. What was sent once is not changed any more. */
    saveDraft(input: DraftInput): OutboxEntry {
      const { recordId, ...rest } = input
      const key = entryKey(recordId, input.revision)
      const before = find(key)
      if (before && before.state !== 'draft' && before.state !== 'returned') return before
      const entry: OutboxEntry = {
        ...rest,
        key,
        recordId,
        state: before?.state ?? 'draft',
        ...(before?.problem && { problem: before.problem }),
        sequence: before?.sequence ?? Math.max(0, ...entries.map((e) => e.sequence)) + 1,
        updatedAt: setup.now(),
        attempts: before?.attempts ?? 0,
      }
      write(entry)
      put(entry)
      return entry
    },
    /** From here on the record goes out by itself. Throws StorageFullError. */
    enqueue(key: string): OutboxEntry {
      const before = find(key)
      if (!before) throw new Error(`no draft ${key}`)
      if (before.state !== 'draft' && before.state !== 'returned') return before
      // What a file said before is not what this says.
      const { problem: _, handedInAt: _file, ...rest } = before
      const entry: OutboxEntry = {
        ...rest,
        state: 'queued',
        deviceTime: setup.instant(),
        updatedAt: setup.now(),
      }
      write(entry)
      put(entry)
      void flush()
      return entry
    },
    /** They left the phone in a file. They wait on: the server's own answer settles them, and says the same twice. */
    noteHandedIn(keys: readonly string[]): void {
      const at = setup.now()
      update(
        entries
          .filter(({ key, state }) => keys.includes(key) && UNSENT.includes(state))
          .map((entry) => ({ ...entry, handedInAt: at })),
      )
    },
    /** Only what the server cannot have: a draft, a returned record, a conflict that was merged into a new revision. */
    discard(key: string): void {
      const entry = find(key)
      if (entry && !UNSENT.includes(entry.state)) forget([key])
    },
    /** The user asked, came back or found a network: no reason to wait any longer. */
    wake(): Promise<void> {
      failures = 0
      needsSignIn = false
      return flush()
    },
    /** Another account or role takes the screen. An answer under way is still noted here, nothing new is sent. */
    close(): void {
      closed = true
      cancelRetry?.()
      listeners.clear()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
