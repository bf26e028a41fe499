import { useRef } from 'react'

const BLOCK_MS = 800

/** A second tap within 800 ms is the same tap: shaking hands must not do a thing twice. */
export function useOnce(onTap: () => void, guarded: boolean): () => void {
  const last = useRef(0)
  return () => {
    const now = Date.now()
    if (guarded && Math.abs(now - last.current) < BLOCK_MS) return
    last.current = now
    onTap()
  }
}

/** Options answer every tap: choosing and unchoosing quickly is no double tap. */
export const isGuarded = (role: string | undefined) =>
  role !== 'radio' && role !== 'checkbox' && role !== 'tab'
