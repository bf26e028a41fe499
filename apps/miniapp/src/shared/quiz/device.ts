import { newId, storage } from '@/shared/platform'

const KEY = 'dfv:quiz-device'

/** A random number of this phone, made when somebody first answers to be counted. It says nothing of whose phone it is. */
export async function quizDevice(): Promise<string> {
  const known = storage.get<string>(KEY)
  if (known) return known
  const made = await newId()
  try {
    storage.set(KEY, made)
  } catch {
    // A full phone counts as another one each time.
  }
  return made
}
