import { useRef } from 'react'

const BLOCK_MS = 800

/** The button that was tapped last, whatever page it stands on, and when. */
const last: { button: object | null; at: number } = { button: null, at: 0 }

/**
 * A second tap on the same button within 800 ms is the same tap: shaking hands must not do a thing twice. Who has tapped
 * something else in between means it.
 */
export function useOnce(onTap: () => void, guarded: boolean): () => void {
  const button = useRef(null)
  return () => {
    const now = Date.now()
    if (guarded && last.button === button && Math.abs(now - last.at) < BLOCK_MS) return
    last.button = button
    last.at = now
    onTap()
  }
}

/** Options answer every tap: choosing and unchoosing quickly is no double tap. */
export const isGuarded = (role: string | undefined) =>
  role !== 'radio' && role !== 'checkbox' && role !== 'tab'
