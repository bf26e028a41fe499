import { isWeapp } from './env'

/** WeChat keeps a mini-program on the phone by itself; in the browser a worker keeps the app's files. */
export function keepShellOffline(): void {
  if (isWeapp || process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  // Refused in private windows and by old browsers: the app then needs the network to open, and says so.
  navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}
