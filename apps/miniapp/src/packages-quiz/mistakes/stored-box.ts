import { storage } from '@/shared/platform'
import { currentViewer } from '@/shared/session'
import { EMPTY_BOX, type MistakeBox } from './mistake-box'

/** Each account's own on a phone that several use; on this phone alone. */
const key = () => `dfv:quiz-mistakes:${currentViewer().accountId ?? 'guest'}`

export const readBox = (): MistakeBox => storage.get<MistakeBox>(key()) ?? EMPTY_BOX

export function writeBox(box: MistakeBox): void {
  try {
    storage.set(key(), box)
  } catch {
    // A full phone learns from the next paper.
  }
}
