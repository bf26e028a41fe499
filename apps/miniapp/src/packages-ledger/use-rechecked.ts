import { useState } from 'react'
import { ApiError, type ExportItem, exportsApi, sessionApi } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import { loginCode } from '@/shared/platform'

const needsRecheck = (error: unknown) => error instanceof ApiError && error.code === 'EXPORT_RECHECK_REQUIRED'

/** Runs what names may need a fresh sign-in for: in WeChat it is made without a word, a browser must ask for it. */
export function useRechecked() {
  const [mustRecheck, setMustRecheck] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)

  /** @returns undefined when it failed; why is told on the page */
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy) return undefined
    setBusy(true)
    setTold(null)
    setMustRecheck(false)
    try {
      return await work().catch(async (error: unknown) => {
        const code = needsRecheck(error) ? await loginCode() : null
        if (code === null) throw error
        await sessionApi.recheck(code)
        return work()
      })
    } catch (error) {
      if (needsRecheck(error)) setMustRecheck(true)
      else setTold(tell(error))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, told, mustRecheck }
}

/** Fetches the file and opens it, or puts it among the computer's downloads. @returns whether it did */
export const fetchExport = async (item: ExportItem): Promise<true> => {
  await exportsApi.file(item)
  return true
}
