import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isCovered } from '../in-front'
import type { HeadingProps, RegionProps } from './types'

const SIZE = { 1: 'dfv-title', 2: 'dfv-lead', 3: 'dfv-lead' } as const

export function Heading({ level, children, className, id }: HeadingProps) {
  return (
    <View id={id} className={className ?? SIZE[level]} ariaRole='heading'>
      {children}
    </View>
  )
}

export function Region({ role, children, className, id, label }: RegionProps) {
  const live = role === 'alert' ? 'assertive' : role === 'status' ? 'polite' : undefined
  return (
    <View id={id} className={className} ariaRole={role} ariaLabel={label} ariaLive={live}>
      {children}
    </View>
  )
}

/** What is left free above it. */
const ABOVE_PX = 16

/** WeChat has no focus to move and reads an alert by itself; what is asked for is brought on screen, unless a sheet covers the page. */
export function focusOn(id: string): void {
  Taro.nextTick(() => {
    if (isCovered()) return
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -ABOVE_PX, duration: 0 }).catch(() => undefined)
  })
}
