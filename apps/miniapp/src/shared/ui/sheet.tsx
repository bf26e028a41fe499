import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef } from 'react'
import { common } from '@/shared/copy'
import { Icon } from './icon'
import { standInFront } from './in-front'
import { Portal } from './portal'
import { focusOn, Heading, Region } from './structure'
import { Tap } from './tap'

type Props = { open: boolean; title: string; onClose: () => void; children: ReactNode }

let opened = 0

/** Comes up from the bottom because the user asked for it; never by itself. */
export function Sheet({ open, title, onClose, children }: Props) {
  // One may stand on another: a photo of a paper is enlarged over the item it belongs to.
  const id = useRef('')
  if (id.current === '') {
    opened += 1
    id.current = `sheet-${opened}`
  }
  useEffect(() => {
    if (!open) return
    const leave = standInFront()
    focusOn(id.current)
    return leave
  }, [open])
  if (!open) return null
  return (
    <Portal>
      <View className='dfv-sheet'>
        <View className='dfv-sheet__veil' onClick={onClose} />
        <Region role='dialog' id={id.current} className='dfv-sheet__panel' label={title} focusable>
          <View className='dfv-sheet__head'>
            <Heading level={2}>{title}</Heading>
            <Tap className='dfv-sheet__close' onTap={onClose} label={common.close}>
              <Icon name='close' />
            </Tap>
          </View>
          {children}
        </Region>
      </View>
    </Portal>
  )
}
