import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

/** At the foot of the screen, in reach of the thumb. The first child is the main action and stands on the right. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <View className='dfv-bottom'>
      <View className='dfv-bottom__inner'>{children}</View>
    </View>
  )
}
