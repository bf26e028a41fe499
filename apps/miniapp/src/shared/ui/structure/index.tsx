import { View } from '@tarojs/components'
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

/** Moving the focus is the browser's; WeChat reads an alert by itself. */
export const focusOn = (_id: string): void => undefined
