import { useCallback, useEffect, useRef, useState } from 'react'
import { type Told, tell } from '@/shared/errors'

export type Resource<T> = {
  data: T | null
  loading: boolean
  failure: Told | null
  reload: () => void
}

/** Loads one thing from the server and again when `key` changes. A null key loads nothing. Old answers are dropped. */
export function useResource<T>(key: string | null, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<Omit<Resource<T>, 'reload'>>({
    data: null,
    loading: key !== null,
    failure: null,
  })
  const loadRef = useRef(load)
  loadRef.current = load
  const turn = useRef(0)

  const run = useCallback(async () => {
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
    if (key !== null) void run()
    return () => {
      turn.current += 1
    }
  }, [key, run])

  return { ...state, reload: () => void run() }
}
