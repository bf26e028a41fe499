import type { ItemChange, VillageYear } from '@/shared/api'
import type { KeyValueStore } from '@/shared/platform'
import { noteKey } from './view-model'

type Place = Parameters<typeof noteKey>[0]
type ChangeDraft = { noteKey: string; changes: ItemChange[] }

/** What a reviewer noted and has not sent: items, points and reasons, nothing of any person. One draft for a village's year. */
export const createChangeDrafts = (store: KeyValueStore) => {
  const keyOf = (accountId: string, { areaCode, year }: Pick<VillageYear, 'areaCode' | 'year'>) =>
    `dfv:year-changes:${accountId}:${areaCode}:${year}`
  return {
    /** @returns null also for what was noted before the year moved on */
    read(accountId: string, place: Place): ItemChange[] | null {
      const kept = store.get<ChangeDraft>(keyOf(accountId, place))
      return kept?.noteKey === noteKey(place) ? kept.changes : null
    },
    /** @throws StorageFullError */
    write: (accountId: string, place: Place, changes: ItemChange[]): void =>
      store.set(keyOf(accountId, place), { noteKey: noteKey(place), changes }),
    /** Forgets what was noted before the year moved on: it was sent, or it is about something else. */
    dropPast(accountId: string, place: Place): void {
      const key = keyOf(accountId, place)
      const kept = store.get<ChangeDraft>(key)
      if (kept !== undefined && kept.noteKey !== noteKey(place)) store.remove(key)
    },
  }
}
