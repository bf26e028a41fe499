import { useEffect, useState } from 'react'
import type { ItemChange, VillageYear } from '@/shared/api'
import { tell } from '@/shared/errors'
import { storage } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import { createChangeDrafts } from './change-drafts'
import { noteKey, standingChanges } from './view-model'

const drafts = createChangeDrafts(storage)
const NONE: readonly ItemChange[] = []

/**
 * What the town changes: as the reviewer noted it on this phone, else as it stands. What he notes is kept until he sends it, so
 * that looking at the list or at another village in between loses nothing.
 * @param onFull gets what to say when the phone has no room; the page still holds what was noted
 */
export function useNotedChanges(view: VillageYear | null, onFull: (text: string) => void) {
  const { accountId } = useViewer()
  const [noted, setNoted] = useState<{ key: string; changes: ItemChange[] } | null>(null)
  const key = view ? noteKey(view) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is all of the view that a draft is bound to
  useEffect(() => {
    if (view && accountId !== null) drafts.dropPast(accountId, view)
  }, [key, accountId])
  const isReviewer = view !== null && (view.can.includes('review') || view.can.includes('correct'))
  const kept = isReviewer && accountId !== null ? drafts.read(accountId, view) : null
  const standing = view ? standingChanges(view) : NONE
  const changes = noted?.key === key ? noted.changes : (kept ?? standing)
  /** @param change null: this item is not changed after all */
  const note = (item: string, change: ItemChange | null) => {
    const next = [...changes.filter((one) => one.item !== item), ...(change ? [change] : [])]
    setNoted({ key, changes: next })
    if (!view || accountId === null) return
    try {
      drafts.write(accountId, view, next)
    } catch (error) {
      onFull(tell(error).text)
    }
  }
  return { changes, note }
}
