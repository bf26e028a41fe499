import { create } from 'zustand'
import { preferredFontPx, storage } from '@/shared/platform'

export type TextSize = 1 | 2 | 3 | 4
const KEY = 'dfv:text-size'

/** The user's own choice wins over the phone's setting. */
export function sizeFor(chosen: number | undefined, preferredPx: number): TextSize {
  if (chosen === 1 || chosen === 2 || chosen === 3 || chosen === 4) return chosen
  if (preferredPx >= 22) return 3
  return preferredPx >= 19 ? 2 : 1
}

export const useTextSize = create<{ size: TextSize }>(() => ({ size: 1 }))

export function restoreTextSize(): void {
  useTextSize.setState({ size: sizeFor(storage.get<number>(KEY), preferredFontPx()) })
}

export function chooseTextSize(size: TextSize): void {
  useTextSize.setState({ size })
  try {
    storage.set(KEY, size)
  } catch {
    // Full phone: the choice holds until the app is closed.
  }
}
