import { type FileBox, type KeyValueStore, StorageFullError } from '@/shared/platform'

/** What WeChat gives a mini-program, in bytes of which a Chinese character takes three: 10 MB in all, 1 MB under a key. */
const ROOM = 10 * 1024 * 1024
const KEY_ROOM = 1024 * 1024

/** Key-value storage that refuses what WeChat's refuses, and tells how much lies in it and ever lay in it, in bytes. */
export function wechatStorage(): KeyValueStore & { used(): number; peak(): number } {
  const texts = new Map<string, string>()
  const sizes = new Map<string, number>()
  let used = 0
  let peak = 0
  const put = (key: string, size: number) => {
    used += size - (sizes.get(key) ?? 0)
    peak = Math.max(peak, used)
    if (size === 0) sizes.delete(key)
    else sizes.set(key, size)
  }
  return {
    get: <T>(key: string) => (texts.has(key) ? (JSON.parse(texts.get(key)!) as T) : undefined),
    set(key, value) {
      const text = JSON.stringify(value)
      const size = Buffer.byteLength(key) + Buffer.byteLength(text)
      if (size > KEY_ROOM || used - (sizes.get(key) ?? 0) + size > ROOM) throw new StorageFullError()
      put(key, size)
      texts.set(key, text)
    },
    remove(key) {
      put(key, 0)
      texts.delete(key)
    },
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    usedShare: () => used / ROOM,
    used: () => used,
    peak: () => peak,
  }
}

/** Photos lie in files, which the storage's room does not count. */
export function fileBox(): FileBox {
  const files = new Map<string, ArrayBuffer>()
  return {
    put: async (name, bytes) => void files.set(name, bytes),
    get: async (name) => files.get(name),
    remove: async (name) => void files.delete(name),
    names: async () => [...files.keys()],
  }
}
