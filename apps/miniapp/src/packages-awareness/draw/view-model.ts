import type { Audience } from '@/shared/api'
import { sampling as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

/** The most that one draw takes; the server says the same. */
const MOST = 2_000
const LONGEST = 100_000

export type DrawForm = {
  audience: Audience | null
  listName: string
  listedOn: string
  size: string
  count: string
}

const whole = (text: string, most: number): number | null => {
  const typed = text.trim()
  const value = /^\d+$/.test(typed) ? Number(typed) : 0
  return value >= 1 && value <= most ? value : null
}

export function checkDraw({ audience, listName, size, count }: DrawForm): SummaryLine[] {
  const people = whole(size, LONGEST)
  const most = Math.min(MOST, people ?? MOST)
  const faults: SummaryLine[] = []
  if (audience === null) faults.push({ field: 'audience', text: copy.audienceMissing })
  if (listName.trim().length < 2) faults.push({ field: 'listName', text: copy.listNameMissing })
  if (people === null) faults.push({ field: 'size', text: copy.sizeWrong })
  if (whole(count, most) === null) faults.push({ field: 'count', text: copy.countWrong(most) })
  return faults
}

/** A sample of a hundred, and a third more for those who will not answer; a shorter list is asked whole. */
export const suggestedCount = (size: string): string => {
  const people = whole(size, LONGEST)
  return people === null ? '' : String(Math.min(people, 130))
}
