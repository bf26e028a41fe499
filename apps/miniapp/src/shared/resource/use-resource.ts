import { useCallback, useEffect, useRef, useState } from 'react'
import { type Told, tell } from '@/shared/errors'

export type Resource<T> = {
  data: T | null
  loading: boolean
  failure: Told | null
  reload: () => void
  /** Holds this instead of what was loaded, as after a change the server answered; loads still on their way are older and dropped. */
  take: (data: T) => void
}

/**
 * Loads one thing from the server and again when `key` changes. A null key loads nothing. Old answers are dropped; while a new one
 * is on its way, and where it fails, the one before is still held.
 */
export function useResource<T>(key: string | null, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<Omit<Resource<T>, 'reload' | 'take'>>({
    data: null,
    loading: key !== null,
    failure: null,
  })
  const loadRef = useRef(load)
  loadRef.current = load
  const keyRef = useRef(key)
  keyRef.current = key
  const turn = useRef(0)

  const run = useCallback(async () => {
    if (keyRef.current === null) return
    turn.current += 1
    const mine = turn.current
    setState((before) => ({ ...before, loading: true, failure: null }))
    try {
      const data = await loadRef.current()
      if (turn.current === mine) setState({ data, loading: false, failure: null })
    } catch (error) {
      if (turn.current === mine) setState((before) => ({ ...before, loading: false, failure: tell(error) }))
    }
  }, [])

  useEffect(() => {
    setState({ data: null, loading: key !== null, failure: null })
    void run()
    return () => {
      turn.current += 1
    }
  }, [key, run])

  const reload = useCallback(() => void run(), [run])
  const take = useCallback((data: T) => {
    turn.current += 1
    setState({ data, loading: false, failure: null })
  }, [])

  return { ...state, reload, take }
}
