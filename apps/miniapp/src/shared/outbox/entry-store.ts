import type { KeyValueStore } from '@/shared/platform'
import type { OutboxEntry } from './types'

/**
 * One small key per operation and one index. An entry is written before the index names it, and removed after the
 * index forgot it: a kill between the two leaves an entry that loading adopts, never a name without its entry.
 */
export function createEntryStore(store: KeyValueStore, prefix: string) {
  const indexKey = `${prefix}:outbox-index`
  const entryPrefix = `${prefix}:outbox:`
  const keyOf = (key: string) => entryPrefix + key
  const index = () => store.get<string[]>(indexKey) ?? []

  return {
    loadAll(): OutboxEntry[] {
      const found = store.keys(entryPrefix).map((key) => key.slice(entryPrefix.length))
      const keys = new Set([...index(), ...found])
      return [...keys]
        .map((key) => store.get<OutboxEntry>(keyOf(key)))
        .filter((entry): entry is OutboxEntry => entry !== undefined)
        .sort((a, b) => a.sequence - b.sequence)
    },
    /** Throws StorageFullError. */
    write(entry: OutboxEntry): void {
      store.set(keyOf(entry.key), entry)
      const known = index()
      if (!known.includes(entry.key)) store.set(indexKey, [...known, entry.key])
    },
    remove(key: string): void {
      try {
        store.set(
          indexKey,
          index().filter((known) => known !== key),
        )
      } catch {
        // Loading skips a name without an entry.
      }
      store.remove(keyOf(key))
    },
  }
}

export type EntryStore = ReturnType<typeof createEntryStore>
