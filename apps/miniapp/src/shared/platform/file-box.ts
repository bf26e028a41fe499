import Taro from '@tarojs/taro'
import { isWeapp } from './env'
import { StorageFullError } from './storage'

/** Files of this app on this phone, under names of the app's own making. They survive a kill. */
export type FileBox = {
  /** Throws StorageFullError when the phone has no room. */
  put(name: string, bytes: ArrayBuffer): Promise<void>
  /** Undefined when it is not there: the user or the system may have cleared it. */
  get(name: string): Promise<ArrayBuffer | undefined>
  remove(name: string): Promise<void>
  names(): Promise<string[]>
}

const FOLDER = 'photos'
const folder = () => `${Taro.env.USER_DATA_PATH}/${FOLDER}`
const files = () => Taro.getFileSystemManager()

type Callbacks = { success: (answer: unknown) => void; fail: (error: unknown) => void }
const asked = <T>(call: (callbacks: Callbacks) => void): Promise<T> =>
  new Promise((resolve, reject) => call({ success: (answer) => resolve(answer as T), fail: reject }))

/** WeChat's file system: 200 MB for the app, apart from its storage. */
const weappBox: FileBox = {
  async put(name, bytes) {
    await asked((to) => files().mkdir({ dirPath: folder(), recursive: true, ...to })).catch(() => undefined)
    try {
      await asked((to) => files().writeFile({ filePath: `${folder()}/${name}`, data: bytes, ...to }))
    } catch (error) {
      throw new StorageFullError(error)
    }
  },
  get: (name) =>
    asked<{ data: ArrayBuffer }>((to) => files().readFile({ filePath: `${folder()}/${name}`, ...to })).then(
      ({ data }) => data,
      () => undefined,
    ),
  remove: (name) =>
    asked((to) => files().unlink({ filePath: `${folder()}/${name}`, ...to })).then(
      () => undefined,
      () => undefined,
    ),
  names: () =>
    asked<{ files: string[] }>((to) => files().readdir({ dirPath: folder(), ...to })).then(
      (answer) => answer.files,
      () => [],
    ),
}

const STORE = 'photos'
let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dfv-files', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }).catch((error: unknown) => {
    // A browser that forbids it in one moment may allow it in the next.
    opened = null
    throw error
  })
  return opened
}

/** Settles when the transaction is on the disk, not when the request was heard. */
async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = work(transaction.objectStore(STORE))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

const browserBox: FileBox = {
  put: (name, bytes) =>
    inStore('readwrite', (store) => store.put(bytes, name)).then(
      () => undefined,
      (error: unknown) => {
        throw new StorageFullError(error)
      },
    ),
  get: (name) =>
    inStore<ArrayBuffer | undefined>('readonly', (store) => store.get(name)).catch(() => undefined),
  remove: (name) =>
    inStore('readwrite', (store) => store.delete(name)).then(
      () => undefined,
      () => undefined,
    ),
  names: () =>
    inStore('readonly', (store) => store.getAllKeys()).then(
      (keys) => keys.map(String),
      () => [],
    ),
}

export const fileBox: FileBox = isWeapp ? weappBox : browserBox
