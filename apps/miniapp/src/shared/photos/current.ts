import { useMemo } from 'react'
import { create } from 'zustand'
import { attachmentsApi } from '@/shared/api'
import { currentEntries, onRecordsAccepted } from '@/shared/outbox'
import { fileBox, isOnline, newId, onNetworkBack, storage } from '@/shared/platform'
import { photoIds } from '@/shared/records'
import {
  adoptFromEnded,
  currentNamespace,
  type Namespace,
  namespaceKey,
  standingAppointments,
  useSession,
} from '@/shared/session'
import { createPhotoQueue, type PhotoQueue } from './photo-queue'
import { createPhotoStore, dropStrayFiles } from './photo-store'
import type { KeptPhoto } from './types'

type CurrentPhotos = { queue: PhotoQueue | null; photos: KeptPhoto[] }

/** The photos of whoever is signed in, in the role on screen. */
const useCurrent = create<CurrentPhotos>(() => ({ queue: null, photos: [] }))
let openKey: string | null = null

const open = (namespace: Namespace): PhotoQueue =>
  createPhotoQueue({
    store: createPhotoStore(storage, fileBox, namespaceKey(namespace)),
    sender: {
      declare: (id, file) => attachmentsApi.declare(id, file, namespace),
      putChunk: (id, index, bytes) => attachmentsApi.putChunk(id, index, bytes, namespace),
      complete: (id) => attachmentsApi.complete(id, namespace),
    },
    claims: () => currentEntries().map(({ state, payload }) => ({ state, photos: photoIds(payload) })),
    newId,
    isOnline,
    schedule: (run, delayMs) => {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  })

function follow(): void {
  const namespace = currentNamespace()
  const key = namespace && namespaceKey(namespace)
  if (key === openKey) return
  openKey = key
  useCurrent.getState().queue?.close()
  if (!namespace) {
    useCurrent.setState({ queue: null, photos: [] })
    return
  }
  const standing = standingAppointments(useSession.getState())
  if (standing) adoptFromEnded(storage, 'photo', namespace, standing)
  const queue = open(namespace)
  queue.subscribe(() => useCurrent.setState({ photos: queue.photos() }))
  useCurrent.setState({ queue, photos: queue.photos() })
  void queue.flush()
}

/** Called once at launch, after the outbox was opened: photos follow its records. */
export function startPhotos(): void {
  follow()
  useSession.subscribe((now, before) => {
    follow()
    if (now.status === 'signedIn' && before.status !== 'signedIn') void wakePhotos()
  })
  onNetworkBack(() => void wakePhotos())
  onRecordsAccepted(() => void wakePhotos())
  void dropStrayFiles(storage, fileBox)
}

/** The app came to the foreground, or the user asked. */
export const wakePhotos = (): Promise<void> => useCurrent.getState().queue?.wake() ?? Promise.resolve()

/** No form holds these any more: the server knows them by now and they leave, or it never will and they are forgotten. */
export function letPhotosLeave(ids: readonly string[]): void {
  const { queue } = useCurrent.getState()
  for (const id of ids) queue?.letGo(id)
  void wakePhotos()
}

export function currentPhotos(): PhotoQueue {
  const { queue } = useCurrent.getState()
  if (!queue) throw new Error('no one is signed in')
  return queue
}

/** Every photo that the phone still has, by its id. */
export function useKeptPhotos(): ReadonlyMap<string, KeptPhoto> {
  const photos = useCurrent((state) => state.photos)
  return useMemo(() => new Map(photos.map((photo) => [photo.id, photo])), [photos])
}
