import { type KeyValueStore, StorageFullError } from '@/shared/platform'

/** A phone's storage: values are copied as on the wire, room may be limited, and what was written survives a kill. */
export function memoryStore(
  limits: { room?: number } = {},
): KeyValueStore & { texts: Map<string, string>; setRoom(n: number): void } {
  const texts = new Map<string, string>()
  let room = limits.room ?? Number.POSITIVE_INFINITY
  const used = () => [...texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
  return {
    texts,
    setRoom: (n) => {
      room = n
    },
    get<T>(key: string) {
      const text = texts.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as T)
    },
    set(key, value) {
      const text = JSON.stringify(value)
      const freed = texts.has(key) ? key.length + texts.get(key)!.length : 0
      if (used() - freed + key.length + text.length > room) throw new StorageFullError()
      texts.set(key, text)
    },
    remove: (key) => void texts.delete(key),
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    usedShare: () => used() / room,
  }
}
