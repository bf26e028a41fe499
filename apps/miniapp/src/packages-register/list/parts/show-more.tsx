import { common } from '@/shared/copy'
import { Button } from '@/shared/ui'
import { PAGE_SIZE } from '../view-model'

/** Twenty at a time, because the user asked; nothing loads by scrolling. */
export function ShowMore({ shown, all, onMore }: { shown: number; all: number; onMore: () => void }) {
  if (shown >= all) return null
  return <Button onTap={onMore}>{common.showMore(Math.min(PAGE_SIZE, all - shown))}</Button>
}
