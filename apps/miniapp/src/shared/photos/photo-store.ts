import type { FileBox, KeyValueStore } from '@/shared/platform'
import type { KeptPhoto } from './types'

/** What the phone knows of the photos it still has; their bytes lie in the file box, under the same id. */
export function createPhotoStore(store: KeyValueStore, files: FileBox, prefix: string) {
  const photoPrefix = `${prefix}:photo:`
  return {
    loadAll: (): KeptPhoto[] =>
      store
        .keys(photoPrefix)
        .map((key) => store.get<KeptPhoto>(key))
        .filter((photo): photo is KeptPhoto => photo !== undefined)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    /** The bytes first: a kill in between leaves a file without a name, never a name without a file. */
    async add(photo: KeptPhoto, bytes: ArrayBuffer): Promise<void> {
      await files.put(photo.id, bytes)
      try {
        store.set(photoPrefix + photo.id, photo)
      } catch (error) {
        await files.remove(photo.id)
        throw error
      }
    },
    /** Throws StorageFullError. */
    write: (photo: KeptPhoto) => store.set(photoPrefix + photo.id, photo),
    read: (id: string) => files.get(id),
    dropBytes: (id: string) => files.remove(id),
    async remove(id: string): Promise<void> {
      store.remove(photoPrefix + id)
      await files.remove(id)
    },
  }
}

/** Files that no account's photo names any more: a kill came between the two writes. */
export async function dropStrayFiles(store: KeyValueStore, files: FileBox): Promise<void> {
  const named = new Set(store.keys('dfv:').map((key) => key.slice(key.lastIndexOf(':') + 1)))
  for (const name of await files.names()) if (!named.has(name)) await files.remove(name)
}

export type PhotoStore = ReturnType<typeof createPhotoStore>
