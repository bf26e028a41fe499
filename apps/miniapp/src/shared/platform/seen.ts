import Taro from '@tarojs/taro'
import { isWeapp } from './env'

/** Calls once when the element has come into view. Returns how to stop waiting. */
export function onceSeen(id: string, seen: () => void): () => void {
  if (isWeapp) {
    const page = Taro.getCurrentInstance().page
    const observer = Taro.createIntersectionObserver(page ?? {})
    observer.relativeToViewport().observe(`#${id}`, ({ intersectionRatio }) => {
      if ((intersectionRatio ?? 0) > 0) seen()
    })
    return () => observer.disconnect()
  }
  const element = document.getElementById(id)
  if (!element) return () => undefined
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) seen()
  })
  observer.observe(element)
  return () => observer.disconnect()
}
