import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs when somebody comes back to this page. What shows it first has just loaded, also where it came after the page itself. */
export function useReturn(run: () => void): void {
  const hasLeft = useRef(false)
  useDidHide(() => {
    hasLeft.current = true
  })
  useDidShow(() => {
    if (hasLeft.current) run()
    hasLeft.current = false
  })
}
