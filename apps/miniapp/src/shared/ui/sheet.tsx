import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { common } from '@/shared/copy'
import { Icon } from './icon'
import { Portal } from './portal'
import { focusOn, Heading, Region } from './structure'
import { Tap } from './tap'

type Props = { open: boolean; title: string; onClose: () => void; children: ReactNode }

/** Comes up from the bottom because the user asked for it; never by itself. */
export function Sheet({ open, title, onClose, children }: Props) {
  useEffect(() => {
    if (open) focusOn('sheet')
  }, [open])
  if (!open) return null
  return (
    <Portal>
      <View className='dfv-sheet'>
        <View className='dfv-sheet__veil' onClick={onClose} />
        <Region role='dialog' id='sheet' className='dfv-sheet__panel' label={title} focusable>
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
