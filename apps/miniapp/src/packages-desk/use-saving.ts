import { useState } from 'react'
import { tell } from '@/shared/errors'

/** One piece of work at a time, and what came of it. @param done said when it went well */
export function useSaving(done: string) {
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState<string | null>(null)
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setNews(null)
    try {
      await work()
      setNews(done)
      return true
    } catch (error) {
      setNews(tell(error).text)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, news, run }
}
