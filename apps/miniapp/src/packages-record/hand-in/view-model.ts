import { handIn as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { type OutboxEntry, UNSENT } from '@/shared/outbox'
import { photoIds } from '@/shared/records'

/** What the server takes at once. A phone with more makes a second file when these are settled. */
export const MOST_RECORDS = 200
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024

type Kept = { id: string; bytes: number; problem?: string }

export type HandInPlan = {
  entries: OutboxEntry[]
  photos: Kept[]
  /** Photos that found no room; they go when the phone has a network again. */
  photosLeft: number
}

/** Everything that waits, the oldest first, with as many of its photos as find room. */
export function planOf(entries: readonly OutboxEntry[], kept: ReadonlyMap<string, Kept>): HandInPlan {
  const waiting = entries
    .filter(({ state }) => UNSENT.includes(state))
    .sort((a, b) => a.sequence - b.sequence)
    .slice(0, MOST_RECORDS)
  const named = waiting
    .flatMap(({ payload }) => photoIds(payload))
    .map((id) => kept.get(id))
    .filter((photo): photo is Kept => photo !== undefined && photo.problem === undefined)
  const photos: Kept[] = []
  let room = MOST_PHOTO_BYTES
  for (const photo of named) {
    if (photo.bytes > room) continue
    photos.push(photo)
    room -= photo.bytes
  }
  return { entries: waiting, photos, photosLeft: named.length - photos.length }
}

/** 交镇禁毒办-20261128-1405.age: nothing in the name says what or whom it is about. */
export const fileNameOf = (date: string, time: string): string =>
  copy.fileName(date.replace(/-/g, ''), time.replace(':', ''))

/** What the file holds, in one sentence. @param bytes size of the file */
export function contentLine(plan: HandInPlan, bytes: number): string {
  const size = bytes < 1024 * 1024 ? copy.kilobytes(Math.ceil(bytes / 1024)) : copy.megabytes(bytes)
  return [
    copy.holdsRecords(plan.entries.length),
    plan.photos.length > 0 && copy.holdsPhotos(plan.photos.length),
    size,
  ]
    .filter(Boolean)
    .join('，')
}

/** When the last of what waits left in a file; null when something has not. */
export function handedInLine(entries: readonly OutboxEntry[], today: string): string | null {
  const waiting = entries.filter(({ state }) => UNSENT.includes(state))
  const times = waiting.map(({ handedInAt }) => handedInAt ?? 0)
  const last = Math.max(0, ...times)
  return waiting.length > 0 && !times.includes(0) ? copy.alreadyGiven(showInstant(last, today)) : null
}
