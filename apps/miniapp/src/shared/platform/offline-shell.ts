import { isWeapp } from './env'

/** WeChat keeps a mini-program on the phone by itself; in the browser a worker keeps the app's files. */
export function keepShellOffline(): void {
  if (isWeapp || process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  // Refused in private windows and by old browsers: the app then needs the network to open, and says so.
  navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}

/** Before the browser's copy is whole, a page's code comes over the network. What did not come is asked for anew the next time. */
export function onMissingCode(tell: () => void): void {
  if (isWeapp) return
  window.addEventListener('unhandledrejection', (event) => {
    const { name, code } = Object(event.reason) as { name?: string; code?: string }
    if (name !== 'ChunkLoadError' && code !== 'CSS_CHUNK_LOAD_FAILED') return
    event.preventDefault()
    tell()
  })
}
