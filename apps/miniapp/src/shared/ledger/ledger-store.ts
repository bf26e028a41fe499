import type { LedgerRecordWire } from '@/shared/api'
import type { KeyValueStore } from '@/shared/platform'
import type { LedgerSnapshot } from './snapshot'

/** Without contact for this long the readable ledger locks; records waiting in the outbox do not. */
export const OFFLINE_READ_MS = 14 * 86_400_000
/** Well under WeChat's 1 MB a key, counted in characters of JSON of which a Chinese one is three bytes. */
export const CHUNK_CHARACTERS = 200_000

/** A ledger kept in an older form is loaded anew. */
const FORMAT = 'ledger@2'

type Meta = {
  format: typeof FORMAT
  generation: number
  chunks: number
} & Omit<LedgerSnapshot, 'records'>

export type StoredLedger =
  | { state: 'absent' }
  | { state: 'locked'; contactAt: number }
  | { state: 'ready'; snapshot: LedgerSnapshot }

export function chunked<T>(items: readonly T[], limit: number): T[][] {
  const chunks: T[][] = []
  let size = limit
  for (const item of items) {
    const length = JSON.stringify(item).length + 1
    if (size + length > limit) {
      chunks.push([])
      size = 0
    }
    chunks[chunks.length - 1]!.push(item)
    size += length
  }
  return chunks
}

/**
 * The chunks of a new generation are written first, then the key that names the generation, then the old chunks go:
 * a kill in between leaves the old ledger whole.
 */
export function createLedgerStore(store: KeyValueStore, prefix: string) {
  const metaKey = `${prefix}:ledger`
  const chunkPrefix = `${prefix}:ledger-records:`
  const chunkKey = (generation: number, chunk: number) => `${chunkPrefix}${generation}.${chunk}`
  const removeAllBut = (generation: number | null) => {
    for (const key of store.keys(chunkPrefix)) {
      if (generation === null || !key.startsWith(`${chunkPrefix}${generation}.`)) store.remove(key)
    }
  }

  return {
    /** One village at a time: the ledger of another one is as good as none. */
    load(now: number, wanted: string): StoredLedger {
      const meta = store.get<Meta>(metaKey)
      if (meta?.format !== FORMAT || meta.areaCode !== wanted) return { state: 'absent' }
      if (now - meta.contactAt > OFFLINE_READ_MS) return { state: 'locked', contactAt: meta.contactAt }
      const records: LedgerRecordWire[] = []
      for (let chunk = 0; chunk < meta.chunks; chunk++) {
        const part = store.get<LedgerRecordWire[]>(chunkKey(meta.generation, chunk))
        // The system may have cleared a key: half a ledger must not be scored.
        if (!part) return { state: 'absent' }
        records.push(...part)
      }
      const { areaCode, startOn, ledgerVersion, subjects, places, answers, policy, contactAt } = meta
      return {
        state: 'ready',
        snapshot: { areaCode, startOn, ledgerVersion, records, subjects, places, answers, policy, contactAt },
      }
    },
    /** Throws StorageFullError and leaves the old ledger as it was. */
    save(snapshot: LedgerSnapshot, previous: LedgerSnapshot | null): void {
      const before = store.get<Meta>(metaKey)
      const { records, ...head } = snapshot
      if (before && previous && records === previous.records) {
        store.set(metaKey, { ...before, ...head })
        return
      }
      const generation = (before?.generation ?? 0) + 1
      const chunks = chunked(records, CHUNK_CHARACTERS)
      try {
        chunks.forEach((part, chunk) => {
          store.set(chunkKey(generation, chunk), part)
        })
        const meta: Meta = { format: FORMAT, generation, chunks: chunks.length, ...head }
        store.set(metaKey, meta)
      } catch (error) {
        removeAllBut(before?.generation ?? null)
        throw error
      }
      removeAllBut(generation)
    },
    clear(): void {
      store.remove(metaKey)
      removeAllBut(null)
    },
  }
}
