import { createContext, useContext, useState } from 'react'
import { ApiError, type FieldError, fieldOf } from '@/shared/api'
import { type Told, tell } from '@/shared/errors'
import type { SummaryLine } from '@/shared/ui'

/** What a page does when somebody else was there first: it forgets what it holds and reads anew. Gets what the server said. */
export const StaleYear = createContext<(text: string) => void>(() => undefined)
const STALE: readonly string[] = ['ASSESSMENT_CHANGED', 'ASSESSMENT_MOVED']

/**
 * Sends one thing: what is wrong with it, what the server said, and whether it is on its way.
 * @param fieldAt where a fault of the server's stands, if not at the field it names
 */
export function useSending(fieldAt: (fault: FieldError) => string = fieldOf) {
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const onStale = useContext(StaleYear)
  /** @param wrong what can be seen here already: nothing is sent then */
  const send = async (wrong: SummaryLine[], work: () => Promise<void>) => {
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldAt(line), text: line.text })))
      if (lines.length === 0) setTold(tell(error))
      if (error instanceof ApiError && STALE.includes(error.code)) onStale(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  return { faults, told, busy, send, errorAt }
}
