import { sha256 } from '@noble/hashes/sha2.js'
import { ApiError, type UploadState } from '@/shared/api'
import { photos as copy } from '@/shared/copy'
import { failureOf } from '@/shared/outbox'
import type { ChosenPhoto } from '@/shared/platform'
import type { PhotoStore } from './photo-store'
import type { KeptPhoto, PhotoClaim } from './types'

const BACKOFF_MS = [5_000, 15_000, 60_000, 300_000, 900_000]
/** Sent anew from the beginning, before the network is left alone for a while. */
const FRESH_STARTS = 3
/** What the server says when the file has to be sent again, not when it will not have it. */
const AGAIN = ['ATTACHMENT_DAMAGED', 'ATTACHMENT_INCOMPLETE', 'ATTACHMENT_CHUNK_WRONG']

export type PhotoSender = {
  declare(id: string, file: { sha256: string; bytes: number }): Promise<UploadState>
  putChunk(id: string, index: number, bytes: ArrayBuffer): Promise<unknown>
  complete(id: string): Promise<unknown>
}

export type PhotoQueueSetup = {
  store: PhotoStore
  /** Sends under the account and appointment this queue belongs to, or throws. */
  sender: PhotoSender
  /** The records on this phone and the photos they name. */
  claims(): PhotoClaim[]
  newId(): Promise<string>
  isOnline(): boolean
  /** Runs once after the delay; returns how to cancel it. */
  schedule(run: () => void, delayMs: number): () => void
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The photos of one account in one role, on their way behind the records that name them. */
export function createPhotoQueue(setup: PhotoQueueSetup) {
  const { store, sender } = setup
  let photos: KeptPhoto[] = store.loadAll()
  /** Chosen in a form whose draft does not name them yet. */
  const held = new Set<string>()
  let flushing: Promise<void> | null = null
  let cancelRetry: (() => void) | null = null
  let failures = 0
  let closed = false
  const listeners = new Set<() => void>()

  const publish = (next: KeptPhoto[]) => {
    photos = next
    for (const listener of listeners) listener()
  }
  const forget = async (id: string) => {
    await store.remove(id)
    held.delete(id)
    publish(photos.filter((photo) => photo.id !== id))
  }
  const giveUp = async (photo: KeptPhoto, problem: string) => {
    const told = { ...photo, problem }
    try {
      store.write(told)
    } catch {
      // A full phone: it is tried and refused once more after the next start.
    }
    await store.dropBytes(photo.id)
    publish(photos.map((one) => (one.id === photo.id ? told : one)))
  }

  const naming = (id: string) => setup.claims().filter((claim) => claim.photos.includes(id))
  const isExpected = (id: string) => naming(id).some(({ state }) => state === 'accepted')
  /**
   * After its record, never before it. What no record on this phone names any more is asked about too: the server may
   * expect it for a record that the phone has forgotten, and says so.
   */
  const isDue = ({ id, problem }: KeptPhoto) => {
    if (problem !== undefined) return false
    const claims = naming(id)
    if (claims.length > 0) held.delete(id)
    return !held.has(id) && (claims.length === 0 || isExpected(id))
  }

  async function upload(photo: KeptPhoto, bytes: ArrayBuffer): Promise<void> {
    const { id, sha256: hash } = photo
    for (let start = 1; ; start++) {
      try {
        const asked = await sender.declare(id, { sha256: hash, bytes: bytes.byteLength })
        for (const index of asked.missing) {
          const from = index * asked.chunkBytes
          await sender.putChunk(id, index, bytes.slice(from, from + asked.chunkBytes))
        }
        await sender.complete(id)
        return
      } catch (error) {
        const mayStartAnew = error instanceof ApiError && AGAIN.includes(error.code) && start < FRESH_STARTS
        if (!mayStartAnew) throw error
      }
    }
  }

  /** True: go on with the next one. */
  async function send(photo: KeptPhoto): Promise<boolean> {
    const bytes = await store.read(photo.id)
    if (!bytes) {
      await (isExpected(photo.id) ? giveUp(photo, copy.gone) : forget(photo.id))
      return true
    }
    try {
      await upload(photo, bytes)
      await forget(photo.id)
      failures = 0
      return true
    } catch (error) {
      const failure = failureOf(error)
      const isLater = error instanceof ApiError && AGAIN.includes(error.code)
      if (failure.action === 'split' && !isLater) {
        const isUnknown = error instanceof ApiError && error.status === 404
        if (isUnknown && !isExpected(photo.id)) await forget(photo.id)
        else await giveUp(photo, isUnknown ? copy.notYours : failure.problem.title || copy.refused)
        return true
      }
      if (failure.action === 'retry' || isLater) retryLater()
      return false
    }
  }

  function retryLater(): void {
    if (closed) return
    const delay = BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)]!
    failures += 1
    cancelRetry?.()
    cancelRetry = setup.schedule(() => void flush(), delay)
  }

  async function run(): Promise<void> {
    for (let next = photos.find(isDue); next && !closed; next = photos.find(isDue))
      if (!(await send(next))) return
  }

  /** Sends what is due. Joins a sending under way. */
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
    photos: () => photos,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Keeps a photo for the form that is open. Throws StorageFullError. @returns its id, for the record's answers */
    async add(chosen: ChosenPhoto): Promise<string> {
      const id = await setup.newId()
      const photo: KeptPhoto = {
        id,
        mime: chosen.mime,
        bytes: chosen.bytes.byteLength,
        sha256: hex(sha256(new Uint8Array(chosen.bytes))),
      }
      await store.add(photo, chosen.bytes)
      held.add(id)
      publish([...photos, photo])
      return id
    },
    /** The bytes, while the phone has them. */
    read: (id: string) => store.read(id),
    /** The form took it out of its answers. It goes as soon as no record names it and the server does not want it. */
    letGo: (id: string) => void held.delete(id),
    flush,
    /** The user asked, came back or found a network: no reason to wait any longer. */
    wake(): Promise<void> {
      failures = 0
      return flush()
    },
    /** Another account or role takes the screen. */
    close(): void {
      closed = true
      cancelRetry?.()
      listeners.clear()
    },
  }
}

export type PhotoQueue = ReturnType<typeof createPhotoQueue>
