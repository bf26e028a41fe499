import { useEffect, useState } from 'react'
import { isWeapp } from './env'

const WIDE = '(min-width: 960px)'

/** Whether the window is as wide as a PC's. A phone in WeChat is not, whatever it is turned to. */
export function useWideWindow(): boolean {
  const [wide, setWide] = useState(() => !isWeapp && window.matchMedia(WIDE).matches)
  useEffect(() => {
    if (isWeapp) return
    const query = window.matchMedia(WIDE)
    const follow = () => setWide(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return wide
}
