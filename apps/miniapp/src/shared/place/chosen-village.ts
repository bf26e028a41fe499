import { create } from 'zustand'
import { storage } from '@/shared/platform'
import { VILLAGE_CODE_LENGTH, type Viewer } from '@/shared/session'

/** The village a resident says he lives in. Kept on the phone alone: it is no statement about a person. */
export type ChosenVillage = { code: string; name: string }
const KEY = 'dfv:my-village'

export const useChosenVillage = create<{ village: ChosenVillage | null }>(() => ({
  village: storage.get<ChosenVillage>(KEY) ?? null,
}))

export function chooseVillage(village: ChosenVillage): void {
  useChosenVillage.setState({ village })
  try {
    storage.set(KEY, village)
  } catch {
    // A full phone: the choice holds until the app is closed.
  }
}

/** The chosen village; before any choice, the one where the person holds a post. */
export function villageFor(chosen: ChosenVillage | null, viewer: Viewer): ChosenVillage | null {
  if (chosen) return chosen
  return viewer.areaCode?.length === VILLAGE_CODE_LENGTH
    ? { code: viewer.areaCode, name: viewer.areaName }
    : null
}
