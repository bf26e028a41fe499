import Taro from '@tarojs/taro'
import { isWeapp } from './env'

/** Small values under string keys. WeChat allows 1 MB a key and 10 MB in all. */
export type KeyValueStore = {
  get<T>(key: string): T | undefined
  /** Throws StorageFullError when the phone refuses to keep the value. */
  set(key: string, value: unknown): void
  remove(key: string): void
  keys(prefix: string): string[]
  /** Share of the room that is used, 0..1; undefined when the platform does not say. */
  usedShare(): number | undefined
}

export class StorageFullError extends Error {
  constructor(readonly reason?: unknown) {
    super('storage is full')
    this.name = 'StorageFullError'
  }
}

const weappStore: KeyValueStore = {
  get<T>(key: string) {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' || value === undefined ? undefined : (value as T)
  },
  set(key, value) {
    try {
      Taro.setStorageSync(key, value)
    } catch (error) {
      throw new StorageFullError(error)
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
  keys: (prefix) => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix)),
  usedShare() {
    const { currentSize, limitSize } = Taro.getStorageInfoSync()
    return limitSize > 0 ? currentSize / limitSize : undefined
  },
}

const browserStore: KeyValueStore = {
  get<T>(key: string) {
    const text = window.localStorage.getItem(key)
    if (text === null) return undefined
    try {
      return JSON.parse(text) as T
    } catch {
      return undefined
    }
  },
  set(key, value) {
    try {
      window.localStorage.setItem(key, JSON.stringify(value))
    } catch (error) {
      throw new StorageFullError(error)
    }
  },
  remove: (key) => window.localStorage.removeItem(key),
  keys: (prefix) => Object.keys(window.localStorage).filter((key) => key.startsWith(prefix)),
  usedShare: () => undefined,
}

export const storage: KeyValueStore = isWeapp ? weappStore : browserStore
